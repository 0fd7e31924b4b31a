import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import type { SendActions } from "#db/schema/send-actions";
import { savedReplies, savedReplyFiles } from "#db/schema/writing";
import type { MemberActor } from "#lib/shops/actor";
import { viewAttachment } from "./read-parts";
import type { AttachmentView } from "./view-message";

export type SavedReplyView = {
  id: string;
  title: string;
  body: string;
  /** Of the whole shop; else the reader's own. */
  shared: boolean;
  uses: number;
  version: number;
  files: AttachmentView[];
  /** What is done with the conversation when an answer goes that it was put into. */
  actions: SendActions | null;
};

/** The most a shop and one member may have together; all are held by the browser. */
export const SAVED_REPLIES_MAX = 1_000;

/** Of the shop's saved replies those of everybody and the member's own. */
export const usableBy = ({ memberId }: MemberActor) =>
  or(isNull(savedReplies.memberId), eq(savedReplies.memberId, memberId));

/** What the member may put into an answer: the shop's saved replies and her own, the most used first. */
export async function listSavedReplies(actor: MemberActor): Promise<{ replies: SavedReplyView[] }> {
  return inShop(actor.shopId, async (tx) => {
    const rows = await tx
      .select()
      .from(savedReplies)
      .where(and(eq(savedReplies.shopId, actor.shopId), usableBy(actor)))
      .orderBy(desc(savedReplies.uses), asc(savedReplies.title), asc(savedReplies.id))
      .limit(SAVED_REPLIES_MAX);
    const files = await readSavedFiles(
      tx,
      actor.shopId,
      rows.map(({ id }) => id),
    );
    return {
      replies: rows.map(({ id, title, body, memberId, uses, version, actions }) => ({
        ...{ id, title, body, uses, version, actions },
        shared: memberId === null,
        files: files.filter((file) => file.savedReplyId === id).map(({ file }) => viewAttachment(file)),
      })),
    };
  });
}

/** The files of several saved replies, each with its reply, in their order. */
export async function readSavedFiles(tx: Tx, shopId: string, savedReplyIds: readonly string[]) {
  if (savedReplyIds.length === 0) return [];
  return tx
    .select({ savedReplyId: savedReplyFiles.savedReplyId, file: attachments })
    .from(savedReplyFiles)
    .innerJoin(
      attachments,
      and(eq(attachments.shopId, savedReplyFiles.shopId), eq(attachments.id, savedReplyFiles.attachmentId)),
    )
    .where(and(eq(savedReplyFiles.shopId, shopId), inArray(savedReplyFiles.savedReplyId, [...savedReplyIds])))
    .orderBy(asc(savedReplyFiles.savedReplyId), asc(savedReplyFiles.position));
}
