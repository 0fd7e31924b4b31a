import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { sandboxMessages, sandboxPersonas, sandboxThreads } from "#db/schema/sandbox-messenger";
import { env } from "#lib/core/env";
import type { Controls } from "../../messenger/controls";
import { newMid } from "../../messenger/platform-ids";
import { deliverWaiting } from "../../messenger/presence";
import { queueWebhook } from "../../messenger/queue-webhook";
import { changeThread, type Thread } from "../../messenger/threads";
import { parameterWrong } from "../facebook-error";
import type { Json } from "./shape";

/** How long the webhooks about a message wait for its answer to be on its way, in milliseconds. */
const AFTER_ANSWER = 250;
/** Two receipts of a Page never carry one order number. Source: receipt template. */
const RECEIPT_NUMBERS_ONCE = true;

export type Sending = {
  tx: Tx;
  controls: Controls;
  thread: Thread;
  body: Json;
  metadata: string | null;
  replyTo: string | null;
  personaId: string | null;
  isFirst: boolean;
};

/** Keeps a message of a Page, and tells of its echo and, when the person is online, of its delivery. */
export async function storeSent(sending: Sending): Promise<{ mid: string; echoId: string | null }> {
  const { tx, controls, thread, body, replyTo, personaId, isFirst } = sending;
  await checkReferences(sending);
  const mid = newMid();
  const at = controls.now;
  await tx.insert(sandboxMessages).values({ mid, threadId: thread.id, sender: "page", body, replyTo, personaId, at });
  const changes = { updatedAt: at, typingUntil: null, ...(isFirst ? { loginMessageAt: at } : {}) };
  await changeThread(tx, thread, changes);
  const lag = controls.delivery.echo === "before" ? 0 : AFTER_ANSWER;
  const echoId = await tellEcho(sending, mid, lag);
  if (!controls.offline.includes(thread.personId)) await deliverWaiting(tx, controls, thread, lag);
  return { mid, echoId };
}

async function tellEcho({ tx, controls, thread, body, metadata, replyTo }: Sending, mid: string, lag: number) {
  const { pageId, psid } = thread;
  const message = {
    mid,
    is_echo: true,
    app_id: Number(env().FACEBOOK.clientId),
    ...(metadata === null ? {} : { metadata }),
    ...body,
    ...(replyTo ? { reply_to: { mid: replyTo } } : {}),
  };
  const item = { sender: { id: pageId }, recipient: { id: psid }, timestamp: controls.now.getTime(), message };
  return queueWebhook(tx, controls, { pageId, field: "message_echoes", item, thread, lag });
}

async function checkReferences({ tx, thread, body, replyTo, personaId }: Sending): Promise<void> {
  if (replyTo) {
    const inThread = and(eq(sandboxMessages.mid, replyTo), eq(sandboxMessages.threadId, thread.id));
    const [found] = await tx.select({ mid: sandboxMessages.mid }).from(sandboxMessages).where(inThread);
    if (!found) throw parameterWrong("Param reply_to[mid] is not a message of this thread.");
  }
  if (personaId) {
    const ofPage = and(eq(sandboxPersonas.id, personaId), eq(sandboxPersonas.pageId, thread.pageId));
    const [found] = await tx.select().from(sandboxPersonas).where(ofPage);
    if (!found || found.deletedAt) throw parameterWrong("Param persona_id is not a persona of this Page.");
  }
  const [attachment] = Array.isArray(body.attachments) ? body.attachments : [];
  const number = attachment?.payload?.template_type === "receipt" ? attachment.payload.order_number : undefined;
  if (!RECEIPT_NUMBERS_ONCE || number === undefined) return;
  const same = JSON.stringify([{ payload: { template_type: "receipt", order_number: number } }]);
  const [taken] = await tx
    .select({ mid: sandboxMessages.mid })
    .from(sandboxMessages)
    .innerJoin(sandboxThreads, eq(sandboxThreads.id, sandboxMessages.threadId))
    .where(
      and(eq(sandboxThreads.pageId, thread.pageId), sql`${sandboxMessages.body} -> 'attachments' @> ${same}::jsonb`),
    )
    .limit(1);
  if (taken) throw parameterWrong(`Param order_number must be unique: ${number} was sent before.`);
}
