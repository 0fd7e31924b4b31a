import { randomBytes, randomInt } from "node:crypto";
import { newToken } from "#lib/core/ids";

/** The id of Meta's own Page inbox, which may hold a thread like any app. Source: Conversation Routing. */
export const PAGE_INBOX_APP = "263902037430900";

/** An app of another maker on the same Pages, which takes threads and gives them back when one says so. */
export const OTHER_APP = "881237700412345";

/** Digits as the platform's ids have them, past 2^53, so that a client that makes numbers of them is found out. */
export function newDigits(first: string): string {
  return `${first}${randomInt(10_000_000, 100_000_000)}${randomInt(10_000_000, 100_000_000)}`;
}

/** A message id. */
export function newMid(): string {
  return `m_${newToken()}${randomBytes(32).toString("base64url")}`;
}
