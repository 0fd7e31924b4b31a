import type { AttachmentView } from "#lib/conversations/view-message";
import { keepText, keptKeys, keptText } from "../../_shared/kept-text";

/** A file that waits to be sent, as it is kept beside a text: uploaded, or still to be (`file` null). */
export type KeptFile = { key: string; fileName: string; bytes: number; file: AttachmentView | null };

const isFile = (file: Partial<AttachmentView> | null): file is AttachmentView =>
  typeof file?.id === "string" && typeof file.kind === "string";

/** Whether this is a list of uploaded files, as they are kept beside a text. */
export function isFiles(value: unknown): value is AttachmentView[] {
  return Array.isArray(value) && value.every(isFile);
}

const prefix = (memberId: string) => `comptoir:files:${memberId}:`;

/** Once only files that were up were kept, as they are sent. */
function readFile(value: unknown): KeptFile[] {
  const { key, fileName, bytes, file }: Partial<KeptFile> = Object(value);
  const kept = typeof key === "string" && typeof fileName === "string" && typeof bytes === "number";
  if (kept && (file === null || isFile(file ?? null))) return [{ key, fileName, bytes, file: file ?? null }];
  const former: Partial<AttachmentView> = Object(value);
  if (!isFile(former)) return [];
  return [{ key: former.id, fileName: former.fileName, bytes: former.bytes ?? 0, file: former }];
}

/** Keeps on this browser which files wait to be sent in a place; their bytes are kept by `keepSource`. */
export function keepFiles(memberId: string, place: string, files: readonly KeptFile[]): void {
  keepText(prefix(memberId) + place, files.length === 0 ? "" : JSON.stringify(files));
}

/** The files that wait to be sent in a place. */
export function keptFiles(memberId: string, place: string): KeptFile[] {
  try {
    const value: unknown = JSON.parse(keptText(prefix(memberId) + place) || "[]");
    return Array.isArray(value) ? value.flatMap(readFile) : [];
  } catch {
    return [];
  }
}

/** Every place in which this member has files that wait to be sent. */
export function keptFilePlaces(memberId: string): string[] {
  return keptKeys(prefix(memberId)).map((key) => key.slice(prefix(memberId).length));
}

/** The place whose files another window changed; null where the change was of something else. */
export function changedFilePlace(memberId: string, { key }: StorageEvent): string | null {
  return key?.startsWith(prefix(memberId)) ? key.slice(prefix(memberId).length) : null;
}
