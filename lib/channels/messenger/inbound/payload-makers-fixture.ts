import { at, bodyOf, type Item } from "./inbound-fixture";

/** Who wrote "Bonjour" to which Page, and the mid of that. */
export type Told = { pageId: string; psid: string; mid: string };

/**
 * What is stored of a payload: what comes into her thread after "Bonjour", what is kept aside, how "Bonjour" stands then,
 * and from which second on the shop may answer for a day, where the payload says so.
 */
export type Outcome = { thread?: Item[]; aside?: [kind: string, state: string][]; first?: Item; opensAt?: number };

/** A payload in each shape the platform ever gave that kind, written anew; `body` makes the whole of it. */
export type Shape = { name: string; body: (told: Told) => unknown; outcome: Outcome };

export const AD = { ad_id: "6012345", source: "ADS", type: "OPEN_THREAD" };
export const PICTURE = "https://scontent.test/v/t35.0-12/fleur.jpg?oh=1";
export const NONE: Outcome = {};

export const person = ({ pageId, psid }: Told, what: Item): Item => ({
  ...{ sender: { id: psid }, recipient: { id: pageId }, timestamp: at(10) },
  ...what,
});
export const page = ({ pageId, psid }: Told, what: Item): Item => ({
  ...{ sender: { id: pageId }, recipient: { id: psid }, timestamp: at(10) },
  ...what,
});
export const bare = ({ pageId }: Told, what: Item): Item => ({ recipient: { id: pageId }, timestamp: at(10), ...what });

type Make = (told: Told) => Item;
export const one = (name: string, item: Make, outcome: Outcome): Shape => ({
  name,
  body: (told) => bodyOf(told.pageId, [item(told)]),
  outcome,
});
export const hers = (name: string, what: Item | ((told: Told) => Item), ...thread: Item[]): Shape =>
  one(name, (told) => person(told, typeof what === "function" ? what(told) : what), { thread });
export const said = (name: string, message: Item, stored: Item): Shape =>
  hers(name, (told) => ({ message: { mid: `${told.mid}.${name}`, ...message } }), { author: "contact", ...stored });
export const file = (type: string, payload: Item, kind = type) =>
  said(
    `a message with ${type}${payload.sticker_id ? " of a sticker" : ""}`,
    { attachments: [{ type, payload }] },
    {
      attachments: [{ kind }],
    },
  );
export const unknown = (kind: string, what: Item): Shape =>
  one(kind, (told) => person(told, { [kind]: what }), { aside: [[kind, "unknown"]] });
export const event = (name: string, what: Item | ((told: Told) => Item), told: Item): Shape =>
  hers(name, what, { kind: "event", event: told });
/** One that lets the shop answer from then on, and is not told in the thread. */
export const opening = (name: string, given: Item): Shape =>
  one(name, (told) => person(told, { referral: given }), { opensAt: 10 });
export const control = (what: string, content: Item, ...thread: Item[]) =>
  hers(`${what} ${JSON.stringify(content)}`, { [what]: content }, ...thread);
