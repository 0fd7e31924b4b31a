import { and, eq, gt, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { channels, identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { orders } from "#db/schema/orders";
import { DAY, now } from "#lib/core/clock";
import { isKeptAsIs } from "#lib/core/kept-text";
import { FILTER_CHOICES, SEARCH_MAX } from "./filter-choices";
import { PURPOSE_LIST } from "./permissions";
import { standingOf } from "./standing";

/** Which contacts are meant: by what they allow, where they write, when they were last seen, and what is searched. */
export const ContactFilter = z.strictObject({
  search: z.string().max(SEARCH_MAX).refine(isKeptAsIs, "message_nul").optional(),
  service: z.enum(FILTER_CHOICES.service).optional(),
  order_updates: z.enum(FILTER_CHOICES.order_updates).optional(),
  offers: z.enum(FILTER_CHOICES.offers).optional(),
  channel: z.enum(FILTER_CHOICES.channel).optional(),
  seen: z.enum(FILTER_CHOICES.seen).optional(),
});
export type ContactFilter = z.output<typeof ContactFilter>;

const pattern = (search: string) => `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;

function seenWithin(seen: NonNullable<ContactFilter["seen"]>, at: Date): SQL {
  const edge = new Date(at.getTime() - (seen === "week" ? 7 : 30) * DAY);
  return seen === "longer" ? lte(contacts.lastSeenAt, edge) : gt(contacts.lastSeenAt, edge);
}

/** The shop's named contacts that a filter means, as a condition on `contacts`; the week and the month end at `at`. */
export function meant(shopId: string, filter: ContactFilter, at: Date = now()): SQL | undefined {
  const { search, channel, seen } = filter;
  const words = search?.trim() ? pattern(search) : null;
  return and(
    eq(contacts.shopId, shopId),
    isNull(contacts.mergedInto),
    isNull(contacts.erasedAt),
    or(isNotNull(contacts.personId), ne(contacts.name, ""), isNotNull(contacts.email)),
    words
      ? sql`(${contacts.name} ilike ${words} or ${contacts.email} ilike ${words}
          or exists (select from ${orders} where ${orders.shopId} = ${contacts.shopId}
            and ${orders.contactId} = ${contacts.id} and ${orders.number} ilike ${words}))`
      : undefined,
    ...PURPOSE_LIST.map((purpose) => {
      const wanted = filter[purpose];
      return wanted ? sql`${standingOf(purpose)} = ${wanted}` : undefined;
    }),
    channel
      ? sql`exists (select from ${identities} join ${channels} on ${channels.shopId} = ${identities.shopId}
          and ${channels.id} = ${identities.channelId} where ${identities.shopId} = ${contacts.shopId}
          and ${identities.contactId} = ${contacts.id} and ${channels.kind} = ${channel})`
      : undefined,
    seen ? seenWithin(seen, at) : undefined,
  );
}
