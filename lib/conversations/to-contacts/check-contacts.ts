import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { type ContactChance, soonest } from "./soonest";

/** The most contacts that are written to at once. */
export const MOST_WRITTEN_TO = 100;

/** `purpose`: `offers` for anything that sells, a mixed message too. */
export const CheckContacts = z.strictObject({
  contactIds: z.array(z.uuid()).min(1).max(MOST_WRITTEN_TO),
  purpose: z.enum(["service", "offers"]),
});
export type CheckContacts = z.output<typeof CheckContacts>;

/**
 * What the rule says now of one message to each of these contacts: in whichever of her conversations it may go soonest,
 * of those the one written in last. It is decided again when each is sent. Whoever is not there, erased or joined with
 * somebody else is left out; where nobody is left, that is refused.
 */
export async function checkContacts(actor: MemberActor, input: CheckContacts): Promise<ContactChance[]> {
  const { shopId } = actor;
  const message = input.purpose === "offers" ? ("offer" as const) : ("answer" as const);
  const ids = [...new Set(input.contactIds)];
  return inShop(shopId, async (tx) => {
    const known = await tx
      .select({ id: contacts.id, name: contacts.name })
      .from(contacts)
      .where(
        and(
          eq(contacts.shopId, shopId),
          inArray(contacts.id, ids),
          isNull(contacts.erasedAt),
          isNull(contacts.mergedInto),
        ),
      );
    if (known.length === 0) throw notFound("contact");
    const found: ContactChance[] = [];
    for (const id of ids) {
      const contact = known.find((one) => one.id === id);
      if (contact) found.push(await soonest(tx, shopId, contact, message));
    }
    return found;
  });
}
