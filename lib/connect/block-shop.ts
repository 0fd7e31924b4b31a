import { and, eq, sql } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import { contactChanged } from "#lib/contacts/events";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import { blockedSince } from "#lib/conversations/blocked-since";
import { refused } from "#lib/core/errors";
import type { Person } from "#lib/shops/actor";
import { changeMine } from "./change-mine";
import type { BlockShop } from "./input";
import { type MyShop, readErasing } from "./view-my-shop";

/**
 * Blocks a shop for this person: everything she allowed is withdrawn, and not even an answer goes out until she writes
 * again. Ending the block gives nothing back, and waits for an erasure under way. What is so already is not said again.
 * Source: permission.md, the last row.
 */
export async function blockShop(person: Person, input: BlockShop): Promise<MyShop> {
  return changeMine(person, input, async (tx, shopId, act) => {
    const own = and(eq(contacts.shopId, shopId), eq(contacts.id, act.contactId));
    const since = await blockedSince(tx, shopId, act.contactId);
    if (!input.blocked && (await readErasing(tx, shopId, act.contactId))) throw refused("shop_erasing");
    const gone = input.blocked ? await recordWithdrawal(tx, shopId, { ...act, purposes: PURPOSE_LIST }) : [];
    if (input.blocked === (since !== null))
      return gone.length > 0 ? { type: "permission_withdrawn", purposes: gone } : null;
    await tx
      .update(contacts)
      .set({ blockedAt: input.blocked ? sql`clock_timestamp()` : null, version: sql`${contacts.version} + 1` })
      .where(own);
    await contactChanged.record(tx, shopId, { contactId: act.contactId });
    return { type: input.blocked ? "shop_blocked" : "shop_unblocked" };
  });
}
