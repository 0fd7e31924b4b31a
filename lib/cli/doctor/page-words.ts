import type { Finding } from "./finding";

/** What of a Page the doctor tells when it is well, and what its owner turned on for it. */
type Well = { fields: readonly string[]; humanAgent: boolean; loginConnect: boolean; receiptFirst: boolean };

/** A connected Page in words: how much it is told of, and what is on, as parts 5 to 8 of docs/facebook.md have it checked. */
export function wordsOfPage({ fields, humanAgent, loginConnect, receiptFirst }: Well): string {
  const receipts = receiptFirst ? ", receipts go first" : "";
  return [
    `connected, ${fields.length} fields`,
    `Human Agent ${humanAgent ? "on" : "off"}`,
    `Login Connect ${loginConnect ? `on${receipts}` : "off"}`,
    `linked accounts ${fields.includes("messaging_account_linking") ? "told" : "not told"}`,
  ].join("; ");
}

/** Whether the storefront told of an opt-in for a Page that asks for them; `lastOptIn` is the latest there was. */
export function findingOfLoginConnect(page: string, lastOptIn: Date | null): Finding {
  const what = `Login Connect ${page}`;
  if (lastOptIn) return { what, state: "well", found: `last opt-in ${lastOptIn.toISOString()}` };
  const advice = "the shop's own server posts each login (README, “Let a login with Facebook invite to Messenger”)";
  return { what, state: "warning", found: "no opt-in came yet", advice };
}
