import { inShop } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import type { MemberActor } from "#lib/shops/actor";
import { queueClearing } from "./clear-upload";
import { describeUpload, type KnownFile, keepBytes, type Upload } from "./keep-upload";
import { viewAttachment } from "./read-parts";
import type { AttachmentView } from "./view-message";

/** Keeps a file that a member is about to send. It is hers until it is part of a message, for a week at most. */
export async function uploadAttachment(actor: MemberActor, upload: Upload): Promise<{ attachment: AttachmentView }> {
  return { attachment: viewAttachment(await keepUpload(actor, describeUpload(upload))) };
}

/** Keeps a file of which all is known, in the same way. */
export async function keepUpload(actor: MemberActor, known: KnownFile): Promise<typeof attachments.$inferSelect> {
  const { shopId, memberId: uploadedBy } = actor;
  const file = await keepBytes(shopId, known);
  return inShop(shopId, async (tx) => {
    const [row] = await tx
      .insert(attachments)
      .values({ ...file, uploadedBy })
      .returning();
    if (!row) throw new Error("insert returned no row");
    await queueClearing(tx, shopId, file.id);
    return row;
  });
}
