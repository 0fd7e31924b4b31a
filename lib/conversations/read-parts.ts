import { and, asc, eq, inArray, or } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { attachments, messages } from "#db/schema/conversations";
import { messageWordings, reactions } from "#db/schema/message-marks";
import type { AttachmentView, MessageView } from "./view-message";

type Held = Pick<typeof messages.$inferSelect, "id" | "channelId" | "replyTo" | "editedAt">;
type Parts = Pick<MessageView, "attachments" | "reactions" | "replyTo" | "saidBefore">;

const isOurs = (name: string) => z.uuid().safeParse(name).success;

/** Where a kept file is fetched from. */
export function fileUrl(attachmentId: string): string {
  return `/files/${attachmentId}`;
}

/** A file as members see it. */
export function viewAttachment(row: typeof attachments.$inferSelect): AttachmentView {
  const { id, kind, state, fileName, contentType, bytes } = row;
  return { id, kind, state, fileName, contentType, bytes, url: state === "stored" ? fileUrl(id) : null };
}

/** The files, reactions, answered messages and former words of several messages, each by the message asked for. */
export async function readParts(tx: Tx, shopId: string, held: readonly Held[]): Promise<(message: Held) => Parts> {
  const ids = held.map((message) => message.id);
  if (ids.length === 0) return () => ({ attachments: [], reactions: [], replyTo: null, saidBefore: [] });
  const answering = held.filter((message) => message.replyTo !== null);
  const names = answering.flatMap((message) => message.replyTo ?? []);
  const edited = held.flatMap(({ id, editedAt }) => (editedAt ? [id] : []));
  const [files, given, targets, wordings] = await Promise.all([
    tx
      .select()
      .from(attachments)
      .where(and(eq(attachments.shopId, shopId), inArray(attachments.messageId, ids)))
      .orderBy(asc(attachments.position)),
    tx
      .select()
      .from(reactions)
      .where(and(eq(reactions.shopId, shopId), inArray(reactions.messageId, ids)))
      .orderBy(asc(reactions.author)),
    answering.length === 0
      ? []
      : tx
          .select({ id: messages.id, channelId: messages.channelId, externalId: messages.externalId })
          .from(messages)
          .where(
            and(
              eq(messages.shopId, shopId),
              inArray(
                messages.channelId,
                answering.map((message) => message.channelId),
              ),
              or(inArray(messages.externalId, names), inArray(messages.id, names.filter(isOurs))),
            ),
          ),
    edited.length === 0
      ? []
      : tx
          .select({ messageId: messageWordings.messageId, body: messageWordings.body, until: messageWordings.until })
          .from(messageWordings)
          .where(and(eq(messageWordings.shopId, shopId), inArray(messageWordings.messageId, edited)))
          .orderBy(asc(messageWordings.until)),
  ]);
  return ({ id, channelId, replyTo }) => ({
    attachments: files.filter((file) => file.messageId === id).map(viewAttachment),
    reactions: given.flatMap(({ messageId, author, emoji }) => (messageId === id && emoji ? [{ author, emoji }] : [])),
    saidBefore: wordings.flatMap((one) =>
      one.messageId === id ? [{ body: one.body, until: one.until.toISOString() }] : [],
    ),
    replyTo: targets.find((one) => one.channelId === channelId && (one.externalId ?? one.id) === replyTo)?.id ?? null,
  });
}
