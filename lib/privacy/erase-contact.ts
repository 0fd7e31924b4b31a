import { z } from "zod";
import { inShop } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { beginErasing } from "./erase/begin";
import { eraseMessages } from "./erase/erase-messages";
import { eraseRest } from "./erase/erase-rest";
import { noteErasures } from "./erase/replay-list";

export const EraseContact = z.object({ shopId: z.uuid(), requestId: z.uuid() });

/**
 * Erases what a shop holds of a contact, in stretches, each a transaction of its own, so that it goes on where it
 * stopped: messages with their files, then conversations, identities and whatever else points at them, the raw
 * deliveries she came in by, copies made for members, and her own row but for its id. What stays is what the law asks
 * for: the acts by which she gave and took back permission, that this was asked and done, and the sums of her orders.
 */
export async function eraseContactData({ shopId, requestId }: z.output<typeof EraseContact>): Promise<void> {
  const erasing = await inShop(shopId, (tx) => beginErasing(tx, shopId, requestId));
  if (!erasing) return;
  const at = now().toISOString();
  await noteErasures(erasing.contactIds.map((contactId) => ({ shopId, contactId, at })));
  let left = true;
  while (left) left = await inShop(shopId, (tx) => eraseMessages(tx, erasing));
  await inShop(shopId, (tx) => eraseRest(tx, erasing));
}
