import { inShop, type Tx } from "#db/in-shop";
import type { MemberActor } from "#lib/shops/actor";
import { parseSearch, without } from "./parse-search";
import type { SearchShop } from "./search-input";
import { type FoundMessages, searchMessages } from "./search-messages";
import { type FoundOrder, type FoundPerson, numbersIn, searchOrders, searchPeople } from "./search-people";

export type SearchView = {
  messages: FoundMessages;
  people: FoundPerson[];
  orders: FoundOrder[];
  /** Where nothing is found: searches close to this one that find something. */
  nearest: string[];
};

const MOST_NEAREST = 3;
const MOST_TRIED = 8;

/** A number with two neighbouring digits in each other's place: how a number is most often mistyped. */
function swapped(number: string): string[] {
  return [...number].flatMap((sign, at, all) => {
    const next = all[at + 1];
    if (!next || next === sign || !/\d/.test(sign + next) || !/^\d\d$/.test(sign + next)) return [];
    return [[...all.slice(0, at), next, sign, ...all.slice(at + 2)].join("")];
  });
}

/** Searches that ask a little less than `q`, or name a number close to one it names. */
export function closeTo(q: string): string[] {
  const asked = parseSearch(q);
  const parts = [...asked.filters, ...asked.terms];
  const numbers = numbersIn(asked).flatMap((number) => swapped(number).map((near) => q.replace(number, near)));
  const fewer = parts.length > 1 ? parts.map(({ source }) => without(q, source)) : [];
  return [...new Set([...numbers, ...fewer])].filter((near) => near !== "" && near !== q);
}

async function nearestTo(tx: Tx, actor: MemberActor, q: string): Promise<string[]> {
  const found: string[] = [];
  for (const near of closeTo(q).slice(0, MOST_TRIED)) {
    if (found.length === MOST_NEAREST) break;
    const asked = parseSearch(near);
    const hit =
      (await searchMessages(tx, actor, asked, null)).found > 0 || (await searchOrders(tx, actor, asked)).length > 0;
    if (hit) found.push(near);
  }
  return found;
}

/** Everything in the shop that fits what was typed: messages over the whole history, people, orders. */
export async function searchShop(actor: MemberActor, { q, cursor }: SearchShop): Promise<SearchView> {
  const asked = parseSearch(q);
  const nothing = { conversations: [], found: 0, next: null };
  if (asked.terms.length === 0 && asked.filters.length === 0)
    return { messages: nothing, people: [], orders: [], nearest: [] };
  return inShop(actor.shopId, async (tx) => {
    const messages = await searchMessages(tx, actor, asked, cursor ?? null);
    if (cursor) return { messages, people: [], orders: [], nearest: [] };
    const [people, orders] = [await searchPeople(tx, actor, asked), await searchOrders(tx, actor, asked)];
    const empty = messages.found === 0 && !messages.next && people.length === 0 && orders.length === 0;
    return { messages, people, orders, nearest: empty ? await nearestTo(tx, actor, q) : [] };
  });
}
