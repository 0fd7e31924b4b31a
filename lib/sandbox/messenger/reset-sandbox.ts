import { outsideShops } from "#db/in-shop";
import { sandboxMails } from "#db/schema/sandbox";
import {
  sandboxControls,
  sandboxFiles,
  sandboxMessages,
  sandboxThreads,
  sandboxWebhooks,
  sandboxWire,
} from "#db/schema/sandbox-messenger";

const UNTOUCHED = {
  windowExpiresAt: null,
  lastPersonAt: null,
  optedInAt: null,
  loginMessageAt: null,
  blockedAt: null,
  deliveredAt: null,
  readAt: null,
  pageReadAt: null,
  typingUntil: null,
  pendingRef: null,
  ownerAppId: null,
  ownerUntil: null,
  folder: "inbox",
};

/**
 * Forgets every message, file, mail and webhook of the sandbox and turns every control back. People and their PSIDs, Pages,
 * roles, tokens and subscriptions stay, so that what is connected stays connected.
 */
export async function resetSandbox(): Promise<void> {
  await outsideShops(async (tx) => {
    for (const table of [sandboxMessages, sandboxFiles, sandboxWebhooks, sandboxWire, sandboxControls, sandboxMails])
      await tx.delete(table);
    await tx.update(sandboxThreads).set(UNTOUCHED);
  });
}
