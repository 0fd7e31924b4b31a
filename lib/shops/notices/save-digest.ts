import { eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { digests } from "#db/schema/notice-choices";
import { persons } from "#db/schema/persons";
import { refused } from "#lib/core/errors";
import { mailIsOn } from "#lib/mail/mail-is-on";
import type { MemberActor } from "../actor";
import { noticesChosen } from "../events";
import { lockMember } from "../load-member";
import type { SaveDigest } from "./input";
import { provenOf } from "./proven-of";
import { queueNextDigest } from "./queue-digest";

/**
 * Has the member mailed at an hour of each day how her shop stands, or no more. Refused where no mail is sent, and to a
 * member whose address nobody proved. However often it is chosen anew, a day has one.
 */
export async function saveDigest(actor: MemberActor, { hour, timeZone }: SaveDigest): Promise<void> {
  const { shopId, memberId, personId } = actor;
  if (hour !== null && !mailIsOn()) throw refused("no_digest");
  await inShop(shopId, async (tx) => {
    await lockMember(tx, actor, memberId);
    const [person] = await tx.select().from(persons).where(eq(persons.id, personId));
    if (hour !== null && !(person && provenOf(person))) throw refused("address_unproven");
    const [kept] = await tx
      .insert(digests)
      .values({ shopId, memberId, hour, timeZone })
      .onConflictDoUpdate({ target: [digests.shopId, digests.memberId], set: { hour, timeZone } })
      .returning();
    if (hour !== null) await queueNextDigest(tx, actor, { hour, timeZone }, kept?.mailedOn ?? null);
    await noticesChosen.record(tx, shopId, { memberId });
  });
}
