import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { conversationTags, tags } from "#db/schema/triage";
import { tagsChanged } from "./events";
import { putTag, takeTag } from "./tag-conversation";

export const DissolveTag = z.object({ shopId: z.uuid(), tagId: z.uuid() });

/** How many conversations are held at once; members wait for no more than these. */
export const BATCH = 50;

/**
 * Takes a tag that is leaving off what has it, putting the one it is merged into there instead, some conversations at a
 * time, and removes it when nothing has it any more. A worker that is killed in between leaves the rest as it was, and
 * the next goes on there. Twice is once.
 */
export async function dissolveTag({ shopId, tagId }: z.output<typeof DissolveTag>): Promise<void> {
  while (await inShop(shopId, (tx) => dissolveSome(tx, shopId, tagId)));
}

/** False when the tag is gone, or is not leaving. */
async function dissolveSome(tx: Tx, shopId: string, tagId: string): Promise<boolean> {
  const own = and(eq(tags.shopId, shopId), eq(tags.id, tagId));
  const [tag] = await tx.select({ leavingSince: tags.leavingSince, intoId: tags.intoId }).from(tags).where(own);
  if (!tag?.leavingSince) return false;
  const some = await lockSome(tx, shopId, tagId);
  for (const conversation of some) {
    if (tag.intoId) await putTag(tx, conversation, tag.intoId);
    await takeTag(tx, conversation, tagId);
  }
  if (some.length > 0) return true;
  await tx.delete(tags).where(own);
  await tagsChanged.record(tx, shopId, {});
  return false;
}

/** The next that have it, locked. None gets it meanwhile: it is leaving. */
async function lockSome(tx: Tx, shopId: string, tagId: string) {
  const tagged = tx
    .select({ id: conversationTags.conversationId })
    .from(conversationTags)
    .where(and(eq(conversationTags.shopId, shopId), eq(conversationTags.tagId, tagId)))
    .orderBy(asc(conversationTags.conversationId))
    .limit(BATCH);
  return tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), inArray(conversations.id, tagged)))
    .orderBy(asc(conversations.id))
    .for("no key update");
}
