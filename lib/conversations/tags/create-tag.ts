import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { shops } from "#db/schema/shops";
import { tags } from "#db/schema/triage";
import { notFound, refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { found } from "../append-message";
import { tagsChanged } from "./events";
import { rarestHue } from "./hues";
import type { CreateTag } from "./input";
import { readTags, type TagView } from "./list-tags";

/** More would no longer fit a list that is read. */
const MOST_TAGS = 200;

/** Tags of one shop are made and renamed one after another. */
export async function lockTags(tx: Tx, shopId: string): Promise<TagView[]> {
  await tx.select({ id: shops.id }).from(shops).where(eq(shops.id, shopId)).for("no key update");
  return readTags(tx, shopId);
}

/** The tag that is called so, however its letters are written. */
export async function findByName(tx: Tx, shopId: string, name: string): Promise<{ id: string } | null> {
  const [same] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.shopId, shopId), eq(sql`lower(${tags.name})`, sql`lower(${name})`)));
  return same ?? null;
}

/** One of the shop's tags that is not being merged or removed: that is refused, and an absent one. */
export function requireStaying(held: readonly TagView[], tagId: string): TagView {
  const tag = held.find(({ id }) => id === tagId);
  if (!tag) throw notFound("tag");
  if (tag.leaving) throw refused("tag_under_way");
  return tag;
}

/** Makes a tag for the whole shop. A name that is there already gives that tag. */
export async function createTag(actor: MemberActor, input: CreateTag): Promise<TagView> {
  return inShop(actor.shopId, async (tx) => {
    const held = await lockTags(tx, actor.shopId);
    const same = await findByName(tx, actor.shopId, input.name);
    if (same) return requireStaying(held, same.id);
    if (held.length >= MOST_TAGS) throw refused("too_many_tags", { max: MOST_TAGS });
    const hue = input.hue ?? rarestHue(held);
    const [made] = await tx.insert(tags).values({ shopId: actor.shopId, name: input.name, hue }).returning();
    await tagsChanged.record(tx, actor.shopId, {});
    return { id: found(made).id, name: input.name, hue, leaving: null };
  });
}
