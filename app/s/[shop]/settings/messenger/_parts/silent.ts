import type { PageView } from "#lib/channels/messenger/pages/load-pages";

type Trouble = PageView["troubles"][number];

const ENDED = new Set(["password_changed", "app_removed", "token_expired", "checkpoint", "role_lost", "token_ended"]);
const LOST = new Set(["subscription_lost", "app_subscription_lost"]);

/** The trouble by which Facebook took the Page's token away. */
export function endedBy({ troubles }: PageView): Trouble | undefined {
  return troubles.find(({ key }) => ENDED.has(key));
}

/** The trouble by which Facebook no longer tells of messages, though the token is good. */
export function lostBy({ troubles }: PageView): Trouble | undefined {
  return troubles.find(({ key }) => LOST.has(key));
}
