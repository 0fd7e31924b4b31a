import { and, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { bulkMessageRows, bulkMessages } from "#db/schema/bulk-messages";
import { contacts } from "#db/schema/contacts";
import { meant } from "#lib/contacts/contact-filter";
import { DAY, now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { addJob } from "#lib/jobs/add-job";
import type { MemberActor } from "#lib/shops/actor";
import {
  type BulkMessage,
  type BulkMessageView,
  lockHers,
  queueBulkMessage,
  refuseSecond,
  setBulkMessage,
  showBulkMessage,
  tellBulkMessage,
} from "./bulk-message-row";
import type { StartBulkMessage } from "./input";

/** How many contacts one statement notes. */
const NOTED = 5_000;
/** Before every other. */
const NO_ID = "00000000-0000-0000-0000-000000000000";
/** For how long it can be read who got it. */
const KEPT_MS = 7 * DAY;

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

function meantBy(shopId: string, to: StartBulkMessage["to"]): SQL | undefined {
  if ("filter" in to) return meant(shopId, to.filter);
  return and(inArray(contacts.id, to.contactIds), isNull(contacts.mergedInto), isNull(contacts.erasedAt));
}

/** Writes down who is meant, in stretches of their ids, because a statement may take 5 seconds only; how many they are. */
async function noteMeant(tx: Tx, { shopId, id }: BulkMessage, where: SQL | undefined): Promise<number> {
  for (let [total, last] = [0, NO_ID]; ; ) {
    const noted = await tx.execute<{ id: string }>(sql`insert into ${bulkMessageRows}
      (shop_id, bulk_message_id, contact_id)
      select ${contacts.shopId}, ${id}, ${contacts.id}
      from ${contacts} where ${and(eq(contacts.shopId, shopId), where, gt(contacts.id, last))}
      order by ${contacts.id} limit ${NOTED} returning contact_id as id`);
    total += noted.length;
    for (const one of noted) if (one.id > last) last = one.id;
    if (noted.length < NOTED) return total;
  }
}

/**
 * Writes one message to everybody whom a filter means at this moment, on every page of it, or to the chosen, as a job:
 * each is decided by the rule when it comes to her. Whoever is meant later gets nothing. A member has one under way at a
 * time; called again with the same `clientKey` it answers with what was begun. Refused where nobody is meant.
 */
export async function startBulkMessage(actor: MemberActor, input: StartBulkMessage): Promise<BulkMessageView> {
  const { shopId, memberId: byMemberId } = actor;
  const { clientKey, to, purpose, body } = input;
  return inShop(shopId, async (tx) => {
    const already = await findBegun(tx, actor, clientKey);
    if (already) return showBulkMessage(tx, already);
    await readEarlier(tx, actor);
    const values = { id: newId(), shopId, byMemberId, clientKey, body, purpose, state: "running" as const, total: 0 };
    const [begun] = await tx.insert(bulkMessages).values(values).returning();
    if (!begun) throw new Error("a bulk message was not stored");
    const total = await noteMeant(tx, begun, meantBy(shopId, to));
    if (total === 0) throw notFound("contact");
    const row = await setBulkMessage(tx, begun, { total });
    await queueBulkMessage(tx, row);
    await tellBulkMessage(tx, row);
    const forget = { runAt: new Date(now().getTime() + KEPT_MS), key: `bulk-message:${row.id}` };
    await addJob(tx, "forgetBulkMessage", { shopId, bulkMessageId: row.id }, forget);
    return showBulkMessage(tx, row);
  });
}
