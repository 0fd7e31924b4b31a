import type { ATTACHMENT_KINDS } from "#db/schema/conversations";
import type { GraphMessage } from "./fetch-threads";

export type PastFile = { kind: (typeof ATTACHMENT_KINDS)[number]; fileName: string; sourceUrl: string };

/** A message of the past as it will be stored. */
export type PastMessage = {
  externalId: string;
  author: "contact" | "member";
  body: string;
  createdAt: Date;
  files: PastFile[];
};

/** PostgreSQL keeps neither NUL nor half of a surrogate pair; both come from broken clients only. */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd").replaceAll("\u0000", "");
}

function kindOf(mime: string): PastFile["kind"] {
  const [family = ""] = mime.split("/");
  return family === "image" || family === "audio" || family === "video" ? family : "file";
}

function filesOf(message: GraphMessage): PastFile[] {
  const files = (message.attachments?.data ?? []).flatMap((one): PastFile[] => {
    const sourceUrl = one.image_data?.url ?? one.video_data?.url ?? one.file_url;
    const kind = one.image_data ? "image" : one.video_data ? "video" : kindOf(one.mime_type ?? "");
    return sourceUrl ? [{ kind, fileName: storable(one.name ?? ""), sourceUrl }] : [];
  });
  const { sticker } = message;
  if (!sticker) return files;
  const others = files.filter(({ sourceUrl }) => sourceUrl !== sticker);
  return [{ kind: "sticker", fileName: "", sourceUrl: sticker }, ...others];
}

/** What a past message says; null when the platform gives its id alone, or an instant nobody can read. */
export function readPast(message: GraphMessage, pageId: string): PastMessage | null {
  const createdAt = new Date(message.created_time ?? "");
  if (!message.from || Number.isNaN(createdAt.getTime())) return null;
  return {
    externalId: message.id,
    author: message.from.id === pageId ? "member" : "contact",
    body: storable(message.message ?? ""),
    createdAt,
    files: filesOf(message),
  };
}
