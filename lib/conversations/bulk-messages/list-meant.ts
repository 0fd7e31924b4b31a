import { and, asc, eq, gt, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { bulkMessageRows, bulkMessages } from "#db/schema/bulk-messages";
import { contacts } from "#db/schema/contacts";
import { ContactFilter, meant } from "#lib/contacts/contact-filter";
import { type BulkMessage, lockBulkMessage, setBulkMessage } from "./bulk-message-row";
import type { WriteBulkMessage } from "./input";

/** How many contacts of the shop are looked at by one statement: what it takes does not grow with the shop. */
export const LOOKED_AT = 1_000;

/** Writes down those of a condition; how many they are. */
async function note(tx: Tx, { shopId, id }: BulkMessage, where: SQL | undefined): Promise<number> {
  const noted = await tx.execute(sql`insert into ${bulkMessageRows} (shop_id, bulk_message_id, contact_id)
    select ${contacts.shopId}, ${id}, ${contacts.id} from ${contacts}
    where ${and(eq(contacts.shopId, shopId), where)} returning 1`);
  return noted.length;
}

/** Writes down the chosen, of this shop alone. */
export async function listChosen(tx: Tx, row: BulkMessage, contactIds: readonly string[]): Promise<BulkMessage> {
  const living = and(inArray(contacts.id, [...contactIds]), isNull(contacts.mergedInto), isNull(contacts.erasedAt));
  return setBulkMessage(tx, row, { total: await note(tx, row, living) });
}

/**
 * Goes on writing down whom a locked bulk message's filter means, by one stretch of the shop's contacts in order of their
 * ids. Whoever became a contact after it was begun is not meant, and what was seen lately is seen as of then.
 */
export async function listSome(tx: Tx, row: BulkMessage): Promise<BulkMessage> {
  const { shopId, createdAt } = row;
  if (row.filter === null) return row;
  const after = row.listedTo ? gt(contacts.id, row.listedTo) : undefined;
  const [last] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), after))
    .orderBy(asc(contacts.id))
    .offset(LOOKED_AT - 1)
    .limit(1);
  const begunAt = sql`(select b.created_at from ${bulkMessages} b where b.shop_id = ${shopId} and b.id = ${row.id})`;
  const stretch = and(after, last ? lte(contacts.id, last.id) : undefined, lte(contacts.createdAt, begunAt));
  const noted = await note(tx, row, and(stretch, meant(shopId, ContactFilter.parse(row.filter), createdAt)));
  const listed = last ? { listedTo: last.id } : { listedTo: null, filter: null };
  return setBulkMessage(tx, row, { total: row.total + noted, ...listed });
}

/**
 * Writes down whom a bulk message is meant for, to the end or until it is stopped; each stretch is a transaction, and a
 * worker that is killed goes on after the last.
 */
export async function listMeant(job: WriteBulkMessage): Promise<void> {
  for (let more = true; more; )
    more = await inShop(job.shopId, async (tx) => {
      const row = await lockBulkMessage(tx, job);
      if (row.state !== "running" || row.version !== job.version) return false;
      return (await listSome(tx, row)).filter !== null;
    });
}
