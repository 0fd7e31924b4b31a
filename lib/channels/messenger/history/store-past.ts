import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { attachments, conversations, messages } from "#db/schema/conversations";
import { earlyChanges } from "#db/schema/messenger";
import { isStopWord } from "#lib/contacts/stop-words";
import { extendWindow } from "#lib/conversations/extend-window";
import { overBefore, readTimes } from "#lib/conversations/kept-times";
import { newId } from "#lib/core/ids";
import type { ReadablePage, ThreadPiece } from "./fetch-threads";
import { findPeople, type PastIdentity, type Place } from "./find-people";
import { type PastMessage, readPast, storable } from "./past-message";
import { conversationsInDoubt, settleOwn } from "./settle-own";

type Conversation = typeof conversations.$inferSelect;
type Past = { psid: string; name: string; messages: PastMessage[] };

/** What became of some fetched messages. `skipped`: known already, taken back, younger than the import, older than the shop keeps, or not readable. */
export type StoredPast = { stored: number; skipped: number; oldest: Date | null; attachmentIds: string[] };

/**
 * Stores fetched messages that the shop does not hold, in the order they were written, and nothing else happens: no
 * job sends or tells anything, nobody waits and nothing is unread. A person without a conversation gets a closed one.
 * Her last message opens the window as a live one does, for the platform counts from it; a stop word opens nothing. Messages from `until` on are left to the webhook, which has been told of them.
 */
export async function storePast(
  tx: Tx,
  place: Place & Pick<ReadablePage, "pageId">,
  pieces: readonly Pick<ThreadPiece, "person" | "messages">[],
  until: Date,
): Promise<StoredPast> {
  const fetched = pieces.reduce((sum, piece) => sum + piece.messages.length, 0);
  const past = await onlyNew(tx, place, pieces, until);
  if (past.length === 0) return { stored: 0, skipped: fetched, oldest: null, attachmentIds: [] };
  const people = await findPeople(tx, place, past.map(personOf));
  const before = await lockConversations(tx, place, [...people.values()]);
  const threads = [...before.values()].map(({ id }) => id);
  const doubtful = await conversationsInDoubt(tx, place.shopId, threads);
  for (const one of past) {
    const identity = people.get(one.psid);
    if (identity && doubtful.has(before.get(identity.id)?.id ?? "")) await takeOwnOut(tx, place, one, identity.id);
  }
  const held = await lockConversations(tx, place, [...people.values()]);
  const written = past.flatMap((one) => {
    const identity = people.get(one.psid);
    return identity && one.messages.length > 0 ? [writeInto(place, identity, held.get(identity.id), one.messages)] : [];
  });
  if (written.length === 0) return { stored: 0, skipped: fetched, oldest: null, attachmentIds: [] };
  const fresh = written.flatMap(({ made }) => (made ? [made] : []));
  if (fresh.length > 0) await tx.insert(conversations).values(fresh);
  for (const { changed } of written) if (changed) await change(tx, place, changed);
  const rows = written.flatMap((one) => one.rows);
  await tx.insert(messages).values(rows.map(({ files: _, ...row }) => row));
  const files = rows.flatMap((row) =>
    row.files.map((file, position) => ({ ...file, id: newId(), shopId: place.shopId, messageId: row.id, position })),
  );
  if (files.length > 0) await tx.insert(attachments).values(files);
  const oldest = new Date(Math.min(...rows.map((row) => row.createdAt.getTime())));
  return { stored: rows.length, skipped: fetched - rows.length, oldest, attachmentIds: files.map(({ id }) => id) };
}

async function onlyNew(
  tx: Tx,
  { shopId, channelId, pageId }: Place & Pick<ReadablePage, "pageId">,
  pieces: readonly Pick<ThreadPiece, "person" | "messages">[],
  until: Date,
): Promise<Past[]> {
  const ids = pieces.flatMap((piece) => piece.messages.map(({ id }) => id));
  if (ids.length === 0) return [];
  const known = await tx
    .select({ externalId: messages.externalId })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), eq(messages.channelId, channelId), inArray(messages.externalId, ids)));
  const takenBack = await tx
    .select({ externalId: earlyChanges.externalId })
    .from(earlyChanges)
    .where(
      and(
        eq(earlyChanges.shopId, shopId),
        eq(earlyChanges.channelId, channelId),
        eq(earlyChanges.kind, "unsend"),
        inArray(earlyChanges.externalId, ids),
      ),
    );
  const over = overBefore((await readTimes(tx, shopId)).times.messages);
  const seen = new Set([...known, ...takenBack].map(({ externalId }) => externalId));
  return pieces.flatMap(({ person, messages: fetched }) => {
    const wanted = fetched.flatMap((one): PastMessage[] => {
      const read = readPast(one, pageId);
      if (!read || read.createdAt >= until || read.createdAt < over || seen.has(read.externalId)) return [];
      seen.add(read.externalId);
      return [read];
    });
    const inOrder = wanted.reverse().sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    return inOrder.length === 0 ? [] : [{ ...person, name: storable(person.name), messages: inOrder }];
  });
}

