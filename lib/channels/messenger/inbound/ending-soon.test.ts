import { afterEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { makeThread } from "#lib/connect/visitor-fixture";
import { closeConversation } from "#lib/conversations/close-conversation";
import { belongsTo, byPlace, type Order, placeOf, type View } from "#lib/conversations/conversation-order";
import { listChangedConversations } from "#lib/conversations/list-changed-conversations";
import { listConversations } from "#lib/conversations/list-conversations";
import { markSpam } from "#lib/conversations/mark-spam";
import { snoozeConversation } from "#lib/conversations/snooze/snooze-conversation";
import { HOUR, MINUTE } from "#lib/core/clock";
import { readShop } from "#lib/shops/load-shop";
import { disconnectPage } from "../pages/disconnect-page";
import { at, fromPerson, makeWorld, newMid, newPsid, takeItems, threadOf, type World } from "./inbound-fixture";

afterEach(() => vi.useRealTimers());

const NOW = Date.now();
/** Seconds of the fixture's clock, so many hours before now. */
const ago = (hours: number) => (NOW - hours * HOUR - at(0)) / 1_000;
const AD = { source: "ADS", type: "OPEN_THREAD", ad_id: "6012345" };

type Person = { psid: string; id: string };

/** Somebody whose first message came so many hours ago. */
async function wroteBefore(world: World, hours: number, more: Record<string, unknown> = {}): Promise<Person> {
  const psid = newPsid();
  await takeItems(world, fromPerson(world, psid, ago(hours), { message: { mid: newMid(), text: "?", ...more } }));
  return { psid, id: (await threadOf(world, psid))?.conversation?.id ?? "" };
}

const tells = (world: World, { psid }: Person, hours: number, what: Record<string, unknown>) =>
  takeItems(world, fromPerson(world, psid, ago(hours), what));

async function listed({ owner }: World, view: View, order: Order, limit = 2) {
  const rows = [];
  let cursor: string | undefined;
  do {
    const page = await listConversations(owner, { view, order, limit, ...(cursor ? { cursor } : {}) });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}

async function manyPeople() {
  const world = await makeWorld();
  const { owner, shopId } = world;
  const people = {
    halfAnHour: await wroteBefore(world, 23.5),
    hourByAd: await wroteBefore(world, 167, { referral: AD }),
    hourAndHalf: await wroteBefore(world, 22.5),
    almostTwo: await wroteBefore(world, 22 + 1 / 3_600),
    later: await wroteBefore(world, 10),
    again: await wroteBefore(world, 23.75),
    over: await wroteBefore(world, 30),
    closed: await wroteBefore(world, 23.4),
    snoozed: await wroteBefore(world, 23.3),
    spam: await wroteBefore(world, 23.2),
  };
  await closeConversation(owner, { conversationId: people.closed.id });
  const until = new Date(NOW + 3 * HOUR).toISOString();
  await snoozeConversation(owner, { conversationId: people.snoozed.id, until });
  await markSpam(owner, { conversationId: people.spam.id });
  const shop = await inShop(shopId, (tx) => readShop(tx, shopId));
  const chat = (await makeThread(shop)).conversationId;
  return { world, people, chat };
}

it("holds what may be answered for two hours more, the shortest first, whatever opened the window", async () => {
  const { world, people, chat } = await manyPeople();
  const since = new Date().toISOString();
  const { halfAnHour, hourByAd, hourAndHalf, almostTwo, later, again, over } = people;
  await tells(world, halfAnHour, 0.1, { read: { watermark: NOW } });
  await tells(world, halfAnHour, 0.1, { delivery: { watermark: NOW } });
  await tells(world, halfAnHour, 0.1, { optin: { ref: "vitrine" } });
  const ids = async (view: View, order: Order = "newest") => (await listed(world, view, order)).map(({ id }) => id);
  expect(await ids("ending_soon")).toEqual([again, halfAnHour, hourByAd, hourAndHalf, almostTwo].map(({ id }) => id));
  await tells(world, again, 0.1, { message: { mid: newMid(), text: "Encore" } });
  const soon = [halfAnHour, hourByAd, hourAndHalf, almostTwo].map(({ id }) => id);
  expect(await ids("ending_soon")).toEqual(soon);
  expect(await ids("open", "ending")).toEqual([...soon, later.id, again.id, chat, over.id]);
  const { rows } = await listChangedConversations(world.owner, { since });
  expect(rows.map(({ id }) => id)).toContain(again.id);
});

it("is the same on a screen that counts for itself, at any moment", async () => {
  const { world } = await manyPeople();
  const all = await listed(world, "open", "newest", 50);
  vi.useFakeTimers({ toFake: ["Date"] });
  for (const minutes of [0, 29, 31, 61, 120, 23 * 60]) {
    vi.setSystemTime(NOW + minutes * MINUTE);
    const instant = new Date(NOW + minutes * MINUTE).toISOString();
    for (const view of ["ending_soon", "open"] as const) {
      const shown = all
        .filter((row) => belongsTo(view, world.owner.memberId, row, instant))
        .map((row) => ({ id: row.id, place: placeOf(row, "ending", instant) }))
        .sort((a, b) => byPlace(a.place, b.place));
      const given = await listed(world, view, "ending", 3);
      expect(given.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
    }
  }
});

it("holds nothing of a Page that was disconnected, since nobody may answer there", async () => {
  const { world } = await manyPeople();
  const before = await listed(world, "ending_soon", "ending");
  expect(before.length).toBeGreaterThan(0);
  await disconnectPage(world.owner, { channelId: world.channelId });
  expect(await listed(world, "ending_soon", "ending")).toEqual([]);
  const rows = await listed(world, "open", "ending", 50);
  const instant = new Date().toISOString();
  expect(rows.filter((row) => belongsTo("ending_soon", world.owner.memberId, row, instant))).toEqual([]);
  expect(rows.length).toBeGreaterThan(before.length);
});
