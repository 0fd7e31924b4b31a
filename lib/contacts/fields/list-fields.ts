import { asc, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contactFields } from "#db/schema/contact-about";
import type { MemberActor } from "#lib/shops/actor";
import type { FieldShape } from "./field-kinds";

/** `defined`: made in the settings, so that it stands with contacts that have nothing in it too. */
export type FieldView = FieldShape & { id: string; defined: boolean; archived: boolean };

/** The fields of the present transaction's shop in their order, those that are put away too. */
export async function readAllFields(tx: Tx, shopId: string): Promise<FieldView[]> {
  const rows = await tx
    .select()
    .from(contactFields)
    .where(eq(contactFields.shopId, shopId))
    .orderBy(asc(contactFields.place), asc(sql`lower(${contactFields.name})`));
  return rows.map(({ id, name, kind, choices, defined, archivedAt }) => ({
    ...{ id, name, kind, choices, defined },
    archived: archivedAt !== null,
  }));
}

/** The fields of the actor's shop in their order, those that are put away too. */
export async function listFields(actor: MemberActor): Promise<FieldView[]> {
  return inShop(actor.shopId, (tx) => readAllFields(tx, actor.shopId));
}
