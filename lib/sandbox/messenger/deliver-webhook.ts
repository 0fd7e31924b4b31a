import { createHmac } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client";
import { outsideShops } from "#db/in-shop";
import {
  sandboxPageSubscriptions,
  sandboxSubscriptions,
  sandboxWebhooks,
  type WebhookItem,
} from "#db/schema/sandbox-messenger";
import { HOUR, MINUTE } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { guardedFetch } from "#lib/core/outbound";
import { metaJson } from "../graph/meta-json";
import { type Controls, readControls, takeFailure } from "./controls";
import { describeItems } from "./describe-webhook";
import { scheduleDelivery } from "./queue-webhook";
import { recordWire } from "./wire";

/** How long the app may take to answer, in milliseconds. Source: webhook documentation, newer text. */
const PATIENCE = 5_000;
/** Pauses between tries, in milliseconds: at once, then less and less often; the last one repeats. */
export const RETRY_AFTER = [0, 15_000, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR];
/** A webhook nobody took is dropped after this long, in milliseconds. */
export const RETRY_FOR = 36 * HOUR;
/** A Page whose webhooks fail for this long is no longer subscribed, in milliseconds. */
export const UNSUBSCRIBED_AFTER = HOUR;

export const DeliverSandboxWebhook = z.strictObject({ webhookId: z.uuid() });

type Webhook = typeof sandboxWebhooks.$inferSelect;

/** The bytes of a webhook: one entry with one item for each thing that happened, in its order. Source: §2.3. */
function webhookBody(items: readonly WebhookItem[]): string {
  const entry = items.map(({ pageId, field, list, time, item }) => ({
    id: pageId,
    time,
    [list]: [list === "changes" ? { field, value: item } : item],
  }));
  return metaJson({ object: "page", entry });
}

/** Both signatures of a body as Meta sends them, over its bytes. */
function signatureHeaders(body: string, secret: string): Record<string, string> {
  const hex = (algorithm: string) => createHmac(algorithm, secret).update(body).digest("hex");
  return { "x-hub-signature": `sha1=${hex("sha1")}`, "x-hub-signature-256": `sha256=${hex("sha256")}` };
}

/**
 * Tries to deliver a webhook once. Not taken with 200 within five seconds, it is tried again by Meta's schedule, dropped
 * after 36 hours, and a Page whose webhooks fail for an hour is no longer subscribed.
 */
export async function deliverWebhook(webhookId: string): Promise<void> {
  const started = await start(webhookId);
  if (!started) return;
  const { webhook, callbackUrl, controls } = started;
  const taken = callbackUrl ? await post(webhook, callbackUrl, controls) : false;
  if (!taken) return retryLater(webhook, controls, callbackUrl === null);
  for (let more = controls.delivery.duplicates; callbackUrl && more > 0; more -= 1)
    await post(webhook, callbackUrl, controls);
  await outsideShops(async (tx) => {
    await tx.update(sandboxWebhooks).set({ state: "taken" }).where(eq(sandboxWebhooks.id, webhook.id));
    await tx
      .update(sandboxPageSubscriptions)
      .set({ failingSince: null })
      .where(inArray(sandboxPageSubscriptions.pageId, pagesOf(webhook)));
  });
}

const pagesOf = ({ items }: Webhook) => [...new Set(items.map(({ pageId }) => pageId))];

/** Counts the try before it is made, so that nothing joins a batch whose bytes are on their way. */
async function start(webhookId: string) {
  return outsideShops(async (tx) => {
    const waiting = and(eq(sandboxWebhooks.id, webhookId), eq(sandboxWebhooks.state, "waiting"));
    const [found] = await tx.select().from(sandboxWebhooks).where(waiting).for("update");
    if (!found) return null;
    const controls = await readControls(tx);
    const tried = { attempts: found.attempts + 1, firstTriedAt: found.firstTriedAt ?? controls.now };
    await tx.update(sandboxWebhooks).set(tried).where(eq(sandboxWebhooks.id, webhookId));
    const [app] = await tx.select().from(sandboxSubscriptions).where(eq(sandboxSubscriptions.object, "page"));
    return { webhook: { ...found, ...tried }, callbackUrl: app?.callbackUrl ?? null, controls };
  });
}

async function post(webhook: Webhook, callbackUrl: string, controls: Controls): Promise<boolean> {
  const body = webhookBody(webhook.items);
  const forged = await takeFailure("wrong_signature", controls);
  const secret = forged ? "another secret" : env().FACEBOOK.clientSecret;
  const headers = {
    "content-type": "application/json",
    "user-agent": "facebookexternalua",
    ...signatureHeaders(body, secret),
  };
  const status = await guardedFetch(callbackUrl, { method: "POST", headers, body, timeoutMs: PATIENCE }).then(
    (answer) => answer.status,
    () => 0,
  );
  await recordWire({
    at: (await readControls()).now,
    way: "in",
    method: "POST",
    path: new URL(callbackUrl).pathname,
    ...(await describeItems(webhook.items)),
    check: forged ? "signature_wrong" : "signature_ok",
    status,
    code: null,
  });
  return status === 200;
}

async function retryLater(webhook: Webhook, controls: Controls, unheard: boolean): Promise<void> {
  const { attempts, firstTriedAt } = webhook;
  const since = firstTriedAt ?? controls.now;
  const pause = RETRY_AFTER[Math.min(attempts, RETRY_AFTER.length) - 1] ?? 0;
  const nextAt = new Date(controls.now.getTime() + pause);
  const dropped = unheard || nextAt.getTime() - since.getTime() > RETRY_FOR;
  await outsideShops(async (tx) => {
    const pages = inArray(sandboxPageSubscriptions.pageId, pagesOf(webhook));
    const failing = and(pages, isNull(sandboxPageSubscriptions.failingSince));
    await tx.update(sandboxPageSubscriptions).set({ failingSince: controls.now }).where(failing);
    for (const page of await tx.select().from(sandboxPageSubscriptions).where(pages))
      if (page.failingSince && controls.now.getTime() - page.failingSince.getTime() >= UNSUBSCRIBED_AFTER)
        await tx.delete(sandboxPageSubscriptions).where(eq(sandboxPageSubscriptions.pageId, page.pageId));
    const state = dropped ? "dropped" : "waiting";
    await tx.update(sandboxWebhooks).set({ nextAt, state }).where(eq(sandboxWebhooks.id, webhook.id));
    const pageId = webhook.items[0]?.pageId ?? "";
    if (!dropped) await scheduleDelivery(tx, { id: webhook.id, pageId, nextAt }, controls);
  });
}

/** Tries at once whatever is due by the sandbox's clock, oldest first, and answers how many there were. */
export async function deliverDue(): Promise<number> {
  const { now } = await readControls();
  const waiting = await database()
    .select({ id: sandboxWebhooks.id, nextAt: sandboxWebhooks.nextAt })
    .from(sandboxWebhooks)
    .where(eq(sandboxWebhooks.state, "waiting"))
    .orderBy(sandboxWebhooks.nextAt, sandboxWebhooks.id);
  const due = waiting.filter(({ nextAt }) => nextAt <= now);
  for (const { id } of due) await deliverWebhook(id);
  return due.length;
}
