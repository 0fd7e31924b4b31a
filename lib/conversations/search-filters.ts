import { and, eq, gt, gte, isNull, lt, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { channels } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { attachments, conversations, messages } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { persons } from "#db/schema/persons";
import { conversationTags, tags } from "#db/schema/triage";
import type { MemberActor } from "#lib/shops/actor";
import type { ParsedSearch, SearchFilter, SearchTerm } from "./parse-search";

/** Who holds the conversation; `persons` is who wrote the message. */
export const holder = alias(persons, "holder");

const FILES = { photo: "image", file: "file", voice: "audio", video: "video" } as const;
const isFile = (value: string): value is keyof typeof FILES => Object.hasOwn(FILES, value);

/** Any part of a name, whatever its case and accents. */
const holds = (column: SQL, part: string) =>
  sql<boolean>`strpos(unaccent(lower(${column})), unaccent(lower(${part}))) > 0`;

function writtenBy(actor: MemberActor, name: string): SQL | undefined {
  if (name === "me" || name === "moi") return eq(messages.memberId, actor.memberId);
  const contact = and(eq(messages.author, "contact"), holds(sql`${contacts.name}`, name));
  return or(contact, holds(sql`coalesce(${persons.name}, '')`, name));
}

function assignedTo(actor: MemberActor, name: string): SQL | undefined {
  if (name === "me" || name === "moi") return eq(conversations.assigneeId, actor.memberId);
  if (name === "nobody" || name === "personne") return isNull(conversations.assigneeId);
  return holds(sql`coalesce(${holder.name}, '')`, name);
}

/** The beginning of a day as the shop's clock shows it. */
export const dayOf = (day: string, zone: string) => sql`(${day}::date)::timestamp at time zone ${zone}`;

function conditionOf(actor: MemberActor, zone: string, { key, value }: SearchFilter): SQL | undefined {
  switch (key) {
    case "from":
      return writtenBy(actor, value);
    case "assigned":
      return assignedTo(actor, value);
    case "in":
      return eq(sql`${channels.kind}`, value);
    case "is":
      return value === "unread" ? gt(conversations.unread, 0) : eq(sql`${conversations.status}`, value);
    case "before":
      return lt(messages.createdAt, dayOf(value, zone));
    case "after":
      return gte(messages.createdAt, dayOf(value, zone));
    case "tag":
      return sql`exists (select 1 from ${conversationTags}
        join ${tags} on ${tags.shopId} = ${conversationTags.shopId} and ${tags.id} = ${conversationTags.tagId}
        where ${conversationTags.shopId} = ${conversations.shopId}
        and ${conversationTags.conversationId} = ${conversations.id} and ${holds(sql`${tags.name}`, value)})`;
    case "order":
      return sql`exists (select 1 from ${orders} where ${orders.shopId} = ${messages.shopId}
        and ${orders.contactId} = ${conversations.contactId}
        and right(lower(${orders.number}), ${value.length}) = lower(${value}))`;
    case "has":
      if (!isFile(value)) return eq(sql`${messages.kind}`, value);
      return sql`exists (select 1 from ${attachments} where ${attachments.shopId} = ${messages.shopId}
        and ${attachments.messageId} = ${messages.id} and ${attachments.kind} = ${FILES[value]})`;
  }
}

/** What the operators of a search ask of a message, its conversation and who wrote it. */
export function filtersOf(actor: MemberActor, zone: string, { filters }: ParsedSearch): SQL | undefined {
  const conditions = filters.flatMap((filter) => {
    const condition = conditionOf(actor, zone, filter);
    if (!condition) return [];
    return [filter.not ? not(sql`coalesce(${condition}, false)`) : condition];
  });
  return and(...conditions);
}

const oneTerm = ({ words, not: without }: SearchTerm): SQL =>
  without ? sql`!! search_term(${words})` : sql`search_term(${words})`;

/** The words of a search as one query of both languages; null when it has none. */
export function wordsOf({ terms }: ParsedSearch): SQL | null {
  if (terms.length === 0) return null;
  return sql`(${sql.join(terms.map(oneTerm), sql` && `)})`;
}

/** The words that must be there, as what is highlighted; null when there are none. */
export function highlightOf({ terms }: ParsedSearch): SQL | null {
  const there = terms.filter((term) => !term.not);
  return there.length === 0 ? null : sql`(${sql.join(there.map(oneTerm), sql` || `)})`;
}
