import { and, eq, isNull } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { beginErasure } from "./ask-erasure";
import { type Erased, readErasures } from "./erase/replay-list";
import { eraseContactData } from "./erase-contact";

/** How many erasures are on the replay list, and whose rows are whole again: a backup was put back. */
export async function listReturned(): Promise<{ listed: number; returned: Erased[] }> {
  const list = await readErasures();
  const returned: Erased[] = [];
  for (const erased of list) if (await inShop(erased.shopId, (tx) => isBack(tx, erased))) returned.push(erased);
  return { listed: list.length, returned };
}

async function isBack(tx: Tx, { shopId, contactId }: Erased): Promise<boolean> {
  const [back] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), isNull(contacts.erasedAt)));
  return back !== undefined;
}

/**
 * Erases again whoever a restored backup brought back: everybody on the replay list whose row is whole again. Run after
 * every restore, before anybody is let in. Answers how many it erased.
 */
export async function replayErasures(): Promise<number> {
  const { returned } = await listReturned();
  for (const { shopId, contactId } of returned) {
    const request = await inShop(shopId, (tx) =>
      beginErasure(tx, shopId, { contactId, origin: "me", proof: { replay: "backup" } }),
    );
    await eraseContactData({ shopId, requestId: request.id });
  }
  return returned.length;
}
