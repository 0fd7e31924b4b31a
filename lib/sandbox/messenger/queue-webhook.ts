import { randomInt } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import {
  sandboxPageSubscriptions,
  sandboxSubscriptions,
  sandboxWebhooks,
  type WebhookItem,
} from "#db/schema/sandbox-messenger";
import { env } from "#lib/core/env";
import { addJob } from "#lib/jobs/add-job";
import type { Controls } from "./controls";
import type { Thread } from "./threads";

/** While webhooks travel in batches one waits this long for company, in milliseconds. */
const BATCH_WAIT = 1_000;
/** The longest head start a later webhook may get while they travel out of order, in milliseconds. */
const LONGEST_DELAY = 2_000;

/** What happened on a Page, for whoever listens. */
export type Happening = {
  pageId: string;
  field: string;
  item: Record<string, unknown>;
  thread?: Thread;
  /** Milliseconds before it may go out. */
  lag?: number;
};

/** Queues the job that delivers a webhook at an instant of the sandbox's clock. */
export async function scheduleDelivery(
  tx: Tx,
  webhook: { id: string; pageId: string; nextAt: Date },
  controls: Controls,
): Promise<void> {
  const due = webhook.nextAt.getTime() - controls.clockOffset;
  await addJob(
    tx,
    "deliverSandboxWebhook",
    { webhookId: webhook.id },
    {
      key: `sandbox-webhook:${webhook.id}`,
      ...(webhook.nextAt > controls.now ? { runAt: new Date(due) } : {}),
      ...(controls.delivery.reorder ? {} : { queue: `sandbox-webhooks:${webhook.pageId}` }),
    },
  );
}

/**
 * Queues a webhook when the app subscribed the field and the Page; answers the delivery's id, null when nobody listens.
 * While another app holds the thread it goes to `standby`, without what the person's tap carried.
 */
export async function queueWebhook(tx: Tx, controls: Controls, happening: Happening): Promise<string | null> {
  const { pageId, field, item, thread, lag = 0 } = happening;
  const elsewhere = isHeldElsewhere(thread, controls.now);
  const wanted = elsewhere ? "standby" : field;
  if (!(await isListening(tx, pageId, wanted))) return null;
  const list = elsewhere ? "standby" : field === "message_template_status_update" ? "changes" : "messaging";
  const entry: WebhookItem = { pageId, field, list, time: controls.now.getTime(), item: elsewhere ? bare(item) : item };
  const joined = controls.delivery.batch > 1 ? await joinWaiting(tx, controls, entry) : null;
  if (joined) return joined;
  const delay = controls.delivery.reorder ? randomInt(LONGEST_DELAY) : controls.delivery.batch > 1 ? BATCH_WAIT : 0;
  const nextAt = new Date(controls.now.getTime() + Math.max(delay, lag));
  const [row] = await tx
    .insert(sandboxWebhooks)
    .values({ items: [entry], nextAt, state: "waiting" })
    .returning();
  if (!row) throw new Error("insert returned no row");
  await scheduleDelivery(tx, { id: row.id, pageId, nextAt }, controls);
  return row.id;
}

/** Whether another app than ours holds the thread now. */
export function isHeldElsewhere(thread: Thread | undefined, at: Date): boolean {
  const holder = thread?.ownerUntil && thread.ownerUntil <= at ? null : thread?.ownerAppId;
  return Boolean(holder) && holder !== env().FACEBOOK.clientId;
}

/** In standby the payload of a tap is left out. */
function bare(item: Record<string, unknown>): Record<string, unknown> {
  if (typeof item.postback !== "object" || item.postback === null) return item;
  return { ...item, postback: Object.fromEntries(Object.entries(item.postback).filter(([key]) => key !== "payload")) };
}

async function isListening(tx: Tx, pageId: string, field: string): Promise<boolean> {
  const [found] = await tx
    .select({ page: sandboxPageSubscriptions.fields, app: sandboxSubscriptions.fields })
    .from(sandboxPageSubscriptions)
    .innerJoin(sandboxSubscriptions, eq(sandboxSubscriptions.object, "page"))
    .where(eq(sandboxPageSubscriptions.pageId, pageId));
  return Boolean(found?.page.includes(field) && found.app.includes(field));
}

async function joinWaiting(tx: Tx, controls: Controls, entry: WebhookItem): Promise<string | null> {
  const [waiting] = await tx
    .select()
    .from(sandboxWebhooks)
    .where(
      and(
        eq(sandboxWebhooks.state, "waiting"),
        eq(sandboxWebhooks.attempts, 0),
        sql`jsonb_array_length(${sandboxWebhooks.items}) < ${controls.delivery.batch}`,
      ),
    )
    .orderBy(asc(sandboxWebhooks.nextAt))
    .limit(1)
    .for("update");
  if (!waiting) return null;
  const items = [...waiting.items, entry];
  await tx.update(sandboxWebhooks).set({ items }).where(eq(sandboxWebhooks.id, waiting.id));
  return waiting.id;
}
