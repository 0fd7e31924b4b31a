import { type ParsedSearch, parseSearch, type SearchFilter } from "../parse-search";
import type { Condition, Filter } from "./filter";
import { CHOSEN_MAX, CONDITIONS_MAX, plain, WORDS_MAX } from "./plain";

type Named = { id: string; name: string };

const STATUSES = ["open", "snoozed", "closed", "spam"] as const;
const CHANNELS = ["web_chat", "messenger"] as const;
const HOLDERS: Record<string, "me" | "nobody"> = { me: "me", moi: "me", nobody: "nobody", personne: "nobody" };

/** What an operator asks of a conversation; null where it asks of a message, or names nothing that a view knows. */
function conditionOf({ key, value }: SearchFilter, tags: readonly Named[]): Condition | null {
  if (key === "is" && value === "unread") return { field: "unread" };
  if (key === "is") return chosen(STATUSES, value, (is) => ({ field: "status", is }));
  if (key === "in") return chosen(CHANNELS, value, (is) => ({ field: "channel", is }));
  if (key === "assigned") {
    const holder = Object.hasOwn(HOLDERS, value) ? HOLDERS[value] : undefined;
    return holder ? { field: "assignee", is: [holder] } : null;
  }
  if (key !== "tag") return null;
  const is = tags.filter(({ name }) => plain(name).includes(plain(value))).map(({ id }) => id);
  return is.length > 0 ? { field: "tag", is } : null;
}

function chosen<T extends string>(all: readonly T[], value: string, of: (is: T[]) => Condition): Condition | null {
  const found = all.find((one) => one === value);
  return found ? of([found]) : null;
}

function conditionsOf({ terms, filters }: ParsedSearch, tags: readonly Named[]): (Condition | null)[] {
  const turned = (condition: Condition | null, not: boolean) => (condition && not ? { ...condition, not } : condition);
  return [
    ...filters.map((filter) => turned(conditionOf(filter, tags), filter.not)),
    ...terms.map(({ words, not }) =>
      turned(words.length > WORDS_MAX ? null : { field: "text", has: words.trim() }, not),
    ),
  ];
}

/**
 * The view that holds what a search asks of conversations, as a beginning to be looked at before it is kept: a view looks
 * for words in names and latest messages alone. Null where the search asks nothing, something that no view can, or more.
 */
export function filterOfSearch(text: string, tags: readonly Named[]): Filter | null {
  const conditions = conditionsOf(parseSearch(text), tags);
  const all = conditions.flatMap((condition) => condition ?? []);
  if (all.length === 0 || all.length < conditions.length || all.length > CONDITIONS_MAX) return null;
  return all.some((one) => one.field === "tag" && one.is.length > CHOSEN_MAX) ? null : { all };
}