function personOf({ psid, name, messages: past }: Past) {
  const heard = past.findLast(({ author }) => author === "contact") ?? past.at(-1);
  const now = new Date();
  return { psid, name, createdAt: past[0]?.createdAt ?? now, lastSeenAt: heard?.createdAt ?? now };
}

/** The latest conversation of each identity, locked; those of all are locked in one order, so that nobody deadlocks. */
async function lockConversations(tx: Tx, { shopId }: Place, people: readonly PastIdentity[]) {
  const ids = people.map(({ id }) => id);
  const found = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), inArray(conversations.identityId, ids)))
    .orderBy(asc(conversations.id))
    .for("update");
  found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return new Map(found.map((conversation) => [conversation.identityId, conversation]));
}

/** Leaves out of one person's messages those of ours that the shop holds already, in doubt until now. */
async function takeOwnOut(tx: Tx, place: Place, past: Past, identityId: string): Promise<void> {
  const left: PastMessage[] = [];
  for (const message of past.messages) {
    const own = message.author === "member" && (await settleOwn(tx, { ...place, identityId }, message));
    if (!own) left.push(message);
  }
  past.messages = left;
}

/** The rows of one person's messages, and the conversation they make or change. Nothing is empty here. */
function writeInto(
  { shopId, channelId }: Place,
  { id: identityId, contactId }: PastIdentity,
  held: Conversation | undefined,
  past: readonly PastMessage[],
) {
  const conversationId = held?.id ?? newId();
  const seqBefore = held?.lastSeq ?? 0;
  const rows = past.map((message, index) => ({
    ...message,
    ...{ id: newId(), shopId, channelId, conversationId, seq: seqBefore + index + 1 },
    delivery: message.author === "contact" ? ("received" as const) : ("sent" as const),
    payload: message.author === "contact" ? null : { sentFrom: "page_inbox" as const },
  }));
  const lastSeq = seqBefore + rows.length;
  const lastMessageAt = rows.at(-1)?.createdAt ?? new Date();
  const heard = rows.findLast(({ author }) => author === "contact");
  const contactAt = heard?.createdAt ?? null;
  const before = held?.windowExpiresAt ?? null;
  const windowExpiresAt = heard && !isStopWord(heard.body) ? extendWindow(before, heard.createdAt, "message") : before;
  if (held) return { rows, changed: { held, lastSeq, lastMessageAt, contactAt, windowExpiresAt } };
  const made = {
    ...{ id: conversationId, shopId, contactId, identityId, channelId, status: "closed" as const },
    ...{ lastSeq, latestSeq: lastSeq, memberReadSeq: lastSeq, lastMessageAt, lastContactAt: contactAt },
    windowExpiresAt,
  };
  return { rows, made };
}

type Change = Pick<Conversation, "lastSeq" | "lastMessageAt" | "windowExpiresAt"> & {
  held: Conversation;
  contactAt: Date | null;
};

/** The list goes on showing the message that was written last, which older ones that come in now are not. */
async function change(tx: Tx, { shopId }: Place, changed: Change): Promise<void> {
  const { held, lastSeq, lastMessageAt, contactAt, windowExpiresAt } = changed;
  const later = lastMessageAt > held.lastMessageAt;
  const heard = contactAt && (!held.lastContactAt || contactAt > held.lastContactAt);
  await tx
    .update(conversations)
    .set({
      ...{ lastSeq, windowExpiresAt },
      ...(later ? { latestSeq: lastSeq, lastMessageAt } : {}),
      ...(heard ? { lastContactAt: contactAt } : {}),
      ...(held.memberReadSeq === held.lastSeq ? { memberReadSeq: lastSeq } : {}),
      version: sql`${conversations.version} + 1`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(and(eq(conversations.shopId, shopId), eq(conversations.id, held.id)));
}
