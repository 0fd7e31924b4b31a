/**
 * Limits of the answers offered with a message: how many, and of a title in UTF-16 units. Source: Messenger reference
 * §3.3.
 */
export const QUICK_REPLIES_MAX = 13;
export const QUICK_REPLY_MAX = 20;

/** The answers as they are sent: those that say something, each once, as a tap on them says it. */
export function repliesToSend(titles: readonly string[]): { title: string; payload: string }[] {
  const said = titles.map((title) => title.trim()).filter((title) => title !== "");
  return [...new Set(said)].map((title) => ({ title, payload: title }));
}
