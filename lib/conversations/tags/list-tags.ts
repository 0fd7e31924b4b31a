import { asc, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { tags } from "#db/schema/triage";
import type { MemberActor } from "#lib/shops/actor";
import type { TAG_HUES } from "./input";

export type TagView = { id: string; name: string; hue: (typeof TAG_HUES)[number] };

/** The tags of the present transaction's shop, by name. */
export async function readTags(tx: Tx, shopId: string): Promise<TagView[]> {
  return tx
    .select({ id: tags.id, name: tags.name, hue: sql<TagView["hue"]>`${tags.hue}` })
    .from(tags)
    .where(eq(tags.shopId, shopId))
    .orderBy(asc(sql`lower(${tags.name})`), asc(tags.id));
}

/** The tags of the actor's shop, by name. */
export async function listTags(actor: MemberActor): Promise<TagView[]> {
  return inShop(actor.shopId, (tx) => readTags(tx, actor.shopId));
}
