import { outsideShops, type Tx } from "#db/in-shop";
import { DAY } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { type Controls, readControls } from "./controls";
import type { HandoverMove } from "./hand-over-moves";
import { OTHER_APP } from "./platform-ids";
import { queueWebhook } from "./queue-webhook";
import { SandboxRefused } from "./refused";
import { changeThread, ensureThread, type Thread, type WhoseThread } from "./threads";

/** A thread that was given away is idle again after this long without anything, in milliseconds. */
const HELD_FOR = DAY;

/** What happens to a thread: who holds it from now on, where that changes, and the event that tells of it. */
export type Handover = {
  owner?: string | null;
  tells: "pass_thread_control" | "take_thread_control" | "request_thread_control" | "app_roles";
  content: Record<string, unknown>;
};

/** The app that holds a thread at an instant; null while nobody does. */
export const holderOf = (thread: Pick<Thread, "ownerAppId" | "ownerUntil">, at: Date): string | null =>
  thread.ownerUntil && thread.ownerUntil <= at ? null : thread.ownerAppId;

/** Changes who holds a thread and tells whoever listens. Source: Conversation Routing; Messenger reference §2.4, §6. */
export async function handOver(tx: Tx, controls: Controls, thread: Thread, change: Handover): Promise<void> {
  const { owner, tells, content } = change;
  if (owner !== undefined)
    await changeThread(tx, thread, {
      ownerAppId: owner,
      ownerUntil: owner === null ? null : new Date(controls.now.getTime() + HELD_FOR),
    });
  const { pageId, psid } = thread;
  const timestamp = controls.now.getTime();
  const item = { sender: { id: psid }, recipient: { id: pageId }, timestamp, [tells]: content };
  await queueWebhook(tx, controls, { pageId, field: "messaging_handovers", item });
}

/** Lets another app act on a person's thread. Refused where it would give away what it does not hold. */
export async function actAsOtherApp(whose: WhoseThread & { move: HandoverMove }): Promise<void> {
  const ours = env().FACEBOOK.clientId;
  await outsideShops(async (tx) => {
    const controls = await readControls(tx);
    const thread = await ensureThread(tx, whose, controls.now);
    const before = holderOf(thread, controls.now);
    if (whose.move === "request")
      return handOver(tx, controls, thread, {
        tells: "request_thread_control",
        content: { requested_owner_app_id: OTHER_APP },
      });
    if (whose.move === "take")
      return handOver(tx, controls, thread, {
        owner: OTHER_APP,
        tells: "take_thread_control",
        content: { previous_owner_app_id: before, new_owner_app_id: OTHER_APP },
      });
    if (before !== OTHER_APP) throw new SandboxRefused("not_held");
    return handOver(tx, controls, thread, {
      owner: ours,
      tells: "pass_thread_control",
      content: { new_owner_app_id: ours, previous_owner_app_id: OTHER_APP },
    });
  });
}
