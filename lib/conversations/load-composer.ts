import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { checkSend, sendFacts } from "./check-send";
import type { ComposerFacts } from "./composer-state";
import type { LookAtComposer } from "./input";
import { chanceOf, type OfferChance } from "./offer-chance";

/** `offer`: what becomes of an offer that is sent now, where that was asked. */
export type LoadedComposer = ComposerFacts & { offer: OfferChance | null };

/** What the composer of a conversation needs beside its row; `composerState` makes of both what may be written. */
export async function loadComposer(actor: MemberActor, input: LookAtComposer): Promise<LoadedComposer> {
  return inShop(actor.shopId, async (tx) => {
    const [conversation] = await tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, actor.shopId), eq(conversations.id, input.conversationId)));
    if (!conversation) throw notFound("conversation");
    const facts = await sendFacts(tx, conversation, { message: "answer", author: "member" });
    const asked = { message: "offer", author: "member" } as const;
    const { contactName, blocked, stoppedAt, erasing, pausedUntil, permissions, webChat, reach } = facts;
    return {
      conversationId: conversation.id,
      offer: input.offer ? chanceOf(await checkSend(tx, conversation, asked)) : null,
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
