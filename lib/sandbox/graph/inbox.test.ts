import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, database } from "#db/client";
import { sandboxTokens } from "#db/schema/sandbox";
import { sandboxThreads } from "#db/schema/sandbox-messenger";
import { env } from "#lib/core/env";
import { hashToken } from "#lib/core/ids";
import { setClock, setDelivery } from "../messenger/controls";
import { flood } from "../messenger/flood";
import { loadThread } from "../messenger/load-thread";
import { openLink } from "../messenger/open-link";
import { PAGE_INBOX_APP } from "../messenger/platform-ids";
import { connectPage, graph, PAGE_SCOPES, proofOf } from "../messenger/sandbox-fixture";
import { sayAsPerson } from "../messenger/say-as-person";
import { addPerson } from "../people/add-person";

type Json = Record<string, unknown>;
let page: Awaited<ReturnType<typeof connectPage>>;
let whose: { personId: string; pageId: string };
let psid: string;
const ask = (path: string, init: Parameters<typeof graph>[2] = {}) => graph(path, page.pageToken, init);

beforeAll(async () => {
  page = await connectPage();
  const scopes = [...PAGE_SCOPES, "page_utility_messaging"];
  await database()
    .update(sandboxTokens)
    .set({ scopes })
    .where(eq(sandboxTokens.tokenHash, hashToken(page.pageToken)));
  const amelie = await addPerson({ name: "Amélie Laurent", email: "" });
  whose = { personId: amelie.id, pageId: page.page.id };
  await openLink({ ...whose, ref: "r" });
  psid = (await loadThread(whose)).psid ?? "";
});
afterAll(async () => {
  await setClock(0);
  await closeDatabase();
});

