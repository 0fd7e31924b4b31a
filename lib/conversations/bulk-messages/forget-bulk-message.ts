import { and, eq, max } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { bulkMessageRows, bulkMessages } from "#db/schema/bulk-messages";
import { messages } from "#db/schema/conversations";
import { DAY, now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import type { ForgetBulkMessage } from "./input";

/** For how long it can be read who got it. */
const KEPT_MS = 7 * DAY;
/** How long after the last of what is scheduled was to go. */
const KEPT_AFTER_MS = DAY;

/** Has the worker forget a bulk message later. */
async function queueForgetting(tx: Tx, { shopId, bulkMessageId }: ForgetBulkMessage, runAt: Date): Promise<void> {
  const key = `bulk-message:${bulkMessageId}`;
  await addJob(tx, "forgetBulkMessage", { shopId, bulkMessageId }, { runAt, key });
}

/** Has the worker forget a bulk message that begins now, once its days are over. */
export async function planForgetting(tx: Tx, one: ForgetBulkMessage): Promise<void> {
  await queueForgetting(tx, one, new Date(now().getTime() + KEPT_MS));
}

/**
 * Forgets a bulk message whose days are over, what was written and who got it: not before the last of what it scheduled
 * is to go, also where caps or quiet hours put it off, so that it can be stopped until then.
 */
export async function forgetBulkMessage({ shopId, bulkMessageId }: ForgetBulkMessage): Promise<void> {
  await inShop(shopId, async (tx) => {
    const [waits] = await tx
      .select({ until: max(messages.sendAt) })
      .from(bulkMessageRows)
      .innerJoin(messages, and(eq(messages.shopId, shopId), eq(messages.id, bulkMessageRows.messageId)))
      .where(
        and(
          eq(bulkMessageRows.shopId, shopId),
          eq(bulkMessageRows.bulkMessageId, bulkMessageId),
          eq(bulkMessageRows.state, "scheduled"),
          eq(messages.delivery, "scheduled"),
        ),
      );
    if (waits?.until) {
      const last = Math.max(waits.until.getTime(), now().getTime());
      return queueForgetting(tx, { shopId, bulkMessageId }, new Date(last + KEPT_AFTER_MS));
    }
    await tx.delete(bulkMessages).where(and(eq(bulkMessages.shopId, shopId), eq(bulkMessages.id, bulkMessageId)));
  });
}
