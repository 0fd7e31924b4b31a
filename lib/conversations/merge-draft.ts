import type { AttachmentView } from "./view-message";

/** The longest draft kept on the server, in UTF-16 units; a longer one stays in its browser. */
export const DRAFT_MAX = 100_000;

/**
 * A draft as the server keeps it, with the message it answers, whether it is an offer, the titles of the answers that are
 * offered with it and the files uploaded for it. Version 0: it keeps none.
 */
export type DraftView = {
  body: string;
  replyTo: string | null;
  offer: boolean;
  quickReplies: string[];
  files: AttachmentView[];
  version: number;
};
export type DraftsView = { reply: DraftView; note: DraftView; card: DraftView };

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

/** Which card a box holds then: the one changed here since both agreed, else what the server keeps. */
export function mergeCard({ here, agreed, there }: { here: string; agreed: string; there: string }): string {
  return here === agreed ? there : here;
}

type Answered = { here: string | null; agreed: string | null; there: string | null };

/** Which message a box answers then: what was chosen here since both agreed, else what the server keeps. */
export function mergeAnswered({ here, agreed, there }: Answered): string | null {
  return here === agreed ? there : here;
}

type Side = { body: string };
type Sides<S extends Side> = { here: S; agreed: S; there: S };

/**
 * What stands beside the `merged` words of a box: as the side says that changed it since both agreed. Words that stay
 * here, or come back, after the other side sent its own never lose it by that.
 */
function mergeBeside<S extends Side, T>(
  { here, agreed, there }: Sides<S>,
  merged: string,
  of: { read: (side: S) => T; isNone: (beside: T) => boolean; same: (one: T, other: T) => boolean },
): T {
  const [hers, theirs] = [of.read(here), of.read(there)];
  const chosen = of.same(hers, of.read(agreed)) ? theirs : hers;
  if (!of.isNone(chosen) || merged === "") return chosen;
  if (there.body === "") return hers;
  return here.body === "" ? theirs : chosen;
}

/** Whether the `merged` words of a box are an offer. */
export function mergeOffer(sides: Sides<Pick<DraftView, "body" | "offer">>, merged: string): boolean {
  return mergeBeside(sides, merged, { read: ({ offer }) => offer, isNone: (offer) => !offer, same: Object.is });
}

/** Whether two lists of titles are the same, in the same order. */
export const sameReplies = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((title, place) => title === other[place]);

/** Which answers the `merged` words of a box offer. */
export function mergeReplies(sides: Sides<Pick<DraftView, "body" | "quickReplies">>, merged: string): string[] {
  const read = ({ quickReplies }: Pick<DraftView, "quickReplies">) => quickReplies;
  return mergeBeside(sides, merged, { read, isNone: (titles) => titles.length === 0, same: sameReplies });
}

type FileLists = {
  here: readonly AttachmentView[];
  agreed: readonly AttachmentView[];
  there: readonly AttachmentView[];
};

/**
 * How a box gets the files it should hold: which came on the other side since both agreed, to be added, and which went
 * there, sent or taken out, to be taken out here too. What came or went here alone stays so.
 */
export function mergeFiles({ here, agreed, there }: FileLists): { added: AttachmentView[]; gone: AttachmentView[] } {
  const without = (files: readonly AttachmentView[], others: readonly AttachmentView[]) =>
    files.filter(({ id }) => others.every((other) => other.id !== id));
  return {
    added: without(without(there, agreed), here),
    gone: without(here, there).filter(({ id }) => agreed.some((file) => file.id === id)),
  };
}
