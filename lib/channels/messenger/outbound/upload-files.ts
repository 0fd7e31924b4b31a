import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { attachments, messages } from "#db/schema/conversations";
import { messengerUploads } from "#db/schema/messenger";
import { DAY, now } from "#lib/core/clock";
import { getFile } from "#lib/core/files";
import { callGraph } from "../graph";
import type { Claimed } from "./claim-next";
import { Unsendable } from "./unsendable";

/** Milliseconds one upload may take; below what makes another worker think this one died. */
const UPLOAD_TIMEOUT_MS = 30_000;

/** How long an id is used again: the platform forgets it after 90 days. Source: "Saving assets" of 2026-04-22. */
const USED_AGAIN_MS = 89 * DAY;

const Uploaded = z.object({ attachment_id: z.union([z.string(), z.number()]).transform(String) });

type File = typeof attachments.$inferSelect;
type Uploading = Pick<Claimed, "message" | "page">;

/**
 * The message's files as the platform knows them, each uploaded the first time; what is sent again and again, once for
 * the Page. Throws `GraphError` and `Unsendable`.
 */
export async function uploadFiles(
  shopId: string,
  uploading: Uploading,
): Promise<{ type: string; attachmentId: string }[]> {
  const files = await inShop(shopId, (tx) => readFiles(tx, shopId, uploading));
  const known = [];
  for (const { file, kept } of files) {
    const attachmentId = (file.copyOf ? kept : file.externalId) ?? (await upload(shopId, uploading, file));
    known.push({ type: typeOf(file), attachmentId });
  }
  return known;
}

async function readFiles(tx: Tx, shopId: string, { message, page }: Uploading) {
  return tx
    .select({ file: attachments, kept: messengerUploads.externalId })
    .from(attachments)
    .leftJoin(
      messengerUploads,
      and(
        eq(messengerUploads.shopId, attachments.shopId),
        eq(messengerUploads.channelId, page.channelId),
        eq(messengerUploads.copyOf, attachments.copyOf),
        gt(messengerUploads.uploadedAt, new Date(now().getTime() - USED_AGAIN_MS)),
      ),
    )
    .where(and(eq(attachments.shopId, shopId), eq(attachments.messageId, message.id)))
    .orderBy(asc(attachments.position));
}

/**
 * Forgets the ids that the platform refused a message for, so that its files are uploaded anew. What was uploaded
 * meanwhile for another message stays.
 */
export async function forgetUploads(
  shopId: string,
  { message, page }: Uploading,
  refused: readonly string[],
): Promise<void> {
  await inShop(shopId, async (tx) => {
    await tx
      .update(attachments)
      .set({ externalId: null })
      .where(and(eq(attachments.shopId, shopId), eq(attachments.messageId, message.id)));
    await tx
      .delete(messengerUploads)
      .where(
        and(
          eq(messengerUploads.shopId, shopId),
          eq(messengerUploads.channelId, page.channelId),
          inArray(messengerUploads.externalId, [...refused]),
        ),
      );
    await stillSending(tx, shopId, message.id);
  });
}

function typeOf({ kind }: File): string {
  return kind === "sticker" ? "image" : kind;
}

async function upload(shopId: string, { message, page }: Uploading, file: File): Promise<string> {
  const bytes = file.storageKey === null ? null : await getFile(file.storageKey);
  if (bytes === null) throw new Unsendable("file_missing");
  const answer = await callGraph({
    path: `${page.pageId}/message_attachments`,
    token: page.token,
    form: {
      fields: { message: { attachment: { type: typeOf(file), payload: { is_reusable: true } } } },
      files: [
        {
          name: "filedata",
          fileName: file.fileName || `${file.kind}-${file.position + 1}`,
          contentType: file.contentType ?? "application/octet-stream",
          bytes,
        },
      ],
    },
    timeoutMs: UPLOAD_TIMEOUT_MS,
  });
  const { attachment_id: externalId } = Uploaded.parse(answer);
  await inShop(shopId, async (tx) => {
    await keepId(tx, page.channelId, file, externalId);
    await stillSending(tx, shopId, message.id);
  });
  return externalId;
}

/** Keeps other workers from taking the message for one that was left: its own call comes after this one. */
async function stillSending(tx: Tx, shopId: string, messageId: string): Promise<void> {
  await tx
    .update(messages)
    .set({ attemptedAt: sql`clock_timestamp()` })
    .where(and(eq(messages.shopId, shopId), eq(messages.id, messageId)));
}

async function keepId(tx: Tx, channelId: string, { shopId, id, copyOf }: File, externalId: string): Promise<void> {
  if (!copyOf) {
    await tx
      .update(attachments)
      .set({ externalId })
      .where(and(eq(attachments.shopId, shopId), eq(attachments.id, id)));
    return;
  }
  const uploadedAt = sql`clock_timestamp()`;
  await tx
    .insert(messengerUploads)
    .values({ shopId, channelId, copyOf, externalId, uploadedAt })
    .onConflictDoUpdate({
      target: [messengerUploads.channelId, messengerUploads.copyOf],
      set: { externalId, uploadedAt },
    });
}
