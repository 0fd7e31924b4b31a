import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contactFields } from "#db/schema/contact-about";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { contactFieldsChanged } from "../events";
import type { OneField } from "./input";
import type { FieldView } from "./list-fields";
import { lockFields, requireField, requireRoom } from "./lock-fields";

async function putAway(actor: MemberActor, { fieldId }: OneField, archived: boolean): Promise<FieldView> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const fields = await lockFields(tx, shopId);
    const field = requireField(fields, fieldId);
    if (field.archived === archived) return field;
    if (!archived) requireRoom(fields);
    await tx
      .update(contactFields)
      .set({ defined: true, archivedAt: archived ? sql`clock_timestamp()` : null })
      .where(and(eq(contactFields.shopId, shopId), eq(contactFields.id, fieldId)));
    await contactFieldsChanged.record(tx, shopId, {});
    return { ...field, defined: true, archived };
  });
}

/** Puts a field away: it is shown with no contact any more, and what they hold in it is kept. For owners and admins. */
export async function archiveField(actor: MemberActor, input: OneField): Promise<FieldView> {
  return putAway(actor, input, true);
}

/** Brings a field back that was put away, with all that contacts hold in it. For owners and admins. */
export async function restoreField(actor: MemberActor, input: OneField): Promise<FieldView> {
  return putAway(actor, input, false);
}
