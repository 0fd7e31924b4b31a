import { inShop } from "#db/in-shop";
import { notFound } from "#lib/core/errors";
import type { MemberActor, VisitorActor } from "#lib/shops/actor";
import { requireConversation } from "./access";
import { findSeq } from "./find-seq";
import type { ListMessages, OneConversation } from "./input";
import { lockLatest } from "./open-conversation";
import { readMessages } from "./read-messages";
import { type ConversationRow, readRow } from "./view-conversation";
import { type MessageView, type VisitorMessageView, viewForVisitor } from "./view-message";

/** `found`: the number of the message whose place was asked for. */
export type ThreadView = { row: ConversationRow; messages: MessageView[]; hasOlder: boolean; found?: number };

/** Refuses unless the actor's shop has this conversation. */
export async function checkConversation(actor: MemberActor, input: OneConversation): Promise<void> {
  await inShop(actor.shopId, (tx) => requireConversation(tx, actor.shopId, input.conversationId));
}

/** A conversation and its last page of messages, oldest first. */
export async function loadThread(actor: MemberActor, input: OneConversation): Promise<ThreadView> {
  return inShop(actor.shopId, async (tx) => {
    const row = await readRow(tx, actor.shopId, input.conversationId);
    if (!row) throw notFound("conversation");
    const messages = await readMessages(tx, actor.shopId, row.id, { last: true });
    return { row, messages, hasOlder: (messages[0]?.seq ?? 1) > 1 };
  });
}

/**
 * Messages after, before or around a place, oldest first, with the conversation as it is now. A message that is not of
 * this conversation is absent; an instant after the last message gives the last page.
 */
export async function listMessages(actor: MemberActor, input: ListMessages): Promise<ThreadView> {
  return inShop(actor.shopId, async (tx) => {
    const row = await readRow(tx, actor.shopId, input.conversationId);
    if (!row) throw notFound("conversation");
    const around = input.around ?? (await findSeq(tx, actor.shopId, input));
    const messages = await readMessages(tx, actor.shopId, row.id, around ? { around } : rangeOf(input));
    const hasOlder = input.after === undefined && (messages[0]?.seq ?? 1) > 1;
    return { row, messages, hasOlder, ...(around && { found: around }) };
  });
}

/** The same for the shopper's own conversation, as she may see it. */
export async function listVisitorMessages(
  actor: VisitorActor,
  input: { after?: number | undefined; before?: number | undefined },
): Promise<{ messages: VisitorMessageView[] }> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockLatest(tx, actor.shopId, actor.identityId);
    if (!conversation) return { messages: [] };
    const messages = await readMessages(tx, actor.shopId, conversation.id, rangeOf(input));
    return { messages: messages.map(viewForVisitor) };
  });
}

function rangeOf(input: { after?: number | undefined; before?: number | undefined }) {
  if (input.after !== undefined) return { after: input.after };
  return input.before !== undefined ? { before: input.before } : { last: true as const };
}
