import type { Tools } from "../actions";
import { fieldsOf, type SessionView } from "../views";

export type Rating = NonNullable<SessionView["rating"]>;

/** What she chose and typed and the shop does not have yet; `of` says for which closing of which conversation. */
type Unsent = { of: string; score: number | null; comment: string | null; saving: boolean; problem: string | null };

const longest = 500; // characters of a comment, as the server takes them
const nothing = { score: null, comment: null, saving: false, problem: null };
let unsent: Unsent | undefined;

const keyOf = ({ slug }: Tools) => `comptoir:${slug}:rating`;
const nameOf = ({ store }: Tools, { seq }: Rating) => `${store.get().session?.conversation?.id}:${seq}`;

/** What she has not sent of a rating, also from before a reload of this tab. */
export function unsentOf(tools: Tools, rating: Rating): Unsent {
  const of = nameOf(tools, rating);
  if (unsent?.of === of) return unsent;
  let comment: string | null = null;
  try {
    const kept = fieldsOf(JSON.parse(sessionStorage.getItem(keyOf(tools)) ?? "{}"));
    if (kept.of === of && typeof kept.comment === "string") comment = kept.comment;
  } catch {} // refused storage: nothing was kept
  unsent = { ...nothing, of, comment };
  return unsent;
}

function change(tools: Tools, rating: Rating, next: Partial<Unsent>) {
  unsent = { ...unsentOf(tools, rating), ...next };
  tools.store.tell();
}

/** Keeps what she types for a reload of this tab. */
export function typeComment(tools: Tools, rating: Rating, comment: string | null) {
  change(tools, rating, { comment });
  try {
    if (comment === null) sessionStorage.removeItem(keyOf(tools));
    else sessionStorage.setItem(keyOf(tools), JSON.stringify({ of: nameOf(tools, rating), comment }));
  } catch {} // storage is refused or full: the text stays on screen
}

/** Says how it went; what was not kept by the shop stays as she chose and typed it. */
export async function rate(tools: Tools, rating: Rating, score: number, comment?: string) {
  const { api, chat, words } = tools;
  const { saving } = unsentOf(tools, rating);
  if (saving) return;
  const over = (comment?.trim().length ?? 0) - longest;
  if (over > 0) return change(tools, rating, { problem: words.tooLong(`${over}`) });
  change(tools, rating, { score, saving: true, problem: null });
  const same = chat.since();
  const outcome = await api.post("rating", { seq: rating.seq, score, ...(comment !== undefined && { comment }) });
  if (!same()) return;
  change(tools, rating, { saving: false, problem: outcome.ok ? null : (outcome.message ?? words.failed) });
  if (!outcome.ok) return;
  if (comment !== undefined && unsent?.comment === comment) typeComment(tools, rating, null);
  await chat.load();
  if (same()) change(tools, rating, { score: null });
}
