import { and, eq } from "drizzle-orm";
import { vi } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { messages } from "#db/schema/conversations";
import { answerCard, makeThread, type TestThread } from "#lib/connect/visitor-fixture";
import type { Purpose } from "#lib/contacts/purposes";
import type { StartBulkMessage } from "#lib/conversations/bulk-messages/input";
import { startBulkMessage } from "#lib/conversations/bulk-messages/start-bulk-message";
import { newId } from "#lib/core/ids";
import type { MemberActor } from "#lib/shops/actor";
import { makeShop } from "#lib/shops/shop-fixture";
import { runJob, takeJobs } from "./jobs-fixture";

/** A Tuesday morning in Paris: offers may go. */
export const AT = new Date("2026-12-01T10:00:00Z");
export const BODY = "Les pivoines sont là.";

/** A shop with a thread of each who allows this, while it is `AT`. */
export async function scene(allowed: Purpose[][]) {
  vi.useFakeTimers({ now: AT, toFake: ["Date"] });
  const { shop, owner } = await makeShop();
  const threads: TestThread[] = [];
  for (const [n, allow] of allowed.entries()) {
    const thread = await makeThread(shop);
    await answerCard(thread.visitor, allow);
    await inShop(shop.id, (tx) =>
      tx
        .update(contacts)
        .set({ name: `Cliente ${n}` })
        .where(and(eq(contacts.shopId, shop.id), eq(contacts.id, thread.visitor.contactId))),
    );
    threads.push(thread);
  }
  return { shop, owner, threads, ids: threads.map(({ visitor }) => visitor.contactId) };
}

export const start = (actor: MemberActor, to: StartBulkMessage["to"], purpose: "offers" | "service" = "offers") =>
  startBulkMessage(actor, { clientKey: newId(), to, purpose, body: BODY });

/** The jobs of bulk messages that wait, taken off the queue. */
export const jobs = async (shopId: string) =>
  (await takeJobs(shopId, true)).filter(({ task }) => task === "writeBulkMessage");

/** Works on them. */
export async function work(shopId: string): Promise<void> {
  for (const { task, payload } of await jobs(shopId)) await runJob(task, payload);
}

/** Everything that this shop's members wrote, by the conversation. */
export const writtenIn = (shopId: string) =>
  inShop(shopId, (tx) =>
    tx
      .select({ conversationId: messages.conversationId, body: messages.body, delivery: messages.delivery })
      .from(messages)
      .where(and(eq(messages.shopId, shopId), eq(messages.author, "member"))),
  );
