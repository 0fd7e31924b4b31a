import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { attachments, messages } from "#db/schema/conversations";
import { getFile } from "#lib/core/files";
import { callGraph } from "../graph";
import type { Claimed } from "./claim-next";
import { Unsendable } from "./unsendable";

/** Milliseconds one upload may take; below what makes another worker think this one died. */
const UPLOAD_TIMEOUT_MS = 30_000;

const Uploaded = z.object({ attachment_id: z.union([z.string(), z.number()]).transform(String) });

type File = typeof attachments.$inferSelect;
type Uploading = Pick<Claimed, "message" | "page">;

/** The message's files as the platform knows them, each uploaded the first time. Throws `GraphError` and `Unsendable`. */
export async function uploadFiles(
  shopId: string,
  uploading: Uploading,
): Promise<{ type: string; attachmentId: string }[]> {
  const files = await inShop(shopId, (tx) =>
    tx
      .select()
      .from(attachments)
      .where(and(eq(attachments.shopId, shopId), eq(attachments.messageId, uploading.message.id)))
      .orderBy(asc(attachments.position)),
  );
  const known = [];
  for (const file of files)
    known.push({ type: typeOf(file), attachmentId: file.externalId ?? (await upload(shopId, uploading, file)) });
  return known;
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
    await tx
      .update(attachments)
      .set({ externalId })
      .where(and(eq(attachments.shopId, shopId), eq(attachments.id, file.id)));
    await tx
      .update(messages)
      .set({ attemptedAt: sql`clock_timestamp()` })
      .where(and(eq(messages.shopId, shopId), eq(messages.id, message.id)));
  });
  return externalId;
}
