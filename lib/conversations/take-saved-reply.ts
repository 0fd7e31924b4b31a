import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { savedReplies } from "#db/schema/writing";
import { getFile, putFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import type { MemberActor } from "#lib/shops/actor";
import { readSavedFiles } from "./list-saved-replies";
import { lockSavedReply } from "./lock-saved-reply";
import { viewAttachment } from "./read-parts";
import type { OneSavedReply } from "./saved-reply-input";
import type { AttachmentView } from "./view-message";

/**
 * Counts one use of a saved reply and gives copies of its files, the member's own to send: what she sends stays as it is
 * when the reply changes. A file whose bytes are gone is left out.
 */
export async function takeSavedReply(
  actor: MemberActor,
  { savedReplyId }: OneSavedReply,
): Promise<{ files: AttachmentView[] }> {
  const { shopId, memberId } = actor;
  const held = await inShop(shopId, async (tx) => {
    await lockSavedReply(tx, actor, savedReplyId);
    await tx
      .update(savedReplies)
      .set({ uses: sql`${savedReplies.uses} + 1` })
      .where(and(eq(savedReplies.shopId, shopId), eq(savedReplies.id, savedReplyId)));
    return readSavedFiles(tx, shopId, [savedReplyId]);
  });
  const copies: (typeof attachments.$inferInsert)[] = [];
  for (const { file } of held) {
    const bytes = file.storageKey ? await getFile(file.storageKey) : null;
    if (!bytes) continue;
    const id = newId();
    const storageKey = `${shopId}/${id}`;
    await putFile(storageKey, bytes);
    const { kind, state, fileName, contentType } = file;
    copies.push({
      id,
      shopId,
      kind,
      state,
      fileName,
      contentType,
      bytes: bytes.length,
      storageKey,
      uploadedBy: memberId,
    });
  }
  if (copies.length === 0) return { files: [] };
  return inShop(shopId, async (tx) => ({
    files: (await tx.insert(attachments).values(copies).returning()).map(viewAttachment),
  }));
}
