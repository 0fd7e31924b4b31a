import type { CardDraft } from "#lib/channels/messenger/outbound/card-draft";
import type { Uploads } from "../uploads";

/** Which file of a card is meant: the picture or film that goes by itself, or the picture of one card, by its key. */
export type CardSpot = { media: true } | { card: string };

/** Under which name a file of a card is on its way up. */
export function uploadPlace(conversationId: string, spot: CardSpot): string {
  return `${conversationId}:card:${"media" in spot ? "media" : `${spot.card}:picture`}`;
}

/** The names under which files of a draft may be on their way up. */
function placesOf(conversationId: string, { cards }: CardDraft): string[] {
  const spots: CardSpot[] = [{ media: true }, ...cards.map(({ key }) => ({ card: key }))];
  return spots.map((spot) => uploadPlace(conversationId, spot));
}

/** Whether a file of the draft is on its way up, or waits for that. */
export function isUnderWay(uploads: Uploads, conversationId: string, draft: CardDraft): boolean {
  const held = placesOf(conversationId, draft).flatMap((place) => uploads.store.get(place) ?? []);
  return held.some(({ state }) => state === "sending" || state === "waiting");
}

/** Ends what is on its way up for a draft that is given up. */
export function endUploads(uploads: Uploads, conversationId: string, draft: CardDraft): void {
  for (const place of placesOf(conversationId, draft))
    for (const { key } of uploads.store.get(place) ?? []) uploads.remove(key);
}
