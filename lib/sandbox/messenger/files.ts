import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxFiles } from "#db/schema/sandbox-messenger";
import { env } from "#lib/core/env";
import { sandboxNow } from "./controls";
import { newDigits } from "./platform-ids";

/** The largest file, in bytes. Source: Send API, 25 MB. */
export const LARGEST_FILE = 25 * 1_048_576;

export type FileKind = "image" | "audio" | "video" | "file";
export type NewFile = {
  name: string;
  contentType: string;
  content: Uint8Array;
  /** By the content type unless told. */
  kind?: FileKind;
  /** The Page that uploaded it; absent for a person's. */
  pageId?: string;
  reusable?: boolean;
};

/** What Messenger takes a content type for. */
export function kindOf(contentType: string): FileKind {
  const [kind] = contentType.split("/");
  return kind === "image" || kind === "audio" || kind === "video" ? kind : "file";
}

/** Keeps a file and answers its `attachment_id`. */
export async function keepFile(file: NewFile): Promise<string> {
  const id = newDigits("1");
  const { name, contentType } = file;
  await database()
    .insert(sandboxFiles)
    .values({
      id,
      pageId: file.pageId ?? null,
      kind: file.kind ?? kindOf(contentType),
      name,
      contentType,
      content: Buffer.from(file.content),
      reusable: file.reusable ?? false,
      at: await sandboxNow(),
    });
  return id;
}

const signed = (id: string) =>
  createHmac("sha256", env().FACEBOOK.clientSecret).update(`file:${id}`).digest("hex").slice(0, 32);

/** Where a kept file is fetched. Whoever has the address may read it, as on the platform's own servers. */
export function fileUrl(id: string): string {
  return `${env().PUBLIC_URL}/sandbox/files/${id}?oh=${signed(id)}`;
}

/** Serves a kept file: 403 for an address that was not given out. */
export async function serveFile(request: Request, id: string): Promise<Response> {
  if (new URL(request.url).searchParams.get("oh") !== signed(id))
    return new Response("URL signature mismatch", { status: 403 });
  const [file] = await database().select().from(sandboxFiles).where(eq(sandboxFiles.id, id));
  if (!file) return new Response("Not found", { status: 404 });
  return new Response(Uint8Array.from(file.content), {
    headers: {
      "content-type": file.contentType,
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
    },
  });
}
