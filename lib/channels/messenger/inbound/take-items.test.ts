import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messageTemplates } from "#db/schema/messenger";
import { permissionsOf } from "#lib/contacts/permissions";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { closeConversation } from "#lib/conversations/close-conversation";
import { sendMessage } from "#lib/conversations/send-message";
import { env } from "#lib/core/env";
import { newId } from "#lib/core/ids";
import { pageOf } from "../page-of";
import {
  asideOf,
  at,
  bodyOf,
  countsOf,
  fromPage,
  fromPerson,
  type Item,
  makeWorld,
  newMid,
  newPsid,
  take,
  takeItems,
  threadOf,
  type World,
} from "./inbound-fixture";

const iso = (seconds: number) => new Date(at(seconds)).toISOString();
const DAY_S = 24 * 3_600;

/** A person whose first message came at the beginning. */
async function wrote(text = "Bonjour") {
  const world = await makeWorld();
  const [psid, mid] = [newPsid(), newMid()];
  await takeItems(world, fromPerson(world, psid, 0, { message: { mid, text } }));
  const person = (seconds: number, what: Item) => fromPerson(world, psid, seconds, what);
  const page = (seconds: number, what: Item) => fromPage(world, psid, seconds, what);
  return { world, psid, mid, person, page, thread: () => threadOf(world, psid) };
}

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
            file("reel", { url: "https://www.facebook.com/reel/1", title: "Reel" }),
            file("location", { coordinates: { lat: 48.85, long: 2.35 } }),
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
      { title: "Reel", url: "https://www.facebook.com/reel/1" },
      { title: "48.85, 2.35", url: "https://www.openstreetmap.org/?mlat=48.85&mlon=2.35" },
      { title: null, url: null },
    ]);
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

describe("WHI-07: an echo", () => {
  it("of our message settles it, whatever comes first, and is told as sent once", async () => {
    const { world, page, person, psid, thread } = await wrote();
    const before = await thread();
    const sent = await sendMessage(world.owner, {
      ...{ conversationId: before?.conversation?.id ?? "", clientKey: newId(), body: "Oui, demain." },
    });
    const mid = newMid();
    const echo = {
      mid,
      text: "Oui, demain.",
      is_echo: true,
      app_id: Number(env().FACEBOOK.clientId),
      metadata: sent.id,
    };
    await takeItems(
      world,
      person(20, { reaction: { mid, action: "react", reaction: "love" } }),
      person(11, { delivery: { watermark: at(10) } }),
      page(10, { message: echo }),
    );
    const settled = await thread();
    expect(settled?.messages).toMatchObject([
      { body: "Bonjour" },
      { id: sent.id, delivery: "sent", createdAt: iso(10), reactions: [{ author: "contact", emoji: "❤️" }] },
    ]);
    expect(settled?.conversation).toMatchObject({ contactDeliveredSeq: 2, contactReadSeq: 0, latestSeq: 2 });
    await take(bodyOf(world.pageId, [page(10, { message: echo })], "standby"));
    expect((await threadOf(world, psid))?.messages).toEqual(settled?.messages);
  });

  it("of anybody else is shown as written on Facebook, or by another app, and is an answer", async () => {
    const { world, page, thread } = await wrote();
    const card = { template_type: "generic", elements: [{ title: "Bouquet" }] };
    await takeItems(
      world,
      page(5, { message: { mid: newMid(), text: "De la boîte", is_echo: true } }),
      page(6, {
        message: { mid: newMid(), is_echo: true, app_id: "77", attachments: [{ type: "template", payload: card }] },
      }),
      page(7, {
        message: {
          mid: newMid(),
          text: "D'un autre",
          is_echo: true,
          app_id: env().FACEBOOK.clientId,
          metadata: newId(),
        },
      }),
    );
    const { messages, conversation } = (await thread()) ?? {};
    expect(messages?.slice(1)).toMatchObject([
      { author: "member", memberId: null, delivery: "sent", payload: { sentFrom: "page_inbox" } },
      { author: "app", kind: "template", payload: { sentFrom: "other_app", template: card } },
      { author: "app", payload: { sentFrom: "other_app" } },
    ]);
    expect(conversation).toMatchObject({ unread: 0, waitingSince: null, firstAnsweredAt: new Date(at(5)) });
  });
});

it("a stop word withdraws every permission and stops every message until she writes again", async () => {
  const { world, person, thread } = await wrote();
  const contactId = (await thread())?.contact?.id ?? "";
  const { shopId } = world;
  const allow = ["service", "order_updates", "offers"] as const;
  await inShop(shopId, (tx) =>
    recordAnswer(tx, shopId, { contactId, allow, shown: allow, act: "chat_card", locale: "fr", source: "", proof: {} }),
  );
  await takeItems(world, person(3_700, { message: { mid: newMid(), text: " Désabonner ! " } }));
  const states = async () =>
    Object.values(await inShop(shopId, (tx) => permissionsOf(tx, shopId, contactId))).map(({ state, act }) => [
      state,
      act,
    ]);
  expect(await states()).toEqual(allow.map(() => ["off", "stop_word"]));
  const stopped = await thread();
  expect(stopped?.messages.at(-1)?.event).toEqual({ type: "permission_withdrawn", purposes: [...allow] });
  const say = () =>
    sendMessage(world.owner, { conversationId: stopped?.conversation?.id ?? "", clientKey: newId(), body: "Pardon" });
  await expect(say()).rejects.toMatchObject({ code: "refused" });
  await takeItems(world, person(3_760, { message: { mid: newMid(), text: "Arrêtez-vous dimanche ?" } }));
  await expect(say()).resolves.toMatchObject({ delivery: "queued" });
});

