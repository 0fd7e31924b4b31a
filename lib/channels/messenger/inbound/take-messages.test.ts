import { describe, expect, it } from "vitest";
import { closeConversation } from "#lib/conversations/close-conversation";
import {
  asideOf,
  at,
  bodyOf,
  type Item,
  makeWorld,
  newMid,
  newPsid,
  take,
  takeItems,
  threadOf,
  type World,
  wrote,
} from "./inbound-fixture";

const iso = (seconds: number) => new Date(at(seconds)).toISOString();
const DAY_S = 24 * 3_600;

const expiryOf = async (world: World, psid: string) => (await threadOf(world, psid))?.conversation?.windowExpiresAt;

describe("a message", () => {
  it("makes a contact and an open conversation that may be answered for a day", async () => {
    const { thread } = await wrote("Bonjour, é 😀 a/b ?");
    const { messages, conversation, contact } = (await thread()) ?? {};
    expect(messages).toMatchObject([
      { author: "contact", kind: "text", body: "Bonjour, é 😀 a/b ?", delivery: "received", createdAt: iso(0) },
    ]);
    expect(conversation).toMatchObject({
      ...{ status: "open", unread: 1, waitingSince: new Date(at(0)), lastMessageAt: new Date(at(0)) },
      ...{ lastContactAt: new Date(at(0)), windowExpiresAt: new Date(at(DAY_S)) },
    });
    expect(contact).toMatchObject({ name: "", personId: null });
  });

  it("carries files of every kind, links, places and cards; a sticker told twice once", async () => {
    const { world, person, thread, mid } = await wrote();
    const file = (type: string, payload: unknown) => ({ type, payload });
    const url = "https://cdn.example/v/photo%20é.png?oh=1";
    await takeItems(
      world,
      person(1, {
        message: {
          mid: newMid(),
          reply_to: { mid, is_self_reply: true },
          attachments: [
            file("image", { url }),
            file("audio", { url: "https://cdn.example/a.mp4" }),
            file("video", { url: "https://cdn.example/v.mp4" }),
            file("file", { url: "javascript:alert(1)" }),
            file("image", { url: "https://cdn.example/s.png", sticker_id: 369239263222822 }),
            file("sticker", { url: "https://cdn.example/s.png", sticker_id: "369239263222822" }),
          ],
        },
      }),
      person(2, {
        message: {
          mid: newMid(),
          attachments: [
            { type: "fallback", title: "Un lien", url: "/l.php?u=1", payload: null },
            { type: "fallback", title: "Ancien", URL: "https://shop.example/a", payload: null },
            file("reel", { url: "https://www.facebook.com/reel/1", title: "Reel" }),
            file("location", { coordinates: { lat: 48.85, long: 2.35 } }),
            {
              ...{ type: "location", title: "Place des Vosges", url: "https://maps.example/1" },
              payload: { coordinates: { lat: 48.8555, long: 2.365512345 } },
            },
            file("location", { coordinates: { lat: 948.85, long: 2.35 } }),
            file("something_new", {}),
          ],
        },
      }),
      person(3, {
        message: {
          mid: newMid(),
          attachments: [file("fallback", { product: { elements: [{ id: "1", title: "Pivoines\u0000" }] } })],
        },
      }),
    );
    const [first, files, links, card] = (await thread())?.messages ?? [];
    expect(files?.replyTo).toBe(first?.id);
    expect(files?.attachments.map(({ kind, state }) => [kind, state])).toEqual([
      ["image", "waiting"],
      ["audio", "waiting"],
      ["video", "waiting"],
      ["file", "waiting"],
      ["sticker", "waiting"],
    ]);
    expect(links?.payload?.shared).toEqual([
      { title: "Un lien", url: "https://www.facebook.com/l.php?u=1" },
      { title: "Ancien", url: "https://shop.example/a" },
      { title: "Reel", url: "https://www.facebook.com/reel/1" },
      { title: null, url: null },
      { title: null, url: null },
    ]);
    const square = { lat: 48.8555, long: 2.365512345, title: "Place des Vosges", url: "https://maps.example/1" };
    expect(links?.payload?.locations).toEqual([{ lat: 48.85, long: 2.35, title: null, url: null }, square]);
    expect(links?.body).toBe("48.85, 2.35\nPlace des Vosges, 48.8555, 2.36551");
    expect(card).toMatchObject({
      kind: "template",
      payload: { template: { product: { elements: [{ id: "1", title: "Pivoines\ufffd" }] } } },
    });
  });

  it("is read whatever form its time and ids have, and keeps what PostgreSQL would refuse", async () => {
    const world = await makeWorld();
    const psids = [newPsid(), newPsid(), newPsid(), newPsid()];
    const times = [String(at(0)), iso(0), at(0) / 1_000, undefined];
    for (const [place, psid] of psids.entries())
      await takeItems(world, {
        ...{ sender: { id: Number(psid), more: true }, recipient: { id: world.pageId }, extra: [1] },
        ...{ timestamp: times[place], message: { mid: newMid(), text: "a\u0000b\ud83c", nlp: {}, tags: [] } },
      });
    for (const psid of psids)
      expect((await threadOf(world, psid))?.messages).toMatchObject([{ body: "a\ufffdb\ufffd", createdAt: iso(0) }]);
    expect(await asideOf(world)).toEqual([]);
  });

  it("opens a longer window after an advertisement, and none is ever shortened", async () => {
    const { world, person, psid } = await wrote();
    const referral = { source: "ADS", type: "OPEN_THREAD", ad_id: 6045246247433, ref: "été" };
    await takeItems(world, person(10, { message: { mid: newMid(), text: "Vu la pub", referral } }));
    expect(await expiryOf(world, psid)).toEqual(new Date(at(7 * DAY_S + 10)));
    await takeItems(world, person(20, { message: { mid: newMid(), text: "Et ?" } }));
    expect(await expiryOf(world, psid)).toEqual(new Date(at(7 * DAY_S + 10)));
    expect((await threadOf(world, psid))?.messages[1]?.payload).toEqual({
      referral: { source: "ADS", ref: "été", adId: "6045246247433" },
    });
  });

  it("opens it too for the first message after an advertisement on her thread, whichever is told first", async () => {
    const ads_context_data = { ad_title: "Pivoines de mai" };
    const ad = (seconds: number) => ({
      seconds,
      what: { referral: { source: "ADS", ad_id: "604", ads_context_data } },
    });
    const says = (seconds: number) => ({ seconds, what: { message: { mid: newMid(), text: "Et ?" } } });
    for (const told of [
      [ad(10), says(20), says(30)],
      [says(30), says(20), ad(10)],
    ]) {
      const { world, person, psid } = await wrote();
      await takeItems(world, ...told.map(({ seconds, what }) => person(seconds, what)));
      expect(await expiryOf(world, psid)).toEqual(new Date(at(7 * DAY_S + 20)));
      const events = (await threadOf(world, psid))?.messages.flatMap(({ event }) => event ?? []);
      expect(events).toEqual([{ type: "came_from", source: "ADS", adId: "604", adTitle: "Pivoines de mai" }]);
      await takeItems(world, person(2 * DAY_S, says(0).what));
      expect(await expiryOf(world, psid)).toEqual(new Date(at(7 * DAY_S + 20)));
    }
  });

  it("takes a tap once that tells the id of the card it was made on", async () => {
    const { world, person, page, thread } = await wrote();
    const mid = newMid();
    await takeItems(world, page(10, { message: { mid, is_echo: true, text: "Laquelle ?" } }));
    const tap = person(20, { postback: { mid, title: "La rose", payload: "rose" } });
    await takeItems(world, tap);
    await take(bodyOf(world.pageId, [tap], "standby"));
    expect((await thread())?.messages.map(({ body }) => body)).toEqual(["Bonjour", "Laquelle ?", "La rose"]);
  });

  it("opens a closed conversation again", async () => {
    const { world, person, psid, thread } = await wrote();
    await closeConversation(world.owner, { conversationId: (await thread())?.conversation?.id ?? "" });
    await takeItems(world, person(1, { message: { mid: newMid(), text: "Oui", quick_reply: { payload: "YES" } } }));
    const { messages, conversation } = (await threadOf(world, psid)) ?? {};
    expect(messages?.find(({ body }) => body === "Oui")?.payload).toEqual({
      tapped: { way: "quick_reply", payload: "YES" },
    });
    expect(conversation).toMatchObject({ status: "open", unread: 1, waitingSince: new Date(at(1)) });
  });
});

