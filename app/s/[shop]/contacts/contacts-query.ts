import type { ContactFilter } from "#lib/contacts/contact-filter";
import { FIELD_FILTER, FIELD_FILTER_MAX, FILTER_CHOICES, SEARCH_MAX } from "#lib/contacts/filter-choices";

export type FilterField = keyof typeof FILTER_CHOICES;
export const FILTER_FIELDS = Object.keys(FILTER_CHOICES) as FilterField[];
export const choicesOf = (field: FilterField): readonly string[] => FILTER_CHOICES[field];

type Query = Record<string, string | string[] | undefined>;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** What an address asks for; what it does not know is passed over. */
export function filterIn(query: Query): ContactFilter {
  const search = one(query.q).trim().slice(0, SEARCH_MAX);
  const chosen = FILTER_FIELDS.flatMap((field) => {
    const value = one(query[field]);
    return choicesOf(field).includes(value) ? [[field, value] as const] : [];
  });
  const [tag, field] = [one(query.tag), one(query.field)];
  return {
    ...(search ? { search } : {}),
    ...Object.fromEntries(chosen),
    ...(UUID.test(tag) ? { tag } : {}),
    ...(FIELD_FILTER.test(field) && field.length <= FIELD_FILTER_MAX ? { field } : {}),
  };
}

/** The address of a page of contacts. */
export function contactsPath(slug: string, filter: ContactFilter, cursor?: string | null): string {
  const { search, ...fields } = filter;
  const query = new URLSearchParams();
  if (search) query.set("q", search);
  for (const [field, value] of Object.entries(fields)) if (value) query.set(field, value);
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return `/s/${slug}/contacts${text ? `?${text}` : ""}`;
}
