import { and, eq, isNull } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { shops } from "#db/schema/shops";
import { beginErasure } from "./ask-erasure";
import { readErasures } from "./erase/replay-list";
import { eraseContactData } from "./erase-contact";

/**
 * Erases again whoever a restored backup brought back: everybody on the replay list whose row is whole again. Run after
 * every restore, before anybody is let in. Answers how many it erased.
 */
export async function replayErasures(): Promise<number> {
  let erased = 0;
  for (const { shopId, contactId } of await readErasures()) {
    const request = await inShop(shopId, async (tx) => {
      const [back] = await tx
        .select({ id: contacts.id })
        .from(contacts)
        .innerJoin(shops, eq(shops.id, contacts.shopId))
        .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), isNull(contacts.erasedAt)));
      return back ? beginErasure(tx, shopId, { contactId, origin: "me", proof: { replay: "backup" } }) : null;
    });
    if (!request) continue;
    await eraseContactData({ shopId, requestId: request.id });
    erased += 1;
  }
  return erased;
}
