import { and, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { attachments, conversations, messages } from "#db/schema/conversations";
import { lockConversation } from "#lib/conversations/access";
import { isHeld } from "#lib/conversations/held-message";
import { settleSent } from "#lib/conversations/settle-sent";
import { MINUTE } from "#lib/core/clock";
import type { Place } from "./find-people";
import type { PastMessage } from "./past-message";

/** So far apart at most are the instant of an attempt by our clock and that of its message by the platform's. */
const NEAR_MS = 2 * MINUTE;

/**
 * Settles the message of ours that a fetched one is: one whose call had an unknown outcome, and whose echo was lost with
 * the webhook. Past messages carry no mark of ours, so that it is known by its words, the number of its files and the
 * instant of its attempt. False when none is.
 */
export async function settleOwn(tx: Tx, place: Place & { identityId: string }, past: PastMessage): Promise<boolean> {
  const { shopId, channelId } = place;
  const { externalId, createdAt: at } = past;
  const [found] = await inDoubt(tx, place, past);
  if (!found) return false;
  const conversation = await lockConversation(tx, shopId, found.conversationId);
  if (await isHeld(tx, { shopId, channelId, externalId })) return false;
  const [message] = await inDoubt(tx, place, past);
  if (!message || message.conversationId !== conversation.id) return false;
  await settleSent(tx, { message, conversation }, { externalId, at });
  return true;
}

const IN_DOUBT = and(inArray(messages.delivery, ["sending", "unconfirmed"]), isNull(messages.externalId));

/** Which of these conversations hold a message of ours in doubt. */
export async function conversationsInDoubt(tx: Tx, shopId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await tx
    .selectDistinct({ id: messages.conversationId })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), inArray(messages.conversationId, [...ids]), IN_DOUBT));
  return new Set(found.map(({ id }) => id));
}

/** The message in doubt that was tried nearest to then. */
async function inDoubt(tx: Tx, { shopId, identityId }: Place & { identityId: string }, past: PastMessage) {
  const then = past.createdAt.getTime();
  const theirs = tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.identityId, identityId)));
  const files = tx.$count(attachments, and(eq(attachments.shopId, shopId), eq(attachments.messageId, messages.id)));
  return tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        inArray(messages.conversationId, theirs),
        IN_DOUBT,
        eq(messages.body, past.body),
        gte(messages.attemptedAt, new Date(then - NEAR_MS)),
        lte(messages.attemptedAt, new Date(then + NEAR_MS)),
        eq(files, past.files.length),
      ),
    )
    .orderBy(sql`abs(extract(epoch from ${messages.attemptedAt} - ${past.createdAt.toISOString()}::timestamptz))`)
    .limit(1);
}
