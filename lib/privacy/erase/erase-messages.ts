import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { dataRequests } from "#db/schema/privacy";
import { reports } from "#db/schema/reports";
import { contactChanged } from "#lib/contacts/events";
import { addJob } from "#lib/jobs/add-job";
import type { Erasing } from "./begin";
import { belongingRows, deleteRows } from "./belonging-rows";

/** Messages erased in one transaction. */
const BATCH = 500;

/** Erases the next messages with all that points at them; false when there are none left. */
export async function eraseMessages(
  tx: Tx,
  { shopId, requestId, contactId, contactIds, links }: Erasing,
): Promise<boolean> {
  const batch = await tx
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
    )
    .where(and(eq(conversations.shopId, shopId), inArray(conversations.contactId, contactIds)))
    .orderBy(asc(messages.conversationId), asc(messages.seq))
    .limit(BATCH);
  if (batch.length === 0) return false;
  const these = inArray(
    messages.id,
    batch.map(({ id }) => id),
  );
  await tx
    .update(reports)
    .set({ messageId: null, conversationId: null, visitorId: null, reason: null })
    .where(
      and(
        eq(reports.shopId, shopId),
        inArray(
          reports.messageId,
          batch.map(({ id }) => id),
        ),
      ),
    );
  const keys: string[] = [];
  for (const rows of belongingRows(links, "messages", these)) keys.push(...(await deleteRows(tx, rows)));
  await tx.delete(messages).where(and(eq(messages.shopId, shopId), these));
  if (keys.length > 0) await addJob(tx, "discardFiles", { shopId, keys });
  await tx
    .update(dataRequests)
    .set({ done: sql`${dataRequests.done} + ${batch.length}` })
    .where(and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, requestId)));
  await contactChanged.record(tx, shopId, { contactId });
  return true;
}
