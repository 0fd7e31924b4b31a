import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { sendFacts } from "./check-send";
import type { ComposerFacts } from "./composer-state";
import type { OneConversation } from "./input";

/** What the composer of a conversation needs beside its row; `composerState` makes of both what may be written. */
export async function loadComposer(actor: MemberActor, input: OneConversation): Promise<ComposerFacts> {
  return inShop(actor.shopId, async (tx) => {
    const [conversation] = await tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, actor.shopId), eq(conversations.id, input.conversationId)));
    if (!conversation) throw notFound("conversation");
    const facts = await sendFacts(tx, conversation, { message: "answer", author: "member" });
    const { contactName, blocked, stoppedAt, erasing, pausedUntil, permissions, webChat, reach } = facts;
    return {
      conversationId: conversation.id,
      contactName,
      blocked,
      stoppedAt: stoppedAt?.toISOString() ?? null,
      erasing,
      pausedUntil: pausedUntil?.toISOString() ?? null,
      permissions,
      webChat,
      reach: reach && {
        ...reach,
        optedInAt: reach.optedInAt?.toISOString() ?? null,
        firstMessageAt: reach.firstMessageAt?.toISOString() ?? null,
      },
    };
  });
}
