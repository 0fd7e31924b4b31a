import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { tags } from "#db/schema/triage";
import { refused } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import type { MemberActor } from "#lib/shops/actor";
import { requireRole } from "#lib/shops/actor";
import { lockTags, requireStaying } from "./create-tag";
import { tagsChanged } from "./events";
import type { MergeTags, OneTag } from "./input";

/** From here on the tag is put on nothing more, and a job takes it off what has it. One that takes in another stays. */
async function leave(actor: MemberActor, tagId: string, intoId: string | null): Promise<void> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  await inShop(shopId, async (tx) => {
    const held = await lockTags(tx, shopId);
    for (const id of intoId ? [tagId, intoId] : [tagId]) requireStaying(held, id);
    if (held.some(({ leaving }) => leaving?.intoId === tagId)) throw refused("tag_under_way");
    const own = and(eq(tags.shopId, shopId), eq(tags.id, tagId));
    await tx.select({ id: tags.id }).from(tags).where(own).for("update"); // who puts it on just now ends first
    await tx.update(tags).set({ leavingSince: sql`clock_timestamp()`, intoId }).where(own);
    await addJob(tx, "dissolveTag", { shopId, tagId });
    await tagsChanged.record(tx, shopId, {});
  });
}

/** Removes a tag from the shop, once a job has taken it off every conversation. For owners and admins. */
export async function removeTag(actor: MemberActor, { tagId }: OneTag): Promise<{ leaving: true }> {
  await leave(actor, tagId, null);
  return { leaving: true };
}

/** Makes two tags one: a job gives the second to what has the first, which is gone then. For owners and admins. */
export async function mergeTags(actor: MemberActor, { tagId, intoId }: MergeTags): Promise<{ leaving: true }> {
  if (tagId === intoId) throw refused("tag_into_itself");
  await leave(actor, tagId, intoId);
  return { leaving: true };
}
