import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { savedReplies } from "#db/schema/writing";
import { getFile } from "#lib/core/files";
import type { MemberActor } from "#lib/shops/actor";
import { readSavedFiles } from "./list-saved-replies";
import { lockSavedReply } from "./lock-saved-reply";
import { viewAttachment } from "./read-parts";
import type { OneSavedReply } from "./saved-reply-input";
import { keepUpload } from "./upload-attachment";
import type { AttachmentView } from "./view-message";

/**
 * Counts one use of a saved reply and gives copies of its files, the member's own to send: what she sends stays as it is
 * when the reply changes. A file whose bytes are gone is left out.
 */
export async function takeSavedReply(
  actor: MemberActor,
  { savedReplyId }: OneSavedReply,
): Promise<{ files: AttachmentView[] }> {
  const { shopId } = actor;
  const held = await inShop(shopId, async (tx) => {
    await lockSavedReply(tx, actor, savedReplyId);
    await tx
      .update(savedReplies)
      .set({ uses: sql`${savedReplies.uses} + 1` })
      .where(and(eq(savedReplies.shopId, shopId), eq(savedReplies.id, savedReplyId)));
    return readSavedFiles(tx, shopId, [savedReplyId]);
  });
  const files: AttachmentView[] = [];
  for (const { file } of held) {
    const bytes = file.storageKey ? await getFile(file.storageKey) : null;
    if (!bytes) continue;
    const { kind, fileName, contentType, id: copyOf } = file;
    const copy = { kind, fileName, contentType: contentType ?? "", bytes, copyOf };
    files.push(viewAttachment(await keepUpload(actor, copy)));
  }
  return { files };
}
