import { asc, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { tags } from "#db/schema/triage";
import type { MemberActor } from "#lib/shops/actor";
import type { TagHue } from "./hues";

/** `leaving`: it is being taken off everything, for another tag or none; it can no longer be put on anything. */
export type TagView = {
  id: string;
  name: string;
  hue: TagHue;
  leaving: { intoId: string | null } | null;
};

/** The tags of the present transaction's shop, by name. */
export async function readTags(tx: Tx, shopId: string): Promise<TagView[]> {
  const rows = await tx
    .select({
      ...{ id: tags.id, name: tags.name, hue: sql<TagView["hue"]>`${tags.hue}` },
      ...{ leavingSince: tags.leavingSince, intoId: tags.intoId },
    })
    .from(tags)
    .where(eq(tags.shopId, shopId))
    .orderBy(asc(sql`lower(${tags.name})`), asc(tags.id));
  return rows.map(({ leavingSince, intoId, ...tag }) => ({ ...tag, leaving: leavingSince && { intoId } }));
}

/** The tags of the actor's shop, by name. */
export async function listTags(actor: MemberActor): Promise<TagView[]> {
  return inShop(actor.shopId, (tx) => readTags(tx, actor.shopId));
}
