import { and, eq, gt, ne } from "drizzle-orm";
import { outsideShops, type Tx } from "#db/in-shop";
import { sandboxMessages, sandboxThreads } from "#db/schema/sandbox-messenger";
import { type Controls, readControls, setOffline } from "./controls";
import { tell } from "./person-act";
import { changeThread, ensureThread, type Thread, type WhoseThread } from "./threads";

/** Leaves the network: nothing reaches her until she comes back, and she can say nothing. */
export async function goOffline(personId: string): Promise<void> {
  await setOffline(personId, true);
}

/** Comes back: what Pages sent meanwhile is delivered, and they are told. */
export async function comeBack(personId: string): Promise<void> {
  await setOffline(personId, false);
  await outsideShops(async (tx) => {
    const controls = await readControls(tx);
    const mine = await tx.select().from(sandboxThreads).where(eq(sandboxThreads.personId, personId)).for("update");
    for (const thread of mine) if (!thread.blockedAt) await deliverWaiting(tx, controls, thread);
  });
}

/** Delivers what the Page sent since the last time, with one `delivery` for all of it. */
export async function deliverWaiting(tx: Tx, controls: Controls, thread: Thread, lag = 0): Promise<void> {
  const after = thread.deliveredAt ? gt(sandboxMessages.at, thread.deliveredAt) : undefined;
  const waiting = await tx
    .select({ mid: sandboxMessages.mid, at: sandboxMessages.at })
    .from(sandboxMessages)
    .where(and(eq(sandboxMessages.threadId, thread.id), ne(sandboxMessages.sender, "person"), after))
    .orderBy(sandboxMessages.seq);
  const last = waiting.at(-1);
  if (!last) return;
  await changeThread(tx, thread, { deliveredAt: last.at });
  const delivery = { mids: waiting.map(({ mid }) => mid), watermark: last.at.getTime() };
  await tell({ tx, controls, thread }, "message_deliveries", { delivery }, lag);
}

/** Blocks a Page, or lets it write again. */
export async function blockPage(block: WhoseThread & { blocked: boolean }): Promise<void> {
  await outsideShops(async (tx) => {
    const { now } = await readControls(tx);
    const thread = await ensureThread(tx, block, now);
    await changeThread(tx, thread, { blockedAt: block.blocked ? now : null });
  });
}
