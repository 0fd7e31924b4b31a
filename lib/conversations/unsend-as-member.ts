import { inShop } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { found } from "./append-message";
import { blankMessage } from "./change-message";
import type { OneMessage } from "./input";
import { lockOwnMessage } from "./own-held-message";
import { whyNotTakenBack } from "./own-message";
import { readMessage } from "./read-messages";
import type { MessageView } from "./view-message";

/** Takes a member's own message back at the shopper's end and here: its words and files are gone, its place says so. */
export async function unsendAsMember(actor: MemberActor, { messageId }: OneMessage): Promise<MessageView> {
  const { shopId, memberId } = actor;
  return inShop(shopId, async (tx) => {
    const { held, judged } = await lockOwnMessage(tx, shopId, messageId);
    const refusal = whyNotTakenBack(judged, memberId);
    if (refusal && !(judged.unsent && refusal.key === "message_taken_back")) throw refused(refusal.key);
    if (!judged.unsent) await blankMessage(tx, held, now());
    return found(await readMessage(tx, shopId, messageId));
  });
}
