import { beforeAll, describe, expect, it } from "vitest";
import { rowHashes } from "#db/owner-fixture";
import { newId, newToken } from "#lib/core/ids";
import { browser } from "#lib/http/next-headers-fixture";
import { type Belongings, CANARY, type Ids, makeBelongings } from "#lib/orders/belongings-fixture";
import { facebook, WISHES } from "#lib/orders/door-wishes-fixture";
import type { SignedIn } from "#lib/shops/shop-fixture";
import { DOORS } from "./doors";
import { type Answer, answerOf, callAction } from "./route-fixture";

const SESSION = "__Host-comptoir-session";

/** The beginning of a PNG. */
const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const IN_PATH: Partial<Record<string, keyof Ids>> = {
  change: "bulkChangeId",
  message: "bulkMessageId",
  channel: "channelId",
  contact: "contactId",
  export: "exportId",
  import: "importId",
  conversation: "conversationId",
};

const doors = DOORS.filter(({ isolation }) => isolation === "foreign ids are absent").map(({ door, who }) => {
  const [name = "", place = ""] = door.split(" ");
  const isRoute = name === "GET" || name === "POST";
  const found = WISHES[isRoute ? door : name];
  if (!found) throw new Error(`lib/http/doors.ts has ${door}, for which this test knows no input`);
  const inPath = Object.keys(found.path?.({} as Ids) ?? {}).flatMap((segment) => IN_PATH[segment] ?? []);
  const takes = [...new Set<keyof Ids>([...(who === "member" ? (["shop"] as const) : []), ...inPath, ...found.takes])];
  return { door, who, name, place, isRoute, takes, wish: found };
});
type TestDoor = (typeof doors)[number];

/** Doors whose good use would end what the other tests of the file use. */
const DISRUPTS = new Set([
  "endSessionAction",
  "removeMemberAction",
  "unsendMessageAction",
  "disconnectPageAction",
  "changeSavedReplyAction",
  "deleteSavedReplyAction",
  "endIdentityKeyAction",
  "mergeTagsAction",
  "removeTagAction",
  "removeContactNoteAction",
  "removeTeamAction",
  "removeViewAction",
  "answerAccessAction",
  "askForMineAction",
  "eraseContactAction",
  "eraseMineAction",
  "leaveComptoirAction",
]);

/** Comes to a door as somebody, with these ids; `twist` changes what is sent. */
async function come(
  the: TestDoor,
  as: SignedIn | null,
  ids: Ids,
  twist: (input: Record<string, unknown>) => object = (i) => i,
) {
  browser.cookies.clear();
  if (as) browser.cookies.set(SESSION, { value: as.token });
  const input = twist(the.wish.input(ids));
  if (!the.isRoute)
    return callAction(`${the.place}/actions.ts`, the.name, ...(the.who === "member" ? [ids.shop] : []), input);
  const query = `?${new URLSearchParams(Object.entries(input).map(([key, value]) => [key, String(value)]))}`;
  const headers = as ? { cookie: `${SESSION}=${as.token}` } : {};
  const sent = {
    query: query === "?" ? "" : query,
    headers,
    ...(the.name === "POST" ? { raw: the.wish.raw ?? PICTURE } : {}),
  };
  return answerOf(`${the.place}/route.ts`, the.name, { shop: ids.shop, ...the.wish.path?.(ids) }, sent);
}

const absent = (field: keyof Ids) => (field === "request" ? newToken() : field === "shop" ? `t-${newId()}` : newId());
const passerOf = (the: TestDoor, world: Belongings) =>
  /app\/(me|connect)/.test(the.place) ? world.shopper : world.owner.person;

describe("TEN-01: foreign ids are absent", () => {
  let ours: Belongings;
  let theirs: Belongings;
  let before: Record<string, string>;
  beforeAll(async () => {
    [ours, theirs] = await Promise.all([makeBelongings(), makeBelongings()]);
    await facebook.logIn(ours.owner);
    before = await rowHashes(theirs.shop.id);
  });

  const cases = doors.flatMap((the) => the.takes.map((field) => [the.door, field, the] as const));
  it.each(cases)("%s answers a foreign %s like an absent one", async (_, field, the) => {
    const passer = passerOf(the, ours);
    const foreign: Answer = await come(the, passer, { ...ours.ids, [field]: theirs.ids[field] });
    expect(foreign).toEqual(await come(the, passer, { ...ours.ids, [field]: absent(field) }));
    expect(foreign.status).toBe(field === "person" ? 409 : 404);
    expect(JSON.stringify(foreign)).not.toContain(CANARY);
  });

  it.each(doors.map((the) => [the.door, the] as const))(
    "%s lets its own in, and nobody who is signed out",
    async (_, the) => {
      expect(await come(the, null, ours.ids)).toMatchObject({ status: 401 });
      const own = DISRUPTS.has(the.name) ? await makeBelongings() : ours;
      const answer = await come(the, passerOf(the, own), own.ids);
      expect(answer).toMatchObject({ status: 200, cacheControl: the.isRoute ? "private, no-store" : null });
    },
  );

  it.each(doors.map((the) => [the.door, the] as const))(
    "TEN-09: %s takes no field it does not know",
    async (_, the) => {
      for (const extra of [{ shopId: theirs.shop.id }, { id: newId(), createdAt: "1970-01-01", senderType: "agent" }]) {
        const answer = await come(the, passerOf(the, ours), ours.ids, (input) => ({ ...input, ...extra }));
        expect(answer).toMatchObject({ status: 422 });
      }
    },
  );

  const typed = doors
    .filter((the) => !the.isRoute)
    .flatMap((the) => the.wish.takes.map((field) => [the.door, field, the] as const));
  it.each(typed)("TEN-19: %s takes %s as text of its form only", async (_, field, the) => {
    const good = ours.ids[field];
    for (const bad of [[good], { $ne: null }, { 0: good }, 0, true, "", `${good}'`, "\u0000"]) {
      const answer = await come(the, passerOf(the, ours), ours.ids, (input) => ({ ...input, [field]: bad }));
      expect([422, 404], JSON.stringify(bad)).toContain(answer.status);
      if (typeof bad !== "string") expect(answer.status).toBe(422);
    }
  });

  it("through all of this every row of the other shop stayed as it was", async () => {
    expect(await rowHashes(theirs.shop.id)).toEqual(before);
  });
});
