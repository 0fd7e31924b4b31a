import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { orders } from "#db/schema/orders";
import type { MemberActor } from "#lib/shops/actor";
import type { ParsedSearch } from "./parse-search";
import { type Piece, piecesOf } from "./search-messages";

export type FoundPerson = { id: string; name: string; city: string | null };
export type FoundOrder = {
  id: string;
  number: Piece[];
  status: (typeof orders.$inferSelect)["status"];
  total: number;
  currency: string;
  contactId: string | null;
  customerName: string;
};

const MOST = 6;

/** What a search says in words that could be a name or a number. */
const saidIn = ({ terms }: ParsedSearch) => terms.filter((term) => !term.not).map(({ words }) => words);

/** Contacts whose name or address holds every word of the search, or begins with the last one; the last seen first. */
export async function searchPeople(tx: Tx, actor: MemberActor, asked: ParsedSearch): Promise<FoundPerson[]> {
  const said = saidIn(asked)
    .flatMap((words) => words.split(/[^\p{L}\p{N}]+/u))
    .filter(Boolean);
  if (said.length === 0) return [];
  const query = said.map((word) => `'${word}':*`).join(" & ");
  const found = await tx.execute<{ id: string }>(
    sql`select id from search_contacts(to_tsquery('comptoir_names', ${query}), ${MOST})`,
  );
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  return tx
    .select({ id: contacts.id, name: contacts.name, city: contacts.city })
    .from(contacts)
    .where(and(eq(contacts.shopId, actor.shopId), inArray(contacts.id, ids)))
    .orderBy(desc(contacts.lastSeenAt), desc(contacts.id));
}

/** Ends of order numbers that a search may mean: what holds a digit. */
export function numbersIn(asked: ParsedSearch): string[] {
  const named = asked.filters.flatMap(({ key, value, not }) => (key === "order" && !not ? [value] : []));
  const said = saidIn(asked).map((words) => words.replace(/^#/, ""));
  return [...new Set([...named, ...said])].filter((number) => /^[\p{L}\p{N}_-]*\d[\p{L}\p{N}_-]*$/u.test(number));
}

/** Orders whose number ends with one that the search names; the newest first. */
export async function searchOrders(tx: Tx, actor: MemberActor, asked: ParsedSearch): Promise<FoundOrder[]> {
  const found: FoundOrder[] = [];
  for (const ending of numbersIn(asked).slice(0, 3)) {
    const ids = await tx.execute<{ id: string }>(sql`select id from search_orders(${ending}, ${MOST})`);
    if (ids.length === 0) continue;
    const rows = await tx
      .select()
      .from(orders)
      .where(
        and(
          eq(orders.shopId, actor.shopId),
          inArray(
            orders.id,
            ids.map(({ id }) => id),
          ),
        ),
      )
      .orderBy(desc(orders.placedAt), desc(orders.id));
    for (const { id, number, status, total, currency, contactId, customerName } of rows) {
      const cut = number.length - ending.length;
      const pieces = piecesOf(`${number.slice(0, cut)}\u0002${number.slice(cut)}\u0003`);
      if (found.every((other) => other.id !== id))
        found.push({ id, number: pieces, status, total, currency, contactId, customerName });
    }
  }
  return found.slice(0, MOST);
}
