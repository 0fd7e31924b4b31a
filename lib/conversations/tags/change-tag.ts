import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { tags } from "#db/schema/triage";
import { refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { findByName, lockTags, requireStaying } from "./create-tag";
import { tagsChanged } from "./events";
import type { ChangeTag } from "./input";
import type { TagView } from "./list-tags";

/** Gives a tag another name or hue, on every conversation that has it. Another tag's name is refused: merge them. For owners and admins. */
export async function changeTag(actor: MemberActor, { tagId, name, hue }: ChangeTag): Promise<TagView> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const held = await lockTags(tx, actor.shopId);
    const tag = requireStaying(held, tagId);
    const same = await findByName(tx, actor.shopId, name);
    if (same && same.id !== tagId) throw refused("tag_name_taken", { name });
    await tx
      .update(tags)
      .set({ name, hue })
      .where(and(eq(tags.shopId, actor.shopId), eq(tags.id, tagId)));
    await tagsChanged.record(tx, actor.shopId, {});
    return { ...tag, name, hue };
  });
}
