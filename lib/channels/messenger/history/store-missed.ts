import type { Tx } from "#db/in-shop";
import { type PlatformMessage, storeSentElsewhere } from "#lib/conversations/store-from-platform";
import { knowPerson } from "../inbound/known-person";
import type { Place } from "../inbound/place";
import { takeSaid } from "../inbound/take-message";
import type { ThreadPiece } from "./fetch-threads";
import { type PastMessage, readPast, storable } from "./past-message";
import { settleOwn } from "./settle-own";
import type { StoredPast } from "./store-past";

type Piece = Pick<ThreadPiece, "person" | "messages">;

/**
 * Takes in what was said while the webhook told nothing, from `since` on, as if it had told: whoever wrote waits for an
 * answer, and her window is open as long as the platform keeps it. What is held already changes nothing, and nothing
 * is sent to anybody.
 */
export async function storeMissed(tx: Tx, place: Place, pieces: readonly Piece[], since: Date): Promise<StoredPast> {
  const inOrder = [...pieces].sort((a, b) => (a.person.psid < b.person.psid ? -1 : 1));
  const stored: Date[] = [];
  for (const { person, messages } of inOrder)
    for (const message of missedOf(messages, place.pageId, since))
      if (await take(tx, place, storable(person.psid), message)) stored.push(message.createdAt);
  const fetched = pieces.reduce((sum, { messages }) => sum + messages.length, 0);
  const oldest = stored.length > 0 ? new Date(Math.min(...stored.map((at) => at.getTime()))) : null;
  return { stored: stored.length, skipped: fetched - stored.length, oldest, attachmentIds: [] };
}

/** The readable messages from `since` on, the earliest first. */
function missedOf(messages: Piece["messages"], pageId: string, since: Date): PastMessage[] {
  const read = messages.flatMap((message) => readPast(message, pageId) ?? []);
  const missed = read.filter(({ createdAt }) => createdAt >= since).reverse();
  return missed.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

async function take(tx: Tx, place: Place, psid: string, past: PastMessage): Promise<boolean> {
  const { author, createdAt, ...said } = past;
  const content: PlatformMessage = { ...said, at: createdAt, payload: null, replyTo: null };
  if (author === "contact") return takeSaid(tx, place, psid, content, { opening: "message", quiet: true });
  const thread = await knowPerson(tx, place, psid, createdAt);
  if (await settleOwn(tx, thread, past)) return false;
  const sent = { ...content, payload: { sentFrom: "page_inbox" as const } };
  return (await storeSentElsewhere(tx, thread, sent, "member")) !== null;
}
