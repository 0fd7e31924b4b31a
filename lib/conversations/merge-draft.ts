/** The longest draft kept on the server, in UTF-16 units; a longer one stays in its browser. */
export const DRAFT_MAX = 100_000;

/**
 * A draft as the server keeps it, with the message it answers, whether it is an offer and the titles of the answers that
 * are offered with it. Version 0: it keeps none.
 */
export type DraftView = {
  body: string;
  replyTo: string | null;
  offer: boolean;
  quickReplies: string[];
  version: number;
};
export type DraftsView = { reply: DraftView; note: DraftView };

/**
 * What a box should hold when the server's draft is another than the one this browser last agreed on: the side that
 * changed, or both texts where both did, so that nothing typed is lost.
 */
export function mergeDraft({ here, agreed, there }: { here: string; agreed: string; there: string }): string {
  if (here === there || there === agreed) return here;
  if (here === agreed) return there;
  if (here.includes(there)) return here;
  return there.includes(here) ? there : `${there}\n${here}`;
}

type Answered = { here: string | null; agreed: string | null; there: string | null };

/** Which message a box answers then: what was chosen here since both agreed, else what the server keeps. */
export function mergeAnswered({ here, agreed, there }: Answered): string | null {
  return here === agreed ? there : here;
}

type Marked = Pick<DraftView, "body" | "offer">;
type Sides = { here: Marked; agreed: Marked; there: Marked };

/**
 * Whether the `merged` words of a box are an offer: as the side says that changed it since both agreed. Words that stay
 * here, or come back, after the other side sent its own never lose the mark by that.
 */
export function mergeOffer({ here, agreed, there }: Sides, merged: string): boolean {
  const mark = here.offer === agreed.offer ? there.offer : here.offer;
  if (mark || merged === "") return mark;
  return (here.offer && there.body === "") || (there.offer && here.body === "");
}

type Offered = Pick<DraftView, "body" | "quickReplies">;

/** Whether two lists of titles are the same, in the same order. */
export const sameReplies = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((title, place) => title === other[place]);

/**
 * Which answers the `merged` words of a box offer: as the side says that changed them since both agreed. Those under
 * words that stay here, or come back, after the other side sent its own are kept.
 */
export function mergeReplies(
  { here, agreed, there }: { here: Offered; agreed: Offered; there: Offered },
  merged: string,
): string[] {
  const chosen = sameReplies(here.quickReplies, agreed.quickReplies) ? there.quickReplies : here.quickReplies;
  if (chosen.length > 0 || merged === "") return chosen;
  if (there.body === "") return here.quickReplies;
  return here.body === "" ? there.quickReplies : chosen;
}
