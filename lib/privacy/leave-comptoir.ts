import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { dataRequests } from "#db/schema/privacy";
import { listMyContacts } from "#lib/connect/my-contacts";
import { requireSamePerson } from "#lib/connect/same-person";
import type { Person } from "#lib/shops/actor";
import { beginErasure } from "./ask-erasure";
import { dropLogin } from "./erase/drop-login";
import type { LeaveComptoir } from "./input";

/**
 * Erases this person in every shop that knows her and, when the last of them is done, her login. A member of a shop's
 * team keeps the login. Answers in how many shops it began.
 */
export async function leaveComptoir(person: Person, input: LeaveComptoir): Promise<{ shops: number }> {
  requireSamePerson(person, input.person);
  const mine = await listMyContacts(person);
  for (const { shopId, contactId } of mine)
    await inShop(shopId, async (tx) => {
      const proof = { personId: person.id, sessionId: person.sessionId };
      const { id } = await beginErasure(tx, shopId, { contactId, proof }, { origin: "me", locale: input.locale });
      await tx
        .update(dataRequests)
        .set({ proof: sql`${dataRequests.proof} || ${JSON.stringify({ leaving: person.id })}::jsonb` })
        .where(and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, id)));
    });
  if (mine.length === 0) await dropLogin(person.id);
  return { shops: mine.length };
}
