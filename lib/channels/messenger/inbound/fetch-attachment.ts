import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { attachments, messages } from "#db/schema/conversations";
import { lockConversation } from "#lib/conversations/access";
import { changeHeld } from "#lib/conversations/held-message";
import { MINUTE, now } from "#lib/core/clock";
import { putFile, removeFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { guardedFetch, OutboundRefused } from "#lib/core/outbound";
import { servedType } from "#lib/core/sniff-type";
import { addJob } from "#lib/jobs/add-job";
import { keepItem } from "./keep-item";

/** The platform's own limit for a file. Source: Send API, messenger-platform.md §3.6. */
const MAX_FILE_BYTES = 25 * 1024 * 1024;
const FETCH_WITHIN_MS = 30_000;
/** Pauses before another try; after the last the file is given up until somebody asks for it again. */
const PAUSES_MS = [5_000, MINUTE, 10 * MINUTE];

export const FetchAttachment = z.strictObject({
  shopId: z.uuid(),
  attachmentId: z.uuid(),
  attempt: z.number().int().min(0).default(0),
});
type FetchAttachment = z.output<typeof FetchAttachment>;

type Waiting = { attachment: typeof attachments.$inferSelect; message: typeof messages.$inferSelect };
type Fetched = { bytes: Buffer } | { problem: string; passing: boolean };

/**
 * Fetches the bytes of a file that somebody sent, before its address expires, and keeps them under the type they are of.
 * What cannot be fetched is set aside, so that it can be asked for again. Run twice it does nothing the second time.
 */
export async function fetchAttachment(job: FetchAttachment): Promise<void> {
  const waiting = await findWaiting(job);
  if (!waiting) return;
  const fetched = await fetchBytes(waiting.attachment.sourceUrl);
  if ("bytes" in fetched) return keep(job, waiting, fetched.bytes);
  const pause = fetched.passing ? PAUSES_MS[job.attempt] : undefined;
  if (pause === undefined) return giveUp(job, waiting, fetched.problem);
  await inShop(job.shopId, (tx) =>
    addJob(tx, "fetchAttachment", { ...job, attempt: job.attempt + 1 }, { runAt: new Date(now().getTime() + pause) }),
  );
}

async function findWaiting({ shopId, attachmentId }: FetchAttachment): Promise<Waiting | null> {
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ attachment: attachments, message: messages })
      .from(attachments)
      .innerJoin(messages, and(eq(messages.shopId, attachments.shopId), eq(messages.id, attachments.messageId)))
      .where(and(eq(attachments.shopId, shopId), eq(attachments.id, attachmentId), eq(attachments.state, "waiting")));
    return found ?? null;
  });
}

async function fetchBytes(address: string | null): Promise<Fetched> {
  if (address === null) return { problem: "no_address", passing: false };
  try {
    const { status, body } = await guardedFetch(address, { maxBytes: MAX_FILE_BYTES, timeoutMs: FETCH_WITHIN_MS });
    if (status === 200 && body.length > 0) return { bytes: body };
    return { problem: `status_${status}`, passing: status >= 500 || status === 429 };
  } catch (error) {
    if (!(error instanceof OutboundRefused)) throw error;
    const { reason } = error;
    return { problem: reason, passing: ["timed_out", "unreachable", "unresolved"].includes(reason) };
  }
}

async function keep(job: FetchAttachment, { attachment, message }: Waiting, bytes: Buffer): Promise<void> {
  const storageKey = `${job.shopId}/${newId()}`;
  const contentType = servedType(bytes, attachment.kind);
  await putFile(storageKey, bytes);
  const kept = await settle(job, message, {
    ...{ state: "stored", contentType, bytes: bytes.length, storageKey, sourceUrl: null, problem: null },
  });
  if (!kept) await removeFile(storageKey);
}

async function giveUp(job: FetchAttachment, { attachment, message }: Waiting, problem: string): Promise<void> {
  const { shopId, attachmentId } = job;
  if (!(await settle(job, message, { state: "failed", problem }))) return;
  const raw = { attachmentId, kind: attachment.kind, url: attachment.sourceUrl };
  const item = { pageId: "", position: 0, time: null, kind: "attachment", raw, standby: false };
  const place = { shopId, channelId: message.channelId, pageId: "" };
  await inShop(shopId, (tx) => keepItem(tx, place, { inboundEventId: attachmentId, item, state: "failed", problem }));
}

/** False when the message was taken back meanwhile, or somebody else was faster. */
async function settle(
  { shopId, attachmentId }: FetchAttachment,
  { conversationId, id }: Waiting["message"],
  set: Partial<typeof attachments.$inferInsert>,
): Promise<boolean> {
  return inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, conversationId);
    const changed = await tx
      .update(attachments)
      .set(set)
      .where(and(eq(attachments.shopId, shopId), eq(attachments.id, attachmentId), eq(attachments.state, "waiting")))
      .returning({ id: attachments.id });
    const [message] = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.shopId, shopId), eq(messages.id, id)));
    if (changed.length === 0 || !message) return false;
    await changeHeld(tx, { message, conversation }, {});
    return true;
  });
}
