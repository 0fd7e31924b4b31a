import { and, asc, eq, gt, inArray, notExists, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { keyset } from "#db/keyset";
import { channels, identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { orders } from "#db/schema/orders";
import type { MemberActor } from "#lib/shops/actor";
import type { NameCaution } from "./caution-of";
import { ContactFilter, meant } from "./contact-filter";
import { erasureOf } from "./erasure-of";
import { readFilledIn } from "./fields/read-filled-in";
import { nameCautions } from "./name-caution";
import { type Permissions, readPermissions } from "./permissions";

export const ListContacts = ContactFilter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(30),
});
type ListContacts = z.input<typeof ListContacts>;

export type ContactRow = {
  id: string;
  name: string;
  email: string | null;
  anonymous: boolean;
  caution: NameCaution | null;
  city: string | null;
  locale: string | null;
  channel: "web_chat" | "messenger" | null;
  createdAt: string;
  lastSeenAt: string;
  /** Whether the shop has ever met her: one that an import made known may never have come. */
  seen: boolean;
  permissions: Permissions;
  orders: number;
  /** What was paid for, in minor units; null where nothing was, or in several currencies. */
  spent: { minor: number; currency: string } | null;
  /** What members filled in, by the field's id. */
  fields: Record<string, string>;
};

export type ContactPage = { contacts: ContactRow[]; next: string | null };

const pages = keyset({ at: contacts.lastSeenAt, id: contacts.id });

/** The shop's named contacts that the filter means, the last seen first, by keyset. */
export async function listContacts(actor: MemberActor, input: ListContacts): Promise<ContactPage> {
  const { cursor, limit, ...filter } = ListContacts.parse(input);
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const found = await tx
      .select({ contact: contacts, exact: pages.exact })
      .from(contacts)
      .where(and(meant(shopId, filter), pages.after(cursor)))
      .orderBy(...pages.order)
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      contacts: await viewRows(
        tx,
        shopId,
        page.map(({ contact }) => contact),
      ),
      next: last ? pages.cursor({ exact: last.exact, id: last.contact.id }) : null,
    };
  });
}

type Lasting = {
  filter: ContactFilter;
  /** When the whole list was asked for. */
  at: Date;
  /** Only some of them. */
  ids: readonly string[] | null;
  /** The id after which the page begins. */
  cursor: string | null;
  limit: number;
};

/**
 * A page of the contacts that the filter means, in order of their ids: what she does meanwhile moves nobody past a page
 * that is read already. Whoever is being erased is left out.
 */
export async function readLastingPage(
  tx: Tx,
  shopId: string,
  { filter, at, ids, cursor, limit }: Lasting,
): Promise<ContactPage> {
  const found = await tx
    .select()
    .from(contacts)
    .where(
      and(
        meant(shopId, filter, at),
        notExists(erasureOf(tx, shopId, contacts.id)),
        ids ? inArray(contacts.id, [...ids]) : undefined,
        cursor ? gt(contacts.id, cursor) : undefined,
      ),
    )
    .orderBy(asc(contacts.id))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { contacts: await viewRows(tx, shopId, page), next: last?.id ?? null };
}

async function viewRows(
  tx: Tx,
  shopId: string,
  page: readonly (typeof contacts.$inferSelect)[],
): Promise<ContactRow[]> {
  const ids = page.map(({ id }) => id);
  const permissions = await readPermissions(tx, shopId, ids);
  const reached = await readChannels(tx, shopId, ids);
  const bought = await readBought(tx, shopId, ids);
  const filled = await readFilledIn(tx, shopId, ids);
  const caution = await nameCautions(tx, shopId, page);
  return page.flatMap((contact) => {
    const allowed = permissions.get(contact.id);
    if (!allowed) return [];
    const { orders: count, spent } = bought.get(contact.id) ?? { orders: 0, spent: null };
    return {
      id: contact.id,
      name: contact.name,
      email: contact.email,
      anonymous: contact.personId === null,
      caution: caution(contact),
      city: contact.city,
      locale: contact.locale,
      channel: reached.get(contact.id) ?? null,
      createdAt: contact.createdAt.toISOString(),
      lastSeenAt: contact.lastSeenAt.toISOString(),
      seen: contact.importId === null || contact.lastSeenAt > contact.createdAt,
      permissions: allowed,
      orders: count,
      spent,
      fields: filled.get(contact.id) ?? {},
    };
  });
}

/** The channel on which each contact came last. */
async function readChannels(tx: Tx, shopId: string, contactIds: string[]) {
  if (contactIds.length === 0) return new Map<string, ContactRow["channel"]>();
  const ways = await tx
    .select({ contactId: identities.contactId, kind: channels.kind })
    .from(identities)
    .innerJoin(channels, and(eq(channels.shopId, identities.shopId), eq(channels.id, identities.channelId)))
    .where(and(eq(identities.shopId, shopId), inArray(identities.contactId, contactIds)))
    .orderBy(asc(identities.createdAt));
  return new Map(ways.map((way) => [way.contactId, way.kind]));
}

/** How much each contact bought; what was cancelled or refunded does not count. */
async function readBought(tx: Tx, shopId: string, contactIds: string[]) {
  const found = new Map<string, Pick<ContactRow, "orders" | "spent">>();
  if (contactIds.length === 0) return found;
  const rows = await tx
    .select({
      contactId: orders.contactId,
      currency: orders.currency,
      n: sql<number>`count(*)::int`,
      paid: sql<number>`(count(*) filter (where ${orders.paid}))::int`,
      minor: sql<number>`coalesce(sum(${orders.total}) filter (where ${orders.paid}), 0)::float8`,
    })
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        inArray(orders.contactId, contactIds),
        notInArray(orders.status, ["cancelled", "refunded"]),
      ),
    )
    .groupBy(orders.contactId, orders.currency);
  for (const contactId of new Set(rows.map((row) => row.contactId))) {
    if (!contactId) continue;
    const hers = rows.filter((row) => row.contactId === contactId);
    const [only, ...others] = hers.filter(({ paid }) => paid > 0);
    found.set(contactId, {
      orders: hers.reduce((sum, { n }) => sum + n, 0),
      spent: only && others.length === 0 ? { minor: only.minor, currency: only.currency } : null,
    });
  }
  return found;
}
