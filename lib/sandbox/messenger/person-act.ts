import { outsideShops, type Tx } from "#db/in-shop";
import { type Controls, readControls } from "./controls";
import { queueWebhook } from "./queue-webhook";
import { SandboxRefused } from "./refused";
import { changeThread, ensureThread, type Thread, type WhoseThread, windowAfter } from "./threads";

/** One act of a person: its transaction, what is turned on, and her thread with the Page. */
export type PersonAct = { tx: Tx; controls: Controls; thread: Thread };

/** Runs an act of a person in her thread with a Page. Refused while she is offline, and while she blocks the Page. */
export async function asPerson<T>(whose: WhoseThread, act: (act: PersonAct) => Promise<T>): Promise<T> {
  return outsideShops(async (tx) => {
    const controls = await readControls(tx);
    if (controls.offline.includes(whose.personId)) throw new SandboxRefused("offline");
    const thread = await ensureThread(tx, whose, controls.now);
    if (thread.blockedAt) throw new SandboxRefused("blocked");
    return act({ tx, controls, thread });
  });
}

/** Tells whoever listens what the person did, as an item from her to the Page; `lag` milliseconds from now. */
export async function tell(act: PersonAct, field: string, content: Record<string, unknown>, lag = 0): Promise<void> {
  const { tx, controls, thread } = act;
  const { pageId, psid } = thread;
  const timestamp = controls.now.getTime();
  const item = { sender: { id: psid }, recipient: { id: pageId }, timestamp, ...content };
  await queueWebhook(tx, controls, { pageId, field, item, thread, lag });
}

/** Notes an act that opens the window, and what else changed of the thread. */
export async function touch(act: PersonAct, changes: Partial<Thread> = {}, length?: number): Promise<void> {
  const { tx, controls, thread } = act;
  const at = controls.now;
  await changeThread(tx, thread, { windowExpiresAt: windowAfter(thread, at, length), updatedAt: at, ...changes });
}
