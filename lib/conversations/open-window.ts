import type { Tx } from "#db/in-shop";
import { changeConversation, type LockedConversation } from "./access";
import { conversationChanged } from "./events";
import { extendWindow, type WindowOpening } from "./extend-window";

/** Lets a locked conversation be answered for a while after `at`, and tells every screen; an earlier opening changes nothing. */
export async function openWindow(tx: Tx, thread: LockedConversation, at: Date, opening: WindowOpening): Promise<void> {
  const windowExpiresAt = extendWindow(thread.windowExpiresAt, at, opening);
  if (windowExpiresAt.getTime() === thread.windowExpiresAt?.getTime()) return;
  await changeConversation(tx, thread, { windowExpiresAt });
  await conversationChanged.record(tx, thread.shopId, { conversationId: thread.id });
}
