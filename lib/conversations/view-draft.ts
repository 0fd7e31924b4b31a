import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { drafts } from "#db/schema/writing";
import type { MemberActor } from "#lib/shops/actor";
import { unsent } from "./attach-files";
import type { DraftView } from "./merge-draft";
import { viewAttachment } from "./read-parts";
import type { AttachmentView } from "./view-message";

/** What is read of a draft to show it. */
export const KEPT = {
  body: drafts.body,
  replyTo: drafts.replyTo,
  offer: drafts.offer,
  quickReplies: drafts.quickReplies,
  attachmentIds: drafts.attachmentIds,
  version: drafts.version,
};

type Kept = Pick<typeof drafts.$inferSelect, keyof typeof KEPT>;

/** Those of the files that the member uploaded and has not sent, in the order given; others are left out. */
export async function unsentFiles(tx: Tx, actor: MemberActor, ids: readonly string[]): Promise<AttachmentView[]> {
  if (ids.length === 0) return [];
  const held = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.shopId, actor.shopId), unsent(actor, ids)));
  return [...new Set(ids)].flatMap((id) => held.find((file) => file.id === id) ?? []).map(viewAttachment);
}

/** A draft as its author sees it; an empty one of version 0 where none is kept. */
export async function viewDraft(tx: Tx, actor: MemberActor, kept: Kept | undefined): Promise<DraftView> {
  if (!kept) return { body: "", replyTo: null, offer: false, quickReplies: [], files: [], version: 0 };
  const { body, replyTo, offer, quickReplies, attachmentIds, version } = kept;
  return { body, replyTo, offer, quickReplies, files: await unsentFiles(tx, actor, attachmentIds), version };
}
