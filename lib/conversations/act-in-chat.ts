import { inShop, type Tx } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import type { VisitorActor } from "#lib/shops/actor";
import { found } from "./append-message";
import { blankMessage, storeReaction } from "./change-message";
import { changeHeld, type Held, lockMessage } from "./held-message";
import type { OneMessage, ReactInChat } from "./input";
import { hasReached } from "./reached";
import { readMessage } from "./read-messages";
import { type VisitorMessageView, viewForVisitor } from "./view-message";
import { afterTakenBack } from "./written-order";

type Shopper = Pick<VisitorActor, "shopId" | "identityId">;
type Answer = { message: VisitorMessageView };

/**
 * A shopper's reaction to a message of the shop in her own chat, once for each message; null takes it back. It is permission
 * for nothing, and opens nothing again.
 */
export async function reactInChat(actor: Shopper, { messageId, emoji }: ReactInChat): Promise<Answer> {
  return inShop(actor.shopId, async (tx) => {
    const held = await lockHers(tx, actor, messageId);
    const { author, unsentAt } = held.message;
    if (author === "contact" || unsentAt) throw notFound("message");
    if (await storeReaction(tx, held.message, { author: "contact", emoji, at: now() })) await changeHeld(tx, held, {});
    return viewOf(tx, actor, messageId);
  });
}

/**
 * Takes back what a shopper wrote in her own chat, at any time: its words and files are gone for the shop too, and she
 * waits no longer for an answer to them.
 */
export async function unsendInChat(actor: Shopper, { messageId }: OneMessage): Promise<Answer> {
  return inShop(actor.shopId, async (tx) => {
    const held = await lockHers(tx, actor, messageId);
    if (held.message.author !== "contact") throw notFound("message");
    if (!held.message.unsentAt)
      await blankMessage(tx, held, now(), await afterTakenBack(tx, held.conversation, messageId));
    return viewOf(tx, actor, messageId);
  });
}

/** A message that she sees in her own chat, locked; everything else is as absent. */
async function lockHers(tx: Tx, { shopId, identityId }: Shopper, messageId: string): Promise<Held> {
  const held = await lockMessage(tx, shopId, messageId);
  if (held.conversation.identityId !== identityId || !hasReached(held.message)) throw notFound("message");
  return held;
}

async function viewOf(tx: Tx, { shopId }: Shopper, messageId: string): Promise<Answer> {
  return { message: viewForVisitor(found(await readMessage(tx, shopId, messageId))) };
}
