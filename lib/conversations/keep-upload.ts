import type { ATTACHMENT_KINDS } from "#db/schema/conversations";
import { AppError, invalid } from "#lib/core/errors";
import { putFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { isKeptAsIs } from "#lib/core/kept-text";
import { servedType, sniffType, UNKNOWN_TYPE } from "#lib/core/sniff-type";

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

/** A file of which all is known. `copyOf` as in `attachments`. */
export type KnownFile = { kind: Kind; contentType: string; fileName: string; bytes: Uint8Array; copyOf?: string };

/** What a file is, read from its bytes. Refuses one that is too large or of a kind nobody can tell. */
export function describeUpload(upload: Upload): KnownFile {
  const { bytes } = upload;
  if (bytes.length > UPLOAD_MAX)
    throw new AppError("too_large", "attachment_too_large", { max: UPLOAD_MAX / 1024 / 1024 });
  const contentType = typeOf(upload);
  return { kind: kindOf(contentType), contentType, fileName: nameOf(upload.fileName), bytes };
}

/** Keeps a file's bytes under a new key of the shop and answers with the row that names them, for the caller to store. */
export async function keepBytes(shopId: string, { bytes, ...known }: KnownFile) {
  const id = newId();
  const storageKey = `${shopId}/${id}`;
  await putFile(storageKey, bytes);
  return { ...known, id, shopId, storageKey, state: "stored" as const, bytes: bytes.length };
}
