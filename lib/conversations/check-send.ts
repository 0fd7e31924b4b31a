import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { type Decision, decideSend, type SendFacts } from "#lib/contacts/decide-send";
import { permissionsOf } from "#lib/contacts/permissions";
import { now } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { firstName } from "#lib/shops/actor";
import type { LockedConversation } from "./access";

/** Gathers what the permission rule needs to know of a conversation and asks it. */
export async function checkSend(
  tx: Tx,
  conversation: LockedConversation,
  message: Pick<SendFacts, "message" | "author"> & { unanswered?: boolean },
): Promise<Decision> {
  const [found] = await tx
    .select({ name: contacts.name, blockedAt: contacts.blockedAt, channel: channels.kind })
    .from(contacts)
    .innerJoin(channels, and(eq(channels.shopId, contacts.shopId), eq(channels.id, conversation.channelId)))
    .where(and(eq(contacts.shopId, conversation.shopId), eq(contacts.id, conversation.contactId)));
  if (!found) throw notFound("contact");
  return decideSend({
    message: message.message,
    author: message.author,
    channel: found.channel,
    contactName: firstName(found.name) || "—",
    blocked: found.blockedAt !== null && !wroteSince(conversation, found.blockedAt),
    unanswered: message.unanswered ?? conversation.waitingSince !== null,
    lastContactAt: conversation.lastContactAt,
    windowExpiresAt: conversation.windowExpiresAt,
    permissions: await permissionsOf(tx, conversation.shopId, conversation.contactId),
    at: now(),
  });
}

/** Who blocked the shop and then writes to it wants an answer. Source: permission.md, the last row. */
function wroteSince({ lastContactAt }: LockedConversation, blockedAt: Date): boolean {
  return lastContactAt !== null && lastContactAt > blockedAt;
}

/** Throws the refusal, with the sentence that says which rule and what is left; returns when the message may go. */
export function requireAllowed(decision: Decision): void {
  if (!decision.allowed) throw refused(decision.key, decision.params);
}
