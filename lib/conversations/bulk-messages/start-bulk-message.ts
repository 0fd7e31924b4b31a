import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { bulkMessages } from "#db/schema/bulk-messages";
import { notFound } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import type { MemberActor } from "#lib/shops/actor";
import {
  type BulkMessage,
  type BulkMessageView,
  lockHers,
  queueBulkMessage,
  refuseSecond,
  showBulkMessage,
  tellBulkMessage,
} from "./bulk-message-row";
import { planForgetting } from "./forget-bulk-message";
import type { StartBulkMessage } from "./input";
import { listChosen, listSome } from "./list-meant";

/** What was begun with this key; refuses where another one of hers is under way. */
async function findBegun(tx: Tx, actor: MemberActor, clientKey: string): Promise<BulkMessage | null> {
  const hers = await lockHers(tx, actor);
  const already = hers.find((one) => one.clientKey === clientKey);
  if (!already) refuseSecond(hers);
  return already ?? null;
}

/** Those that ended before it are shown no more, not even where the member did not close them. */
async function readEarlier(tx: Tx, { shopId, memberId }: MemberActor): Promise<void> {
  await tx
    .update(bulkMessages)
    .set({ read: true })
    .where(and(eq(bulkMessages.shopId, shopId), eq(bulkMessages.byMemberId, memberId), eq(bulkMessages.read, false)));
}

/**
 * Writes one message to everybody whom a filter means, on every page of it, or to the chosen, as a job: each is decided by
 * the rule when it comes to her. Whom a filter means is written down here as far as one stretch goes, and beyond it by the
 * job before it writes to anybody. A member has one under way at a time; called again with the same `clientKey` it answers
 * with what was begun. Refused where nobody is meant.
 */
export async function startBulkMessage(actor: MemberActor, input: StartBulkMessage): Promise<BulkMessageView> {
  const { shopId, memberId: byMemberId } = actor;
  const { clientKey, to, purpose, body } = input;
  return inShop(shopId, async (tx) => {
    const already = await findBegun(tx, actor, clientKey);
    if (already) return showBulkMessage(tx, already);
    await readEarlier(tx, actor);
    const filter = "filter" in to ? to.filter : null;
    const values = { id: newId(), shopId, byMemberId, clientKey, body, purpose, filter, state: "running" as const };
    const [begun] = await tx
      .insert(bulkMessages)
      .values({ ...values, total: 0 })
      .returning();
    if (!begun) throw new Error("a bulk message was not stored");
    const row = "filter" in to ? await listSome(tx, begun) : await listChosen(tx, begun, to.contactIds);
    if (row.filter === null && row.total === 0) throw notFound("contact");
    await queueBulkMessage(tx, row);
    await tellBulkMessage(tx, row);
    await planForgetting(tx, { shopId, bulkMessageId: row.id });
    return showBulkMessage(tx, row);
  });
}
