import { and, desc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { invalid } from "#lib/core/errors";
import { instant } from "#lib/core/instant";
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

const Cursor = z.tuple([instant({ precision: 6 }), z.uuid()]);

function placeOf(cursor: string): z.output<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw invalid("invalid", {}, { cursor: "invalid" });
  }
}

const pattern = (search: string) => `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;

/** The shop's named contacts, the last seen first, by keyset; `search` finds any part of a name. */
export async function listContacts(
  actor: MemberActor,
  input: ListContacts,
): Promise<{ contacts: ContactRow[]; next: string | null }> {
  const { search, cursor, limit } = ListContacts.parse(input);
  const place = cursor ? placeOf(cursor) : null;
  const after = place
    ? or(
        lt(contacts.lastSeenAt, sql`${place[0]}::timestamptz`),
        and(eq(contacts.lastSeenAt, sql`${place[0]}::timestamptz`), lt(contacts.id, place[1])),
      )
    : undefined;
  return inShop(actor.shopId, async (tx) => {
    const found = await tx
      .select({
        contact: contacts,
        exact: sql<string>`to_char(${contacts.lastSeenAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
        channel: sql<
          "web_chat" | "messenger" | null
        >`(select ${channels.kind} from ${identities} join ${channels} on ${channels.id} = ${identities.channelId}
          where ${identities.shopId} = ${contacts.shopId} and ${identities.contactId} = ${contacts.id} order by ${identities.createdAt} desc limit 1)`,
      })
      .from(contacts)
      .where(
        and(
          eq(contacts.shopId, actor.shopId),
          isNull(contacts.mergedInto),
          isNotNull(contacts.personId),
          search?.trim() ? sql`${contacts.name} ilike ${pattern(search)}` : undefined,
          after,
        ),
      )
      .orderBy(desc(contacts.lastSeenAt), desc(contacts.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const permissions = await readPermissions(
      tx,
      actor.shopId,
      page.map((row) => row.contact.id),
    );
    const last = page.at(-1);
    return {
      contacts: page.flatMap(({ contact, channel }) => {
        const allowed = permissions.get(contact.id);
        if (!allowed) return [];
        return {
          id: contact.id,
          name: contact.name,
          anonymous: contact.personId === null,
          city: contact.city,
          channel: channel ?? "web_chat",
          lastSeenAt: contact.lastSeenAt.toISOString(),
          permissions: allowed,
        };
      }),
      next:
        found.length > limit && last
          ? Buffer.from(JSON.stringify([last.exact, last.contact.id])).toString("base64url")
          : null,
    };
  });
}
