import { and, eq, isNull, notExists } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { savedReplyFiles } from "#db/schema/writing";
import { DAY } from "#lib/core/clock";
import { removeFile } from "#lib/core/files";

/** How long a file waits to be sent by the member who uploaded it, in milliseconds. */
export const UPLOAD_KEPT_MS = 7 * DAY;

export const ClearUpload = z.strictObject({ shopId: z.uuid(), attachmentId: z.uuid() });

/** Forgets a file that was uploaded and not sent, its bytes too. One of a message or a saved reply stays. */
export async function clearUpload({ shopId, attachmentId }: z.output<typeof ClearUpload>): Promise<void> {
  const [gone] = await inShop(shopId, (tx) => {
    const saved = tx
      .select()
      .from(savedReplyFiles)
      .where(and(eq(savedReplyFiles.shopId, shopId), eq(savedReplyFiles.attachmentId, attachmentId)));
    return tx
      .delete(attachments)
      .where(
        and(
          eq(attachments.shopId, shopId),
          eq(attachments.id, attachmentId),
          isNull(attachments.messageId),
          notExists(saved),
        ),
      )
      .returning({ storageKey: attachments.storageKey });
  });
  if (gone?.storageKey) await removeFile(gone.storageKey);
}
