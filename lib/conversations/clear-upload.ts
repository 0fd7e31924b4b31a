import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { messengerUploads } from "#db/schema/messenger";
import { members } from "#db/schema/shops";
import { drafts, savedReplyFiles } from "#db/schema/writing";
import { DAY, now } from "#lib/core/clock";
import { removeFile } from "#lib/core/files";
import { addJob } from "#lib/jobs/add-job";

/** How long a file waits to be sent by the member who uploaded it, in milliseconds. */
const UPLOAD_KEPT_MS = 7 * DAY;

/** Lets a file that nothing uses wait, for a week where nothing else is said, and then be forgotten unless something does. */
export async function queueClearing(
  tx: Tx,
  shopId: string,
  attachmentId: string,
  waits = UPLOAD_KEPT_MS,
): Promise<void> {
  const runAt = new Date(now().getTime() + waits);
  await addJob(tx, "clearUpload", { shopId, attachmentId }, { runAt, key: `clear ${attachmentId}` });
}

export const ClearUpload = z.strictObject({ shopId: z.uuid(), attachmentId: z.uuid() });

/** Where a draft of whoever uploaded a file holds it. A removed member's draft holds nothing: nobody opens it again. */
const inDraft = (shopId: string) =>
  and(
    eq(drafts.shopId, shopId),
    eq(drafts.memberId, attachments.uploadedBy),
    sql`${drafts.attachmentIds} <> '{}'`,
    sql`${attachments.id} = any(${drafts.attachmentIds})`,
  );

/**
 * Forgets a file that was uploaded and not sent, its bytes too, and under which id a Page was given it. One of a message
 * or a saved reply stays; one that a draft holds is looked at again a week later.
 */
export async function clearUpload({ shopId, attachmentId }: z.output<typeof ClearUpload>): Promise<void> {
  const gone = await inShop(shopId, async (tx) => {
    const unsent = and(eq(attachments.id, attachmentId), isNull(attachments.messageId));
    const written = await tx
      .select({ id: attachments.id })
      .from(attachments)
      .innerJoin(drafts, inDraft(shopId))
      .innerJoin(members, and(eq(members.shopId, shopId), eq(members.id, drafts.memberId), isNull(members.removedAt)))
      .where(and(eq(attachments.shopId, shopId), unsent));
    if (written.length > 0) {
      await queueClearing(tx, shopId, attachmentId);
      return null;
    }
    const saved = tx
      .select()
      .from(savedReplyFiles)
      .where(and(eq(savedReplyFiles.shopId, shopId), eq(savedReplyFiles.attachmentId, attachmentId)));
    const [cleared] = await tx
      .delete(attachments)
      .where(and(eq(attachments.shopId, shopId), unsent, notExists(saved)))
      .returning({ storageKey: attachments.storageKey });
    if (cleared)
      await tx
        .delete(messengerUploads)
        .where(and(eq(messengerUploads.shopId, shopId), eq(messengerUploads.copyOf, attachmentId)));
    return cleared;
  });
  if (gone?.storageKey) await removeFile(gone.storageKey);
}