it("knows nobody's profile before she wrote", async () => {
  expect((await ask(psid)).body.error).toMatchObject({ code: 100, error_subcode: 2018218 });
  await sayAsPerson({ ...whose, message: { text: "Bonjour" } });
  expect((await ask(psid, { query: { fields: "first_name,last_name,profile_pic,name" } })).body).toEqual({
    id: psid,
    name: "Amélie Laurent",
    first_name: "Amélie",
    last_name: "Laurent",
    profile_pic: `${env().PUBLIC_URL}/sandbox/pictures/${whose.personId}`,
  });
  expect((await ask("1")).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  const ids = await graph(
    `${whose.personId}/ids_for_pages`,
    `${env().FACEBOOK.clientId}|${env().FACEBOOK.clientSecret}`,
  );
  expect(ids.body).toEqual({ data: [{ id: psid, page: { id: whose.pageId, name: page.page.name } }] });
});

it("keeps a Messenger profile by its rules", async () => {
  const set = (body: Json) => ask("me/messenger_profile", { body });
  const menu = [{ locale: "default", call_to_actions: [{ type: "postback", title: "Suivre", payload: "track" }] }];
  expect((await set({ persistent_menu: menu })).body.error?.code).toBe(100);
  expect((await set({ greeting: [{ locale: "fr_FR", text: "Bonjour" }] })).body.error?.code).toBe(100);
  expect((await set({ ice_breakers: Array(5).fill({ question: "?", payload: "a" }) })).body.error?.code).toBe(100);
  const profile = {
    get_started: { payload: "start" },
    persistent_menu: menu,
    greeting: [{ locale: "default", text: "Bonjour" }],
  };
  expect((await set(profile)).body).toEqual({ result: "success" });
  const fields = "get_started,persistent_menu,greeting,ice_breakers";
  expect((await ask("me/messenger_profile", { query: { fields } })).body).toEqual({ data: [profile] });
  expect(
    (await ask("me/messenger_profile", { method: "DELETE", body: { fields: ["get_started"] } })).body.error?.code,
  ).toBe(100);
  const all = { method: "DELETE", body: { fields: ["persistent_menu", "get_started", "greeting"] } };
  expect((await ask("me/messenger_profile", all)).body).toEqual({ result: "success" });
  expect((await ask("me/messenger_profile", { query: { fields } })).body).toEqual({ data: [] });
});

it("gives one person a menu of her own, which her Messenger shows, until it is taken away", async () => {
  const menu = (title: string) => [
    { locale: "default", call_to_actions: [{ type: "postback", title, payload: "track" }] },
  ];
  const set = (given: Json) => ask("me/custom_user_settings", { body: { psid, ...given } });
  const menuShown = async () => (await loadThread(whose)).profile.persistent_menu;
  expect((await set({ persistent_menu: menu("À vous") })).body.error?.code).toBe(100);
  await ask("me/messenger_profile", { body: { get_started: { payload: "start" }, persistent_menu: menu("Tous") } });
  expect((await set({})).body.error?.code).toBe(100);
  expect((await set({ persistent_menu: menu("x".repeat(31)) })).body.error?.code).toBe(100);
  expect((await set({ psid: "1", persistent_menu: menu("À vous") })).body.error?.error_subcode).toBe(2018001);
  expect(await menuShown()).toEqual(menu("Tous"));
  expect((await set({ persistent_menu: menu("À vous") })).body).toEqual({ result: "success" });
  expect(await menuShown()).toEqual(menu("À vous"));
  expect((await ask("me/custom_user_settings", { query: { psid } })).body).toEqual({
    data: [{ user_level_persistent_menu: menu("À vous"), page_level_persistent_menu: menu("Tous") }],
  });
  const params = JSON.stringify(["persistent_menu"]);
  const gone = await ask("me/custom_user_settings", { method: "DELETE", query: { psid, params } });
  expect([gone.body, await menuShown()]).toEqual([{ result: "success" }, menu("Tous")]);
  await ask("me/messenger_profile", { method: "DELETE", body: { fields: ["persistent_menu", "get_started"] } });
  expect((await ask("me/custom_user_settings", { query: { psid } })).body).toEqual({ data: [] });
});

it("writes under a persona until it is deleted", async () => {
  const made = await ask("me/personas", { body: { name: "Karim", profile_picture_url: "https://a.test/k.png" } });
  const persona_id = String(made.body.id);
  const message = { recipient: { id: psid }, message: { text: "Ici Karim" }, persona_id };
  expect((await ask("me/messages", { body: message })).status).toBe(200);
  expect((await loadThread(whose)).messages.at(-1)?.persona?.name).toBe("Karim");
  expect((await ask("me/personas")).body.data).toEqual([
    { id: persona_id, name: "Karim", profile_picture_url: "https://a.test/k.png" },
  ]);
  expect((await ask(persona_id, { method: "DELETE" })).body).toEqual({ success: true });
  expect((await ask("me/messages", { body: message })).body.error?.code).toBe(100);
});

it("judges utility templates within seconds, and sends those it approved at any age", async () => {
  const body = (text: string) => [{ type: "BODY", text }];
  const make = (name: string, text: string) =>
    ask("me/message_templates", { body: { name, language: "fr", category: "UTILITY", components: body(text) } });
  expect((await make("order_sent", "Votre commande {{1}} est partie.")).body).toMatchObject({ status: "PENDING" });
  expect((await make("order_sent", "Encore")).body.error?.code).toBe(100);
  await make("promo", "Soldes : -20 % !");
  const send = () => {
    const parameters = [{ type: "text", text: "MP-1048" }];
    const template = { name: "order_sent", language: { code: "fr" }, components: [{ type: "body", parameters }] };
    return ask("me/messages", { body: { recipient: { id: psid }, messaging_type: "UTILITY", message: { template } } });
  };
  expect((await send()).body.error?.code).toBe(100);
  await setClock(30 * 86_400_000);
  const { data } = (await ask("me/message_templates")).body as { data: Json[] };
  expect(data.map(({ name, status }) => [name, status])).toEqual([
    ["order_sent", "APPROVED"],
    ["promo", "REJECTED"],
  ]);
  expect((await send()).status).toBe(200);
  expect((await loadThread(whose)).messages.at(-1)?.body.text).toBe("Votre commande MP-1048 est partie.");
  await setClock(0);
});

it("shows past conversations page by page, and of old messages only that they were", async () => {
  const past = await connectPage();
  await flood({ pageId: past.page.id, threads: 3, each: 25 });
  const fields = "id,message_count,participants,messages.limit(10){id,message,from,created_time}";
  const first = await graph("me/conversations", past.pageToken, { query: { platform: "messenger", fields, limit: 2 } });
  const { data, paging } = first.body as { data: Json[]; paging: { next: string; cursors: { after: string } } };
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({
    message_count: 25,
    participants: { data: [{ name: "Camille Bernard" }, { id: past.page.id }] },
  });
  const inner = data[0]?.messages as { data: Json[]; paging: { next: string } };
  expect(inner.data[0]).toMatchObject({
    message: expect.stringContaining("(25)"),
    created_time: expect.stringMatching(/\+0000$/),
  });
  const rest = new URL(inner.paging.next);
  expect(rest.pathname).toBe(`/sandbox/graph/v25.0/${data[0]?.id}/messages`);
  const query = { ...Object.fromEntries(rest.searchParams), limit: 100 };
  const older = (await graph(`${data[0]?.id}/messages`, past.pageToken, { query })).body.data as Json[];
  expect(older).toHaveLength(15);
  expect(older.map(({ message }) => message !== undefined)).toEqual([...Array(10).fill(true), ...Array(5).fill(false)]);
  const after = { platform: "messenger", after: paging.cursors.after, limit: 2 };
  expect((await graph("me/conversations", past.pageToken, { query: after })).body.data).toHaveLength(1);
});

it("gives a thread away, stays silent meanwhile, and takes it back", async () => {
  const recipient = { id: psid };
  const pass = { recipient, target_app_id: PAGE_INBOX_APP, metadata: "to a colleague" };
  expect((await ask("me/pass_thread_control", { body: pass })).body).toEqual({ success: true });
  expect((await ask("me/thread_owner", { query: { recipient: psid } })).body.data).toEqual([
    { thread_owner: { app_id: PAGE_INBOX_APP, expiration: expect.any(Number) } },
  ]);
  const say = () => ask("me/messages", { body: { recipient, message: { text: "a" } } });
  expect((await say()).body.error).toMatchObject({ code: 10, error_subcode: 2018300 });
  expect((await ask("me/request_thread_control", { body: { recipient } })).body).toEqual({ success: true });
  expect((await ask("me/take_thread_control", { body: { recipient } })).body).toEqual({ success: true });
  expect((await say()).status).toBe(200);
  await ask("me/release_thread_control", { body: { recipient } });
  expect((await ask("me/thread_owner", { query: { recipient: psid } })).body).toEqual({ data: [] });
  await database().update(sandboxThreads).set({ folder: "done" }).where(eq(sandboxThreads.psid, psid));
  expect((await ask("me/conversations")).body).toEqual({ data: [] });
});

it("limits the calls of a Page, once it is told to be strict", async () => {
  const path = `${page.page.id}/messenger_profile`;
  const read = () => ask(path, { query: { fields: "greeting", appsecret_proof: proofOf(page.pageToken) } });
  for (let n = 0; n < 10; n += 1) expect((await read()).status).toBe(200);
  await setDelivery({ strict: true });
  expect((await read()).body.error?.code).toBe(613);
  await setClock(11 * 60_000);
  expect((await read()).status).toBe(200);
  await setClock(0);
  await setDelivery({ strict: false });
});

it("answers several calls in one", async () => {
  const body = new URLSearchParams({ recipient: JSON.stringify({ id: psid }), message: JSON.stringify({ text: "a" }) });
  const batch = [
    { method: "POST", relative_url: "me/messages", body: body.toString() },
    { method: "GET", relative_url: `me/thread_owner?recipient=1` },
  ];
  const answers = (await graph("", page.pageToken, { body: { batch } })).body as unknown as {
    code: number;
    body: string;
  }[];
  expect(answers.map(({ code }) => code)).toEqual([200, 400]);
  expect(JSON.parse(answers[0]?.body ?? "")).toMatchObject({ recipient_id: psid });
});
