import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messageTemplates } from "#db/schema/messenger";
import { ratings } from "#db/schema/widget";
import { permissionsOf } from "#lib/contacts/permissions";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { sendMessage } from "#lib/conversations/send-message";
import { env } from "#lib/core/env";
import { newId } from "#lib/core/ids";
import { pageOf } from "../page-of";
import { loadPages } from "../pages/load-pages";
import {
  asideOf,
  at,
  bodyOf,
  countsOf,
  fromPage,
  fromPerson,
  makeWorld,
  newMid,
  newPsid,
  take,
  takeItems,
  threadOf,
  wrote,
} from "./inbound-fixture";

const iso = (seconds: number) => new Date(at(seconds)).toISOString();
const DAY_S = 24 * 3_600;

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
  const soon = Math.ceil((Date.now() - at(0)) / 1_000) + 60;
  await takeItems(world, person(soon, { message: { mid: newMid(), text: " Désabonner ! " } }));
  const states = async () =>
    Object.values(await inShop(shopId, (tx) => permissionsOf(tx, shopId, contactId))).map(({ state, act }) => [
      state,
      act,
    ]);
  expect(await states()).toEqual(allow.map(() => ["off", "stop_word"]));
  const stopped = await thread();
  expect(stopped?.messages.at(-2)?.event).toEqual({ type: "permission_withdrawn", purposes: [...allow] });
  expect(stopped?.messages.at(-1)).toMatchObject({ event: { type: "stop_confirmed" }, delivery: "queued" });
  const say = () =>
    sendMessage(world.owner, { conversationId: stopped?.conversation?.id ?? "", clientKey: newId(), body: "Pardon" });
  await expect(say()).rejects.toMatchObject({ code: "refused" });
  await takeItems(world, person(soon + 60, { message: { mid: newMid(), text: "Arrêtez-vous dimanche ?" } }));
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
    person(7, { messaging_feedback: { feedback_screens: [{ questions: { q: { type: "nps", payload: "3" } } }] } }),
    person(8, { response_feedback: { feedback: "Good response", mid: newMid() } }),
    person(10, { account_linking: { status: "linked", authorization_code: "of the shop's own" } }),
    person(11, { account_linking: { status: "unlinked" } }),
  ];
  const quiet = [
    person(5, { request_thread_control: { requested_owner_app_id: 1 } }),
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
    { type: "feedback", score: "NPS 3", text: null },
    { type: "feedback", score: "Good response", text: null },
    { type: "account_linked" },
    { type: "account_unlinked" },
  ]);
  const kept = await inShop(world.shopId, (tx) =>
    tx.select({ score: ratings.score }).from(ratings).where(eq(ratings.shopId, world.shopId)),
  );
  expect(kept).toEqual([{ score: 4 }]);
  expect(conversation).toMatchObject({ threadOwner: null, windowExpiresAt: new Date(at(DAY_S)), unread: 1 });
  await takeItems(world, person(9, { take_thread_control: { previous_owner_app_id: app } }));
  expect((await thread())?.conversation?.threadOwner).toBe("unknown");
  expect(await asideOf(world)).toEqual([]);
});

it("what is told of a stranger makes her no contact, or begins no open conversation, until she writes", async () => {
  const world = await makeWorld();
  const [stranger, opted, linked] = [newPsid(), newPsid(), newPsid()];
  await takeItems(
    world,
    fromPerson(world, stranger, 6, { read: { watermark: at(6) } }),
    fromPerson(world, stranger, 9, { delivery: { watermark: at(9) } }),
    fromPage(world, stranger, 20, { read: { watermark: at(20) } }),
  );
  expect(await countsOf(world)).toEqual({ contacts: 0, conversations: 0, messages: 0 });
  await takeItems(
    world,
    fromPerson(world, opted, 1, { optin: { ref: "vitrine" } }),
    fromPerson(world, linked, 1, { referral: { ref: "vitrine", source: "SHORTLINK" } }),
  );
  const statusOf = async (psid: string) => (await threadOf(world, psid))?.conversation?.status;
  expect([await statusOf(opted), await statusOf(linked)]).toEqual(["closed", "closed"]);
  const echo = (seconds: number) =>
    fromPage(world, stranger, seconds, { message: { mid: newMid(), text: "Oui", is_echo: true } });
  await takeItems(
    world,
    echo(5),
    echo(8),
    echo(15),
    fromPerson(world, opted, 2, { message: { mid: newMid(), text: "?" } }),
  );
  const known = await threadOf(world, stranger);
  expect(known?.identity).toMatchObject({ readUntil: new Date(at(6)), deliveredUntil: new Date(at(9)) });
  expect(known?.conversation).toMatchObject({ contactReadSeq: 1, contactDeliveredSeq: 2 });
  expect(await statusOf(opted)).toBe("open");
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
  expect((await loadPages(world.owner)).pages[0]?.troubles.map(({ reason }) => reason)).toEqual(["Spam", "Spam"]);
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
