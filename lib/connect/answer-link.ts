import { DAY, now } from "#lib/core/clock";
import { readToken, writeToken } from "#lib/core/signed-token";

/** How long the link of a mail opens the conversation it tells of. */
const ANSWER_LINK_LIFE_MS = 14 * DAY;

/** What a mail's link carries: one conversation of one shop, for a fortnight, signed. It names nobody. */
export const writeAnswerToken = (shopId: string, conversationId: string): string =>
  writeToken("answer link", shopId, conversationId, now().getTime() + ANSWER_LINK_LIFE_MS);

/** The conversation a link was made for; null when it is altered or worn out. */
export function readAnswerToken(token: string): { shopId: string; conversationId: string } | null {
  const [shopId, conversationId, until] = readToken("answer link", token) ?? [];
  return shopId && conversationId && Number(until) > now().getTime() ? { shopId, conversationId } : null;
}

/** What ends mails to one contact of one shop; it does not wear out, and opens nothing. */
export const writeStopToken = (shopId: string, contactId: string): string => writeToken("stop link", shopId, contactId);

/** The contact whose mails a link ends; null when it is altered. */
export function readStopToken(token: string): { shopId: string; contactId: string } | null {
  const [shopId, contactId] = readToken("stop link", token) ?? [];
  return shopId && contactId ? { shopId, contactId } : null;
}
