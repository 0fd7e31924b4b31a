import { and, eq, gt, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { channels, identities } from "#db/schema/channels";
import { contactFieldValues } from "#db/schema/contact-about";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { conversationTags } from "#db/schema/triage";
import { DAY, now } from "#lib/core/clock";
import { isKeptAsIs } from "#lib/core/kept-text";
import { FIELD_FILTER, FIELD_FILTER_MAX, FILTER_CHOICES, SEARCH_MAX } from "./filter-choices";
import { PURPOSE_LIST } from "./purposes";
import { standingOf } from "./standing";

/** Which contacts are meant: by what they allow, where they write, when they were last seen, their tags, fields and words. */
export const ContactFilter = z.strictObject({
  search: z.string().max(SEARCH_MAX).refine(isKeptAsIs, "message_nul").optional(),
  service: z.enum(FILTER_CHOICES.service).optional(),
  order_updates: z.enum(FILTER_CHOICES.order_updates).optional(),
  offers: z.enum(FILTER_CHOICES.offers).optional(),
  channel: z.enum(FILTER_CHOICES.channel).optional(),
  seen: z.enum(FILTER_CHOICES.seen).optional(),
  /** A tag of one of her conversations. */
  tag: z.uuid().optional(),
  /** A field of the shop that is filled in, and after a colon with what. */
  field: z.string().max(FIELD_FILTER_MAX).regex(FIELD_FILTER).refine(isKeptAsIs, "message_nul").optional(),
});
export type ContactFilter = z.output<typeof ContactFilter>;

const pattern = (search: string) => `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;

function seenWithin(seen: NonNullable<ContactFilter["seen"]>, at: Date): SQL {
  const edge = new Date(at.getTime() - (seen === "week" ? 7 : 30) * DAY);
  return seen === "longer" ? lte(contacts.lastSeenAt, edge) : gt(contacts.lastSeenAt, edge);
}

const hasTag = (tagId: string) =>
  sql`exists (select from ${conversationTags} t join ${conversations} c on c.shop_id = t.shop_id and c.id = t.conversation_id
    where t.shop_id = ${contacts.shopId} and t.tag_id = ${tagId} and c.contact_id = ${contacts.id})`;

/** Whether a field is filled in with her, or with a contact that was joined with her and has it alone. */
function hasFilledIn(filter: string): SQL {
  const [fieldId, value] = [filter.slice(0, 36), filter.slice(37)];
  return sql`coalesce((select ${value === "" ? sql`true` : sql`lower(v.value) = lower(${value})`}
    from ${contactFieldValues} v where v.shop_id = ${contacts.shopId} and v.field_id = ${fieldId}
      and v.contact_id in (with recursive hers (id) as (select ${contacts.id} union
        select m.id from ${contacts} m join hers on m.shop_id = ${contacts.shopId} and m.merged_into = hers.id) select id from hers)
    order by v.at desc limit 1), false)`;
}

/** The shop's named contacts that a filter means, as a condition on `contacts`; the week and the month end at `at`. */
export function meant(shopId: string, filter: ContactFilter, at: Date = now()): SQL | undefined {
  const { search, channel, seen, tag, field } = filter;
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
    tag ? hasTag(tag) : undefined,
    field ? hasFilledIn(field) : undefined,
  );
}
