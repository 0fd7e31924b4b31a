import { env } from "#lib/core/env";
import { writeChatAddress } from "./chat-address";

/**
 * The address of a shop's chat by itself that offers the login at once, where a shopper chooses what the shop may send.
 * Opening it gives and sends nothing.
 */
export function loginLink(slug: string): string {
  return `${env().PUBLIC_URL}/widget/${writeChatAddress({ slug, byMail: false })}#login`;
}
