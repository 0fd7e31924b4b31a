import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { messages, type SendProblem } from "#db/schema/conversations";
import { changeConversation, type LockedConversation } from "#lib/conversations/access";
import type { StoredMessage } from "#lib/conversations/append-message";
import { messageStored } from "#lib/conversations/events";

type Change = Partial<
  Pick<StoredMessage, "delivery" | "problem" | "externalId" | "attempts" | "attemptedAt" | "kind" | "body" | "decision">
>;

/** Changes how a message of a locked conversation stands, and tells every screen. */
export async function changeDelivery(
  tx: Tx,
  conversation: LockedConversation,
  messageId: string,
  change: Change,
): Promise<void> {
  const { shopId, id: conversationId } = conversation;
  await tx
    .update(messages)
    .set({ ...change, version: sql`${messages.version} + 1` })
    .where(and(eq(messages.shopId, shopId), eq(messages.id, messageId)));
  await changeConversation(tx, conversation, {});
  await messageStored.record(tx, shopId, { conversationId, messageId });
}

/** A problem that the platform did not number. */
export function problemOf(key: string): SendProblem {
  return { key, code: null, subcode: null, trace: null };
}

/** Notes that the first message of Login Connect goes, or that it did not after all. */
export async function noteFirstMessage(
  tx: Tx,
  { shopId, identityId }: LockedConversation,
  at: Date | null,
): Promise<void> {
  await tx
    .update(identities)
    .set({ firstMessageAt: at })
    .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId)));
}
