/** Stands, as an instant (ISO 8601), for "until she replies": no clock brings the conversation back, her message does. */
export const UNTIL_REPLY = "9999-12-31T00:00:00.000Z";

/** Whether a conversation is put away until she replies. */
export function isUntilReply(until: Date | string): boolean {
  return new Date(until).getTime() === Date.parse(UNTIL_REPLY);
}
