import type { DraftView } from "#lib/conversations/merge-draft";
import { isFiles } from "./kept-files";

const NONE: DraftView = { body: "", replyTo: null, offer: false, quickReplies: [], files: [], version: 0 };

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept || "null");
  } catch {
    return null;
  }
}

/** The titles that are kept as a text; none where it is another. */
export const readReplies = (kept: string): string[] => textsOf(parsed(kept));

/**
 * The draft that this browser and the server last agreed on, as it is kept as a text; one of version 0 where it is none.
 * One from before drafts knew what they answer, which are offers, what they offer to tap and their files names none.
 */
export function readDraft(kept: string): DraftView {
  const value: Partial<Record<keyof DraftView, unknown>> = Object(parsed(kept));
  const { body, replyTo, offer, quickReplies, files, version } = value;
  if (typeof body !== "string" || typeof version !== "number") return NONE;
  return {
    ...{ body, version, offer: offer === true, quickReplies: textsOf(quickReplies) },
    replyTo: typeof replyTo === "string" ? replyTo : null,
    files: isFiles(files) ? files : [],
  };
}
