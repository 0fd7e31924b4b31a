import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { keyset } from "#db/keyset";
import { channels, identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { isKeptAsIs } from "#lib/core/kept-text";
import type { MemberActor } from "#lib/shops/actor";
import { type Permissions, readPermissions } from "./permissions";

export const ListContacts = z.strictObject({
  search: z.string().max(100).refine(isKeptAsIs, "message_nul").optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(30),
});
type ListContacts = z.input<typeof ListContacts>;

export type ContactRow = {
  id: string;
  name: string;
  anonymous: boolean;
  city: string | null;
  channel: "web_chat" | "messenger";
  lastSeenAt: string;
  permissions: Permissions;
};

const pages = keyset({ at: contacts.lastSeenAt, id: contacts.id });

const pattern = (search: string) => `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;

/** The shop's named contacts, the last seen first, by keyset; `search` finds any part of a name. */
export async function listContacts(
  actor: MemberActor,
  input: ListContacts,
): Promise<{ contacts: ContactRow[]; next: string | null }> {
  const { search, cursor, limit } = ListContacts.parse(input);
  return inShop(actor.shopId, async (tx) => {
    const found = await tx
      .select({
        contact: contacts,
        exact: pages.exact,
      })
      .from(contacts)
      .where(
        and(
          eq(contacts.shopId, actor.shopId),
          isNull(contacts.mergedInto),
          or(isNotNull(contacts.personId), ne(contacts.name, "")),
          search?.trim() ? sql`${contacts.name} ilike ${pattern(search)}` : undefined,
          pages.after(cursor),
        ),
      )
      .orderBy(...pages.order)
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const ids = page.map((row) => row.contact.id);
    const permissions = await readPermissions(tx, actor.shopId, ids);
    const reached = await readChannels(tx, actor.shopId, ids);
    const last = page.at(-1);
    return {
      contacts: page.flatMap(({ contact }) => {
        const allowed = permissions.get(contact.id);
        if (!allowed) return [];
        return {
          id: contact.id,
          name: contact.name,
          anonymous: contact.personId === null,
          city: contact.city,
          channel: reached.get(contact.id) ?? "web_chat",
          lastSeenAt: contact.lastSeenAt.toISOString(),
          permissions: allowed,
        };
      }),
      next: found.length > limit && last ? pages.cursor({ exact: last.exact, id: last.contact.id }) : null,
    };
  });
}

/** The channel on which each contact came last. */
async function readChannels(tx: Tx, shopId: string, contactIds: string[]): Promise<Map<string, ContactRow["channel"]>> {
  if (contactIds.length === 0) return new Map();
  const ways = await tx
    .select({ contactId: identities.contactId, kind: channels.kind })
    .from(identities)
    .innerJoin(channels, and(eq(channels.shopId, identities.shopId), eq(channels.id, identities.channelId)))
    .where(and(eq(identities.shopId, shopId), inArray(identities.contactId, contactIds)))
    .orderBy(asc(identities.createdAt));
  return new Map(ways.map((way) => [way.contactId, way.kind]));
}
