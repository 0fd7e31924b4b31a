import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { changeConversation, type LockedConversation } from "./access";
import { conversationChanged } from "./events";
import { lockLatest } from "./open-conversation";
import { reachedSeq } from "./written-order";

type Whose = Pick<LockedConversation, "shopId" | "identityId">;
type Marks = { deliveredUntil: Date | null; readUntil: Date | null };

/** Until when everything sent to the identity has arrived and was read, by the platform's clock. */
async function readMarks(tx: Tx, { shopId, identityId }: Whose): Promise<Marks> {
  const [found] = await tx
    .select({ deliveredUntil: identities.deliveredUntil, readUntil: identities.readUntil })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId)));
  return found ?? { deliveredUntil: null, readUntil: null };
}

/** How far the thread's messages have come by the identity's marks. Both only move forward; what was read has arrived. */
async function reachedMarks(
  tx: Tx,
  thread: LockedConversation,
  { deliveredUntil, readUntil }: Marks,
): Promise<Pick<LockedConversation, "contactDeliveredSeq" | "contactReadSeq">> {
  const { contactReadSeq: wasRead, contactDeliveredSeq: hadArrived } = thread;
  const read = readUntil ? await reachedSeq(tx, thread, wasRead, readUntil) : wasRead;
  const arrived = deliveredUntil ? await reachedSeq(tx, thread, hadArrived, deliveredUntil) : hadArrived;
  return { contactReadSeq: read, contactDeliveredSeq: Math.max(arrived, read) };
}

/** Notes a platform's word that everything up to an instant was delivered, or read. An earlier one changes nothing. */
export async function markUntil(tx: Tx, whose: Whose, mark: "delivered" | "read", until: Date): Promise<void> {
  const at = until.toISOString();
  const later = (column: typeof identities.readUntil | typeof identities.deliveredUntil) =>
    sql`greatest(${column}, ${at}::timestamptz)`;
  await tx
    .update(identities)
    .set({
      deliveredUntil: later(identities.deliveredUntil),
      ...(mark === "read" ? { readUntil: later(identities.readUntil) } : {}),
    })
    .where(and(eq(identities.shopId, whose.shopId), eq(identities.id, whose.identityId)));
  const thread = await lockLatest(tx, whose.shopId, whose.identityId);
  if (thread) await moveMarks(tx, thread);
}

/** Brings the thread's marks up to what the platform said of its identity, and tells every screen when they move. */
export async function moveMarks(tx: Tx, thread: LockedConversation): Promise<void> {
  const reached = await reachedMarks(tx, thread, await readMarks(tx, thread));
  const stands =
    reached.contactReadSeq === thread.contactReadSeq && reached.contactDeliveredSeq === thread.contactDeliveredSeq;
  if (stands) return;
  await changeConversation(tx, thread, reached);
  await conversationChanged.record(tx, thread.shopId, { conversationId: thread.id });
}
