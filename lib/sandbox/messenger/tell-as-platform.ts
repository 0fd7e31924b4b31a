import { outsideShops } from "#db/in-shop";
import { sandboxMessages } from "#db/schema/sandbox-messenger";
import { readControls } from "./controls";
import { newMid, PAGE_INBOX_APP } from "./platform-ids";
import { deliverWaiting } from "./presence";
import { queueWebhook } from "./queue-webhook";
import { changeThread, ensureThread, type WhoseThread } from "./threads";

/**
 * Tells whoever listens of something that no person did: a Page restricted or free again, an account linked, an opt-in
 * of a plugin, or whatever the platform may think of next. With a person it is an item from her to the Page.
 */
export async function tellAsPlatform(telling: {
  pageId: string;
  personId?: string;
  field: string;
  content: Record<string, unknown>;
}): Promise<void> {
  const { pageId, personId, field, content } = telling;
  await outsideShops(async (tx) => {
    const controls = await readControls(tx);
    const timestamp = controls.now.getTime();
    const thread = personId ? await ensureThread(tx, { personId, pageId }, controls.now) : undefined;
    const sender = thread ? { sender: { id: thread.psid } } : {};
    const item = { ...sender, recipient: { id: pageId }, timestamp, ...content };
    await queueWebhook(tx, controls, { pageId, field, item, ...(thread ? { thread } : {}) });
  });
}

/** Answers a person from the Page's own inbox, past every app; the echo says so. */
export async function replyFromInbox(reply: WhoseThread & { text: string }): Promise<{ mid: string }> {
  return outsideShops(async (tx) => {
    const controls = await readControls(tx);
    const thread = await ensureThread(tx, reply, controls.now);
    const [mid, body, at] = [newMid(), { text: reply.text }, controls.now];
    await tx.insert(sandboxMessages).values({ mid, threadId: thread.id, sender: "inbox", body, at });
    await changeThread(tx, thread, { updatedAt: at });
    const message = { mid, is_echo: true, app_id: Number(PAGE_INBOX_APP), ...body };
    const item = { sender: { id: thread.pageId }, recipient: { id: thread.psid }, timestamp: at.getTime(), message };
    await queueWebhook(tx, controls, { pageId: thread.pageId, field: "message_echoes", item });
    if (!controls.offline.includes(thread.personId)) await deliverWaiting(tx, controls, thread);
    return { mid };
  });
}
