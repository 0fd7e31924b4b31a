import type { Purpose } from "../purposes";
import { SKEW_MS } from "../record-permissions";
import { actOf, type Known, type KnownContact } from "./known-contacts";
import type { ContactEntry } from "./read-contacts";
import type { Refusal } from "./read-refusals";

export type Filled = Partial<Pick<KnownContact, "name" | "email" | "city" | "locale">>;
export type Withdrawn = { contactId: string; purpose: Purpose; at: Date | null };

/** What becomes of one line. What she refused is taken from a line that is not taken otherwise, too. */
export type Plan = {
  outcome: "fresh" | "joined" | "unchanged" | "refused";
  problem: ContactEntry["problem"];
  /** The known contact whose empty fields are filled. */
  target: KnownContact | null;
  fill: Filled;
  /** What is taken back from whom; for a fresh contact `refusals` of the line are. */
  withdraw: Withdrawn[];
};

function emptyFields(target: KnownContact, { name, email, city, language }: ContactEntry): Filled {
  return {
    ...(target.name.trim() === "" && name !== "" ? { name } : {}),
    ...(target.email === null && email !== null ? { email } : {}),
    ...(!target.city && city !== "" ? { city } : {}),
    ...(!target.locale && language !== null ? { locale: language } : {}),
  };
}

/** Whether a refusal changes anything: what is on is taken back, unless she allowed it later than the file says. */
function counts(known: Known, contactId: string, { purpose, at, firm }: Refusal): boolean {
  if (known.acted.has(actOf(contactId, purpose))) return false;
  const { state = "not_given", at: since = null } = known.permissions.get(contactId)?.[purpose] ?? {};
  if (state !== "on") return firm && purpose === "offers" && state !== "off";
  return at === null || since === null || at.getTime() + SKEW_MS >= Date.parse(since);
}

/** Whether the address is that of somebody who was erased, and nobody has it by whom she came back herself. */
function bringsBack(known: Known, { email }: ContactEntry, named: KnownContact | undefined): boolean {
  if (email === null || !known.erased.has(email)) return false;
  return named ? named.email === null : (known.byEmail.get(email)?.safe ?? []).length === 0;
}

function problemOf(known: Known, entry: ContactEntry, named: KnownContact | undefined, all: readonly KnownContact[]) {
  const refuse = (key: "erased" | "erasing" | "no_address") => ({ key, about: null });
  if (entry.problem) return entry.problem;
  if (named?.erasedAt) return refuse("erased");
  if ([...all, ...(named ? [named] : [])].some(({ id }) => known.erasing.has(id))) return refuse("erasing");
  if (!named && entry.email === null) return refuse("no_address");
  return bringsBack(known, entry, named) ? refuse("erased") : null;
}

/**
 * Decides what one line does. `filled`: what lines before it fill in, by contact. Nothing that is known is ever
 * overwritten; where an address is that of several contacts, none is chosen and only what she refused is taken, for
 * each of them.
 */
export function planContact(known: Known, entry: ContactEntry, filled: ReadonlyMap<string, Filled>): Plan {
  const named = entry.contactId === null ? undefined : known.byId.get(entry.contactId);
  const { safe = [], all = [] } = known.byEmail.get(entry.email ?? "") ?? {};
  const problem = problemOf(known, entry, named, [...safe, ...all]);
  const [only, ...more] = named ? [named] : safe;
  const target = problem || more.length > 0 ? null : (only ?? null);
  const bearers = [...new Map([...(named ? [named] : []), ...safe, ...all].map((one) => [one.id, one])).values()];
  const withdraw = bearers
    .filter(({ id, erasedAt }) => erasedAt === null && !known.erasing.has(id))
    .flatMap(({ id }) =>
      entry.refusals
        .filter((refusal) => counts(known, id, refusal))
        .map(({ purpose, at }) => ({ contactId: id, purpose, at })),
    );
  if (problem) return { outcome: "refused", problem, target: null, fill: {}, withdraw };
  if (!only) return { outcome: "fresh", problem: null, target: null, fill: {}, withdraw };
  const fill = target ? emptyFields({ ...target, ...filled.get(target.id) }, entry) : {};
  const changes = withdraw.length > 0 || Object.keys(fill).length > 0;
  return { outcome: changes ? "joined" : "unchanged", problem: null, target, fill, withdraw };
}
