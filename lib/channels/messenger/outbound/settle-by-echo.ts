import { and, eq, inArray, or } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { lockConversation } from "#lib/conversations/access";
import type { StoredMessage } from "#lib/conversations/append-message";
import { changeDelivery } from "./delivery";

export type Echo = { shopId: string; channelId: string; mid: string; metadata: string | null };

/** What an echo is of, when it is of a message of ours. */
export type EchoOf = { conversationId: string; messageId: string };

const Metadata = z.uuid();

/**
 * Settles a message of ours by its echo, whether that comes before the answer to the call, after it, or instead of it.
 * Null when the echo is of a message that was not sent from here: then it is to be stored.
 */
export async function settleByEcho(tx: Tx, echo: Echo): Promise<EchoOf | null> {
  const message = await findSent(tx, echo);
  if (!message) return null;
  const conversation = await lockConversation(tx, echo.shopId, message.conversationId);
  const held = await findSent(tx, echo);
  if (held && held.externalId === null)
    await changeDelivery(tx, conversation, held.id, { delivery: "sent", externalId: echo.mid, problem: null });
  return { conversationId: message.conversationId, messageId: message.id };
}

async function findSent(tx: Tx, { shopId, channelId, mid, metadata }: Echo): Promise<StoredMessage | undefined> {
  const named = Metadata.safeParse(metadata);
  const rows = await tx
    .select({ message: messages })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
    )
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.channelId, channelId),
        inArray(messages.author, ["member", "app", "system"]),
        or(eq(messages.externalId, mid), named.success ? eq(messages.id, named.data) : undefined),
      ),
    );
  const found = rows.map((row) => row.message);
  return found.find((message) => message.externalId === mid) ?? found[0];
}
