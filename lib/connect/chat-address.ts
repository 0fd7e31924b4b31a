/** What follows the shop's slug in the address of a chat that the link of a mail opened; no slug holds a tilde. */
const BY_MAIL = "~answer";

/** A chat as its address names it: the shop's own, or the one conversation that the link of a mail opened. */
export type ChatAddress = { slug: string; byMail: boolean };

/** Reads the part of an address that names a chat: "maison-pivoine", or "maison-pivoine~answer". */
export function readChatAddress(address: string): ChatAddress {
  const byMail = address.endsWith(BY_MAIL);
  return { slug: byMail ? address.slice(0, -BY_MAIL.length) : address, byMail };
}

/** The same, written. */
export function writeChatAddress({ slug, byMail }: ChatAddress): string {
  return byMail ? slug + BY_MAIL : slug;
}

/**
 * The cookie of the chat at an address. The shop's own is partitioned: each storefront's copy of the chat has its own.
 * The one of a mail's link is not, and would stand beside it under the same name.
 */
export const visitorCookie = (chat: ChatAddress): string => `__Host-visitor-${writeChatAddress(chat)}`;
