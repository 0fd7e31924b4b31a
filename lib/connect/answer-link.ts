import { createHmac, timingSafeEqual } from "node:crypto";
import { DAY, now } from "#lib/core/clock";
import { env } from "#lib/core/env";

/** How long the link of a mail opens the conversation it tells of. */
export const ANSWER_LINK_LIFE_MS = 14 * DAY;

type Use = "answer link" | "stop link";

function sign(use: Use, payload: string): Buffer {
  const key = createHmac("sha256", env().AUTH_SECRET).update(use).digest();
  return createHmac("sha256", key).update(payload).digest();
}

function write(use: Use, ...parts: (string | number)[]): string {
  const payload = parts.join(".");
  return `${Buffer.from(payload).toString("base64url")}.${sign(use, payload).toString("base64url")}`;
}

function read(use: Use, token: string): string[] | null {
  const [body = "", signature = ""] = token.split(".");
  const payload = Buffer.from(body, "base64url").toString();
  const [given, expected] = [Buffer.from(signature, "base64url"), sign(use, payload)];
  return given.length === expected.length && timingSafeEqual(given, expected) ? payload.split(".") : null;
}

/** What a mail's link carries: one conversation of one shop, for a fortnight, signed. It names nobody. */
export const writeAnswerToken = (shopId: string, conversationId: string): string =>
  write("answer link", shopId, conversationId, now().getTime() + ANSWER_LINK_LIFE_MS);

/** The conversation a link was made for; null when it is altered or worn out. */
export function readAnswerToken(token: string): { shopId: string; conversationId: string } | null {
  const [shopId, conversationId, until] = read("answer link", token) ?? [];
  return shopId && conversationId && Number(until) > now().getTime() ? { shopId, conversationId } : null;
}

/** What ends mails to one contact of one shop; it does not wear out, and opens nothing. */
export const writeStopToken = (shopId: string, contactId: string): string => write("stop link", shopId, contactId);

/** The contact whose mails a link ends; null when it is altered. */
export function readStopToken(token: string): { shopId: string; contactId: string } | null {
  const [shopId, contactId] = read("stop link", token) ?? [];
  return shopId && contactId ? { shopId, contactId } : null;
}
