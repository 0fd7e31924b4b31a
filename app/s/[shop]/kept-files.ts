import type { AttachmentView } from "#lib/conversations/view-message";
import { keepText, keptText } from "../../_shared/kept-text";

/** Whether this is a list of uploaded files, as they are kept beside a text. */
export function isFiles(value: unknown): value is AttachmentView[] {
  return Array.isArray(value) && value.every((file) => typeof file?.id === "string" && typeof file.kind === "string");
}

const keyOf = (memberId: string, conversationId: string) => `comptoir:files:${memberId}:${conversationId}`;

/** Keeps on this browser which uploaded files wait to be sent in a conversation. */
export function keepFiles(memberId: string, conversationId: string, files: readonly AttachmentView[]): void {
  keepText(keyOf(memberId, conversationId), files.length === 0 ? "" : JSON.stringify(files));
}

/** The uploaded files that wait to be sent in a conversation. */
export function keptFiles(memberId: string, conversationId: string): AttachmentView[] {
  try {
    const value: unknown = JSON.parse(keptText(keyOf(memberId, conversationId)) || "[]");
    return isFiles(value) ? value : [];
  } catch {
    return [];
  }
}
