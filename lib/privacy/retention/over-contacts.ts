import { and, asc, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { consentRecords, contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { dataRequests } from "#db/schema/privacy";
import { overBefore, type Times } from "#lib/conversations/kept-times";

/** Nothing came from her since: she was not there, wrote nothing, and allowed nothing. */
function isSilentSince(at: Date): SQL | undefined {
  const since = sql`${at.toISOString()}::timestamptz`;
  return and(
    lt(contacts.lastSeenAt, at),
    sql`not exists (select from ${conversations} where ${conversations.shopId} = ${contacts.shopId}
      and ${conversations.contactId} = ${contacts.id} and ${conversations.lastContactAt} >= ${since})`,
    sql`not exists (select from ${consentRecords} where ${consentRecords.shopId} = ${contacts.shopId}
      and ${consentRecords.contactId} = ${contacts.id} and ${consentRecords.action} in ('granted', 'refreshed')
      and ${consentRecords.at} >= ${since})`,
  );
}

const boughtSince = (at: Date) => sql`exists (select from ${orders} where ${orders.shopId} = ${contacts.shopId}
  and ${orders.contactId} = ${contacts.id} and ${orders.placedAt} >= ${at.toISOString()}::timestamptz)`;

/**
 * Whom the shop may hold no longer, and who waits for nothing that she asked about her data: she is being erased already,
 * or gets a copy first. As a condition on `contacts`.
 */
function isOver({ prospects, customers }: Times): SQL | undefined {
  const [never, after] = [overBefore(prospects), overBefore(customers)];
  const bought = boughtSince(new Date(0));
  return and(
    isNull(contacts.erasedAt),
    isNull(contacts.mergedInto),
    lt(contacts.lastSeenAt, overBefore(Math.min(prospects, customers))),
    or(
      and(sql`not ${bought}`, isSilentSince(never)),
      and(bought, sql`not ${boughtSince(after)}`, isSilentSince(after)),
    ),
    sql`not exists (select from ${dataRequests} where ${dataRequests.shopId} = ${contacts.shopId}
      and ${dataRequests.contactId} = ${contacts.id} and ${dataRequests.state} <> 'done')`,
  );
}

/** Up to `most` contacts whose time is over, in order of their ids, those after `after`. */
export async function overContacts(
  tx: Tx,
  shopId: string,
  times: Times,
  { most, after }: { most: number; after?: string | undefined },
): Promise<string[]> {
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), after ? gt(contacts.id, after) : undefined, isOver(times)))
    .orderBy(asc(contacts.id))
    .limit(most);
  return rows.map(({ id }) => id);
}

/** Whether the time of this contact, which is locked, is over still. */
export async function isContactOver(tx: Tx, shopId: string, contactId: string, times: Times): Promise<boolean> {
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), isOver(times)));
  return rows.length > 0;
}
