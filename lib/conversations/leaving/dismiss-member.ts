import { and, asc, eq, inArray } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import type { MemberActor } from "#lib/shops/actor";
import { removeMember } from "#lib/shops/remove-member";
import { changeHeld, lockMessage } from "../held-message";
import type { DismissMember } from "./input";

/** Makes scheduled messages another member's. One that went meanwhile, or is not hers, is left as it is. */
async function takeOver(tx: Tx, actor: MemberActor, memberId: string, ids: readonly string[]): Promise<void> {
  const { shopId } = actor;
  const waiting = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.memberId, memberId),
        eq(messages.delivery, "scheduled"),
        inArray(messages.id, [...ids]),
      ),
    )
    .orderBy(asc(messages.conversationId), asc(messages.seq));
  for (const { id } of waiting) {
    const held = await lockMessage(tx, shopId, id);
    if (held.message.delivery === "scheduled") await changeHeld(tx, held, { memberId: actor.memberId });
  }
}

/**
 * Removes a member. Those of her scheduled messages that the actor decides for go at their time in the actor's name; no
 * other goes: each is shown as not sent where it stands, and another member decides.
 */
export async function dismissMember(
  actor: MemberActor,
  { memberId, takeOver: ids = [] }: DismissMember,
): Promise<{ removed: true }> {
  return inShop(actor.shopId, async (tx) => {
    if (ids.length > 0) await takeOver(tx, actor, memberId, ids);
    return removeMember(tx, actor, { memberId });
  });
}
