import { refused } from "#lib/core/errors";
import type { VisitorActor } from "#lib/shops/actor";

/** Refuses a chat that was opened by the link of a mail. */
export function requireOwnChat(actor: VisitorActor | null): void {
  if (actor?.byMail) throw refused("by_mail_only");
}