it("opt-ins, hand-overs and feedback are told in the thread, each once, and the thread knows who holds it", async () => {
  const { world, person, thread } = await wrote();
  const app = env().FACEBOOK.clientId;
  const screens = [
    {
      screen_id: 0,
      questions: { q: { type: "csat", payload: "4", follow_up: { type: "free_form", payload: "Parfait" } } },
    },
  ];
  const told = [
    person(1, { optin: { ref: "vitrine" } }),
    person(2, { optin: { type: "one_time_notif_req", payload: "x", one_time_notif_token: "1" } }),
    person(3, {
      optin: { type: "notification_messages", notification_messages_token: "t", token_expiry_timestamp: at(9) },
    }),
    person(6, { pass_thread_control: { new_owner_app_id: app, previous_owner_app_id: null } }),
    person(4, { take_thread_control: { previous_owner_app_id: app, new_owner_app_id: 263902037430900 } }),
    person(7, { messaging_feedback: { feedback_screens: screens } }),
    person(8, { response_feedback: { feedback: "Good response", mid: newMid() } }),
  ];
  const quiet = [
    person(5, { request_thread_control: { requested_owner_app_id: 1 } }),
    person(5, { account_linking: { status: "linked", authorization_code: "x" } }),
    { recipient: { id: world.pageId }, timestamp: at(5), optin: { ref: "box", user_ref: "u-1" } },
    { recipient: { id: world.pageId }, timestamp: at(5), app_roles: { 1: ["primary_receiver"] } },
    person(5, { optin: { type: "notification_messages", notification_messages_status: "STOP_NOTIFICATIONS" } }),
  ];
  await takeItems(world, ...told, ...quiet);
  await take(bodyOf(world.pageId, [...told].reverse()));
  const { messages, conversation } = (await thread()) ?? {};
  expect(messages?.slice(1).map(({ event }) => event)).toEqual([
    { type: "opted_in", way: "send_to_messenger" },
    { type: "opted_in", way: "one_time_notif_req" },
    { type: "opted_in", way: "notification_messages" },
    { type: "thread_taken", app: "263902037430900" },
    { type: "thread_given", app: null },
    { type: "feedback", score: "4", text: "Parfait" },
    { type: "feedback", score: "Good response", text: null },
  ]);
  expect(conversation).toMatchObject({ threadOwner: null, windowExpiresAt: new Date(at(DAY_S)), unread: 1 });
  await takeItems(world, person(9, { take_thread_control: { previous_owner_app_id: app } }));
  expect((await thread())?.conversation?.threadOwner).toBe("unknown");
  expect(await asideOf(world)).toEqual([]);
});

it("a blocked Page sends nothing until it is unblocked, in both spellings", async () => {
  const world = await makeWorld();
  const { shopId, channelId, pageId } = world;
  const policy = (key: string, action: string) => ({
    ...{ recipient: { id: pageId }, timestamp: at(0) },
    [key]: { action, ...(action === "unblock" ? {} : { reason: "Spam" }) },
  });
  const stand = async () => {
    const { pausedAt, troubles } = await inShop(shopId, (tx) => pageOf(tx, shopId, channelId));
    return [pausedAt !== null, troubles.map(({ key }) => key)];
  };
  await takeItems(world, policy("policy_enforcement", "warning"), policy("policy-enforcement", "block"));
  expect(await stand()).toEqual([true, ["page_restricted", "page_warned"]]);
  await takeItems(world, policy("policy_enforcement", "unblock"));
  expect(await stand()).toEqual([false, []]);
  expect(await asideOf(world)).toEqual([]);
});

it("what the platform decides of a template is kept", async () => {
  const world = await makeWorld();
  const { shopId, channelId, pageId } = world;
  await inShop(shopId, (tx) =>
    tx
      .insert(messageTemplates)
      .values({ shopId, channelId, name: "order_news", language: "fr", body: "", state: "pending" }),
  );
  const value = {
    event: "APPROVED",
    message_template_id: 12,
    message_template_name: "order_news",
    message_template_language: "fr",
    reason: "NONE",
  };
  const change = (given: object) =>
    bodyOf(pageId, [{ field: "message_template_status_update", value: { ...value, ...given } }], "changes");
  await take(change({}));
  const read = () => inShop(shopId, (tx) => tx.select().from(messageTemplates));
  expect(await read()).toMatchObject([{ state: "approved", reason: null, externalId: "12" }]);
  await take(change({ event: "REJECTED", reason: "PROMOTIONAL" }));
  expect(await read()).toMatchObject([{ state: "rejected", reason: "PROMOTIONAL" }]);
  await take(change({ event: "APPROVED", message_template_language: "en" }));
  expect(await read()).toHaveLength(1);
  expect(await countsOf(world)).toMatchObject({ contacts: 0 });
});
