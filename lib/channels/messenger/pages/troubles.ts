import type { PageTrouble } from "#db/schema/messenger";

/** What can be wrong with a Page's connection; each is a key of the catalogue `messengerSettings.troubles`. */
export const TROUBLES = [
  "password_changed",
  "app_removed",
  "token_expired",
  "checkpoint",
  "role_lost",
  "token_ended",
  "page_restricted",
  "page_warned",
  "scopes_missing",
  "subscription_lost",
  "app_subscription_lost",
  "token_expiring",
  "access_expiring",
  "unreachable",
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** What Facebook tells of itself and cannot be asked for: it stays until Facebook, or a member, says it is over. */
export const TOLD_TROUBLES: readonly Trouble[] = ["page_restricted", "page_warned"];

/** With one of these nothing can be sent, so the channel is paused and its messages wait. */
const PAUSING = new Set<string>([
  "password_changed",
  "app_removed",
  "token_expired",
  "checkpoint",
  "role_lost",
  "token_ended",
  "page_restricted",
]);

/** Only a new login with Facebook mends these; the others are mended with the token that is there. */
const NEEDS_LOGIN = new Set<string>([
  "password_changed",
  "app_removed",
  "token_expired",
  "checkpoint",
  "role_lost",
  "token_ended",
  "scopes_missing",
  "token_expiring",
  "access_expiring",
]);

/** Why a token ended. Source: Messenger error table, code 190. */
const BY_SUBCODE: Record<number, Trouble> = {
  458: "app_removed",
  459: "checkpoint",
  460: "password_changed",
  463: "token_expired",
  464: "checkpoint",
  492: "role_lost",
};

const RESTRICTED_SUBCODE = 1_893_063;

export function pauses(key: string): boolean {
  return PAUSING.has(key);
}

export function needsLogin(key: string): boolean {
  return NEEDS_LOGIN.has(key);
}

/** Whether Facebook tells nothing of a Page with this trouble. */
export function isLost(key: string): boolean {
  return key === "subscription_lost" || key === "app_subscription_lost";
}

/** What a refusal of the Graph API says of the whole Page; null when it concerns one call only. */
export function troubleOf({ code, subcode }: { code: number | null; subcode: number | null }): Trouble | null {
  if (code === 190 || code === 102) return (subcode === null ? undefined : BY_SUBCODE[subcode]) ?? "token_ended";
  if (code === 368 || (code === 10 && subcode === RESTRICTED_SUBCODE)) return "page_restricted";
  return null;
}

/** The troubles as they are found now; one that was there before keeps its first instant. */
export function mergeTroubles(before: readonly PageTrouble[], found: readonly Trouble[], at: Date): PageTrouble[] {
  return found.map((key) => before.find((one) => one.key === key) ?? { key, at: at.toISOString() });
}