describe("what opens the window", () => {
  const opens: [string, (mid: string) => Item, boolean][] = [
    ["a tap", () => ({ postback: { title: "Menu", payload: "MENU" } }), true],
    ["a tap whose payload is left out", () => ({ postback: { title: "Menu", mid: newMid() } }), true],
    ["a reaction", (mid) => ({ reaction: { mid, action: "react", reaction: "smile" } }), true],
    ["a link with a ref", () => ({ referral: { ref: "vitrine", source: "SHORTLINK", type: "OPEN_THREAD" } }), true],
    ["a link without one", () => ({ referral: { source: "DISCOVER_TAB", type: "OPEN_THREAD" } }), false],
    ["an advertisement alone", () => ({ referral: { ad_id: "1", ref: "x", source: "ADS" } }), false],
    ["the end of a reaction", (mid) => ({ reaction: { mid, action: "unreact" } }), false],
    ["a read", () => ({ read: { watermark: at(60) } }), false],
    ["a delivery", () => ({ delivery: { watermark: at(60) } }), false],
    ["an edit", (mid) => ({ message_edit: { mid, text: "Bonjour !", num_edit: 1 } }), false],
    ["an opt-in", () => ({ optin: { ref: "promo" } }), false],
  ];
  it("is what she does to talk to the shop, and nothing else", async () => {
    const { world, psid, mid, person } = await wrote();
    for (const [place, [name, what, opening]] of opens.entries()) {
      const before = await expiryOf(world, psid);
      const item = person(60 + place, what(mid));
      await takeItems(world, item);
      const after = await threadOf(world, psid);
      const expiry = after?.conversation?.windowExpiresAt;
      expect(expiry, name).toEqual(opening ? new Date(at(DAY_S + 60 + place)) : before);
      await take(bodyOf(world.pageId, [item], "standby"));
      expect(await threadOf(world, psid), `${name}, again`).toEqual(after);
    }
    expect(await asideOf(world)).toEqual([]);
  });
});
