import { and, eq, inArray, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contactFields } from "#db/schema/contact-about";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { contactFieldsChanged } from "../events";
import type { OrderFields } from "./input";
import type { FieldView } from "./list-fields";
import { lockFields, requireField } from "./lock-fields";

/** Puts the fields of the shop into an order, with every contact. For owners and admins. */
export async function orderFields(actor: MemberActor, { fieldIds }: OrderFields): Promise<FieldView[]> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const fields = await lockFields(tx, shopId);
    const named = [...new Set(fieldIds)].map((id) => requireField(fields, id));
    const ordered = [...named, ...fields.filter((field) => !named.includes(field))];
    if (ordered.length === 0) return ordered;
    const places = ordered.map(({ id }, place) => sql`when ${id}::uuid then ${place}::int`);
    await tx
      .update(contactFields)
      .set({ place: sql`case ${contactFields.id} ${sql.join(places, sql` `)} end` })
      .where(
        and(
          eq(contactFields.shopId, shopId),
          inArray(
            contactFields.id,
            ordered.map(({ id }) => id),
          ),
        ),
      );
    await contactFieldsChanged.record(tx, shopId, {});
    return ordered;
  });
}
