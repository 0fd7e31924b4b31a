import { inShop } from "#db/in-shop";
import { type ATTACHMENT_KINDS, attachments } from "#db/schema/conversations";
import { now } from "#lib/core/clock";
import { AppError, invalid } from "#lib/core/errors";
import { putFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { isKeptAsIs } from "#lib/core/kept-text";
import { servedType, sniffType, UNKNOWN_TYPE } from "#lib/core/sniff-type";
import { addJob } from "#lib/jobs/add-job";
import type { MemberActor } from "#lib/shops/actor";
import { UPLOAD_KEPT_MS } from "./clear-upload";
import { viewAttachment } from "./read-parts";
import type { AttachmentView } from "./view-message";

/** The largest file, in bytes. Source: Messenger reference §3.6. */
export const UPLOAD_MAX = 25 * 1024 * 1024;
const NAME_MAX = 200;

type Kind = (typeof ATTACHMENT_KINDS)[number];
export type Upload = { fileName: string; declaredType: string; bytes: Uint8Array };

/** Pictures that every browser and platform shows; others go as files. */
const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

function kindOf(type: string): Kind {
  if (PICTURES.has(type)) return "image";
  if (type.startsWith("audio/")) return "audio";
  return type.startsWith("video/") ? "video" : "file";
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !bytes.includes(0) && new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== "";
  } catch {
    return false;
  }
}

/** What the bytes are, whatever they are called. Refuses what nobody can tell. */
function typeOf({ bytes, declaredType }: Upload): string {
  const sentAs = declaredType.startsWith("audio/") ? "audio" : "file";
  const type = sniffType(bytes) === UNKNOWN_TYPE ? UNKNOWN_TYPE : servedType(bytes, sentAs);
  if (type !== UNKNOWN_TYPE) return type;
  if (isText(bytes)) return "text/plain";
  throw invalid("attachment_type");
}

function nameOf(fileName: string): string {
  const name =
    fileName
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, "")
      .trim() ?? "";
  return isKeptAsIs(name) ? name.slice(0, NAME_MAX).replace(/[\ud800-\udbff]$/, "") : "";
}

/** Keeps a file that a member is about to send. It is hers until it is part of a message, for a week at most. */
export async function uploadAttachment(actor: MemberActor, upload: Upload): Promise<{ attachment: AttachmentView }> {
  const { bytes } = upload;
  if (bytes.length > UPLOAD_MAX)
    throw new AppError("too_large", "attachment_too_large", { max: UPLOAD_MAX / 1024 / 1024 });
  const contentType = typeOf(upload);
  const file = { kind: kindOf(contentType), contentType, fileName: nameOf(upload.fileName), bytes };
  return { attachment: viewAttachment(await keepUpload(actor, file)) };
}

type Known = { kind: Kind; contentType: string; fileName: string; bytes: Uint8Array };

/** Keeps a file of which all is known, in the same way. */
export async function keepUpload(actor: MemberActor, file: Known): Promise<typeof attachments.$inferSelect> {
  const { bytes, ...known } = file;
  const { shopId, memberId: uploadedBy } = actor;
  const id = newId();
  const storageKey = `${shopId}/${id}`;
  await putFile(storageKey, bytes);
  return inShop(shopId, async (tx) => {
    const [row] = await tx
      .insert(attachments)
      .values({ ...known, id, shopId, uploadedBy, storageKey, state: "stored", bytes: bytes.length })
      .returning();
    if (!row) throw new Error("insert returned no row");
    const runAt = new Date(now().getTime() + UPLOAD_KEPT_MS);
    await addJob(tx, "clearUpload", { shopId, attachmentId: id }, { runAt });
    return row;
  });
}
