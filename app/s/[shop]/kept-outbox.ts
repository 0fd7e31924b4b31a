import { type AfterSending, type Draft, type Outbox, type Outstanding, PLAIN } from "#lib/conversations/outbox";
import { keepText, keptText, keptTexts } from "../../_shared/kept-text";
import { areActions } from "./kept-actions";
import { isFiles } from "./kept-files";

const STATES = new Set(["waiting", "sending", "unsent"]);
const prefix = (memberId: string) => `comptoir:unsent:${memberId}:`;

const areTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === "string");

function isAfter(value: unknown): value is AfterSending | null {
  if (value === null) return true;
  const { does, until }: Partial<Record<"does" | "until", unknown>> = Object(value);
  return does === "close" || (does === "snooze" && typeof until === "string");
}

function isOutstanding(value: unknown): value is Outstanding | null {
  if (value === null) return true;
  const { most, keys }: Partial<Record<keyof Outstanding, unknown>> = Object(value);
  return (most === null || typeof most === "number") && areTexts(keys);
}

function isDraft(draft: Partial<Record<keyof Draft, unknown>>): draft is Draft {
  const texts = [draft.clientKey, draft.conversationId, draft.body, draft.at];
  return (
    texts.every((text) => typeof text === "string") &&
    STATES.has(String(draft.state)) &&
    typeof draft.tries === "number" &&
    typeof draft.note === "boolean" &&
    typeof draft.offer === "boolean" &&
    areTexts(draft.quickReplies) &&
    (draft.actions === null || areActions(draft.actions)) &&
    isFiles(draft.files) &&
    isOutstanding(draft.outstanding) &&
    isAfter(draft.after)
  );
}

function parse(text: string): Outbox {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return [];
    // What was kept before one of these existed has none of it.
    const draft = { ...PLAIN, ...value };
    return isDraft(draft) ? [draft] : [];
  } catch {
    return [];
  }
}

/** Keeps a draft on this browser, each under its own key so that two tabs never overwrite each other. */
export function keepDraft(memberId: string, draft: Draft): void {
  keepText(prefix(memberId) + draft.clientKey, JSON.stringify(draft));
}

/** Forgets a draft: it is stored, or its author deleted it. */
export function dropDraft(memberId: string, clientKey: string): void {
  keepText(prefix(memberId) + clientKey, "");
}

/** What this member left unsent on this browser. Anything that is not a draft is passed over. */
export function keptDrafts(memberId: string): Outbox {
  return keptTexts(prefix(memberId)).flatMap(parse);
}

/** Whether a draft is kept still: another window may have sent it, or its author decided there. */
export function isKept(memberId: string, clientKey: string): boolean {
  return keptText(prefix(memberId) + clientKey) !== "";
}

/** The key of the draft that another window changed; null where it changed something else. */
export function draftIn(memberId: string, { key }: StorageEvent): string | null {
  return key?.startsWith(prefix(memberId)) ? key.slice(prefix(memberId).length) : null;
}
