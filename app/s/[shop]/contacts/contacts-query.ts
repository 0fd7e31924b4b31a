import type { ContactFilter } from "#lib/contacts/contact-filter";

const CHOICES = {
  service: ["on", "off", "none"],
  order_updates: ["on", "off", "none"],
  offers: ["on", "off", "none"],
  channel: ["web_chat", "messenger"],
  seen: ["week", "month", "longer"],
} as const;

export type FilterField = keyof typeof CHOICES;
export const FILTER_FIELDS = Object.keys(CHOICES) as FilterField[];
export const choicesOf = (field: FilterField): readonly string[] => CHOICES[field];

const MOST_LETTERS = 100;
type Query = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** What an address asks for; what it does not know is passed over. */
export function filterIn(query: Query): ContactFilter {
  const search = one(query.q).trim().slice(0, MOST_LETTERS);
  const chosen = FILTER_FIELDS.flatMap((field) => {
    const value = one(query[field]);
    return choicesOf(field).includes(value) ? [[field, value] as const] : [];
  });
  return { ...(search ? { search } : {}), ...Object.fromEntries(chosen) };
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
