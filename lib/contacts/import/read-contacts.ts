import type { CsvLine } from "#lib/core/csv/read";
import { plainField } from "#lib/core/csv/write";
import { isKeptAsIs } from "#lib/core/kept-text";
import { isMailAddress } from "#lib/mail/address";
import type { Purpose } from "../purposes";
import type { ContactField } from "./fields";
import { type Refusal, readRefusals } from "./read-refusals";

const LONGEST = { name: 120, city: 80 };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Why a line cannot be taken: keys of the catalogue `importing.problems`. */
export type LineProblem =
  | "no_address"
  | "bad_address"
  | "name_too_long"
  | "city_too_long"
  | "bad_character"
  | "twice"
  | "erased"
  | "erasing";

/** One line of a file, as it is understood; with a problem it is not taken, but what she refused still is. */
export type ContactEntry = {
  line: number;
  contactId: string | null;
  email: string | null;
  name: string;
  city: string;
  language: string | null;
  refusals: Refusal[];
  problem: { key: LineProblem; about: number | null } | null;
};

const LANGUAGES = new Map([
  ...["french", "francais", "fra", "fre"].map((word) => [word, "fr"] as const),
  ...["english", "anglais", "eng"].map((word) => [word, "en"] as const),
]);

function languageOf(text: string): string | null {
  const word = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[-_\s(]/)[0];
  if (!word) return null;
  return LANGUAGES.get(word) ?? (/^[a-z]{2}$/.test(word) ? word : null);
}

function problemOf({ name, city }: ContactEntry, address: string, known: boolean): LineProblem | null {
  if (!known && address === "") return "no_address";
  if (address !== "" && !isMailAddress(address)) return "bad_address";
  if ([name, city].some((text) => !isKeptAsIs(text))) return "bad_character";
  if (name.length > LONGEST.name) return "name_too_long";
  return city.length > LONGEST.city ? "city_too_long" : null;
}

function readLine({ line, cells }: CsvLine, columns: readonly (ContactField | null)[]): ContactEntry {
  const cell = (field: ContactField) => {
    const at = columns.indexOf(field);
    return at < 0 ? "" : plainField(cells[at] ?? "").trim();
  };
  const id = cell("contact").toLowerCase();
  const address = cell("email").toLowerCase();
  const parts = [cell("first_name"), cell("last_name")].filter((part) => part !== "");
  const entry: ContactEntry = {
    line,
    contactId: UUID.test(id) ? id : null,
    email: isMailAddress(address) ? address : null,
    name: cell("name") || parts.join(" "),
    city: cell("city"),
    language: languageOf(cell("language")),
    refusals: readRefusals(cell),
    problem: null,
  };
  const key = problemOf(entry, address, entry.contactId !== null);
  return key ? { ...entry, problem: { key, about: null } } : entry;
}

const keyOf = ({ contactId, email }: ContactEntry) => contactId ?? email;

/**
 * Understands the lines of a file of contacts. An address that stands on several lines is taken from the first that can
 * be, with what she refused on any of them: a refusal is never lost to a doubled line.
 */
export function readContacts(lines: readonly CsvLine[], columns: readonly (ContactField | null)[]): ContactEntry[] {
  const first = new Map<string, ContactEntry>();
  return lines.map((one) => {
    const entry = readLine(one, columns);
    const key = keyOf(entry);
    const before = key === null ? undefined : first.get(key);
    if (key !== null && !before) first.set(key, entry);
    if (!before) return entry;
    if (before.problem && !entry.problem && key !== null) {
      first.set(key, entry);
      entry.refusals = joined(entry.refusals, before.refusals);
      before.refusals = [];
      return entry;
    }
    before.refusals = joined(before.refusals, entry.refusals);
    return { ...entry, refusals: [], problem: entry.problem ?? { key: "twice", about: before.line } };
  });
}

/** Whether a refusal takes back more than another: said outright, or later; without a day it holds from now on. */
function goesFurther(one: Refusal, other: Refusal): boolean {
  if (one.firm !== other.firm) return one.firm;
  return other.at !== null && (one.at === null || one.at > other.at);
}

function joined(held: readonly Refusal[], more: readonly Refusal[]): Refusal[] {
  const byPurpose = new Map<Purpose, Refusal>(held.map((one) => [one.purpose, one]));
  for (const one of more) {
    const before = byPurpose.get(one.purpose);
    if (!before || goesFurther(one, before)) byPurpose.set(one.purpose, one);
  }
  return [...byPurpose.values()];
}
