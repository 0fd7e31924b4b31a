import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";

type File = Pick<typeof attachments.$inferSelect, "id" | "kind">;

/** Where a file is one of these, was uploaded by the member and is not sent; the query names the shop itself. */
export const unsent = (actor: MemberActor, ids: readonly string[]) =>
  and(
    inArray(attachments.id, [...ids]),
    eq(attachments.uploadedBy, actor.memberId),
    eq(attachments.state, "stored"),
    isNull(attachments.messageId),
  );

/** Files that the member uploaded and has not sent, in the order given. Refused when one of them is neither. */
export async function lockUploads(tx: Tx, actor: MemberActor, ids: readonly string[]): Promise<File[]> {
  if (ids.length === 0) return [];
  const held = await tx
    .select({ id: attachments.id, kind: attachments.kind })
    .from(attachments)
    .where(and(eq(attachments.shopId, actor.shopId), unsent(actor, ids)))
    .for("update");
  const files = ids.flatMap((id) => held.find((file) => file.id === id) ?? []);
  if (files.length < ids.length || held.length < ids.length) throw refused("attachment_unknown");
  return files;
}

/** Makes uploaded files part of a message. */
export async function attachFiles(tx: Tx, shopId: string, messageId: string, files: readonly File[]): Promise<void> {
  for (const [position, { id }] of files.entries())
    await tx
      .update(attachments)
      .set({ messageId, position })
      .where(and(eq(attachments.shopId, shopId), eq(attachments.id, id)));
}
