import { createHmac, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { closeDatabase, database } from "#db/client";
import { owner } from "#db/owner-fixture";
import { sandboxPageSubscriptions, sandboxWebhooks } from "#db/schema/sandbox-messenger";
import { HOUR, MINUTE } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { addPerson } from "../people/add-person";
import { deliverSandboxWebhook } from "../tasks";
import { editAsPerson, reactAsPerson, unsendAsPerson } from "./change-as-person";
import { setClock, setDelivery, setFailure } from "./controls";
import { deliverDue, deliverWebhook, RETRY_AFTER, RETRY_FOR, UNSUBSCRIBED_AFTER } from "./deliver-webhook";
import { loadThread } from "./load-thread";
import { openLink } from "./open-link";
import { comeBack, goOffline } from "./presence";
import { readAsPerson } from "./read-as-person";
import { connectPage, graph } from "./sandbox-fixture";
import { sayAsPerson } from "./say-as-person";
import { fixtureServer, type Received } from "./server-fixture";
import { startAsPerson, tapAsPerson } from "./tap-as-person";
import { replyFromInbox, tellAsPlatform } from "./tell-as-platform";
import { listWire } from "./wire";

type Item = Record<string, Record<string, unknown>>;
type Envelope = {
  object: string;
  entry: { id: string; time: number; messaging?: Item[]; standby?: Item[]; changes?: unknown[] }[];
};

let page: Awaited<ReturnType<typeof connectPage>>;
let whose: { personId: string; pageId: string };
let psid: string;
const steady = { batch: 1, duplicates: 0, reorder: false, echo: "before", strict: false } as const;

beforeAll(async () => {
  process.env.GRAPH_BASE_URL = fixtureServer.graphUrl;
  page = await connectPage(fixtureServer.hook);
  whose = { personId: (await addPerson({ name: "Amélie Laurent", email: "" })).id, pageId: page.page.id };
  await sayAsPerson({ ...whose, message: { text: "Bonjour" } });
  psid = (await loadThread(whose)).psid ?? "";
});
beforeEach(async () => {
  await setClock(0);
  await setDelivery(steady);
  fixtureServer.answerWith(200);
  await database().delete(sandboxWebhooks);
  fixtureServer.take();
});
afterAll(async () => {
  await setClock(0);
  await setDelivery({ ...steady, echo: "after" });
  await closeDatabase();
});

/** A receiver written from the documentation alone: HMAC of the raw bytes with the app's secret, compared safely. */
function isSigned({ headers, raw }: Received): boolean {
  const given = Buffer.from(String(headers["x-hub-signature-256"]));
  const expected = Buffer.from(`sha256=${createHmac("sha256", env().FACEBOOK.clientSecret).update(raw).digest("hex")}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function received(): Promise<Envelope[]> {
  await deliverDue();
  const all = fixtureServer.take();
  expect(all.map(isSigned)).toEqual(all.map(() => true));
  return all.map(({ raw }) => JSON.parse(raw.toString("utf8")));
}
const items = async () => (await received()).flatMap(({ entry }) => entry.flatMap(({ messaging = [] }) => messaging));

it("signs and escapes what it sends as Meta does", async () => {
  await sayAsPerson({ ...whose, message: { text: "é 😀 / « à »" } });
  await deliverDue();
  const [one] = fixtureServer.take();
  if (!one) throw new Error("nothing came");
  const raw = one.raw.toString("latin1");
  expect(raw).toContain(String.raw`"text":"\u00e9 \ud83d\ude00 \/ \u00ab \u00e0 \u00bb"`);
  expect(raw).toMatch(/^[\x20-\x7e]+$/);
  expect(isSigned(one)).toBe(true);
  const sha1 = createHmac("sha1", env().FACEBOOK.clientSecret).update(one.raw).digest("hex");
  expect(one.headers["x-hub-signature"]).toBe(`sha1=${sha1}`);
  expect(JSON.parse(raw)).toEqual({
    object: "page",
    entry: [
      {
        id: whose.pageId,
        time: expect.any(Number),
        messaging: [
          {
            sender: { id: psid },
            recipient: { id: whose.pageId },
            timestamp: expect.any(Number),
            message: { mid: expect.stringMatching(/^m_/), text: "é 😀 / « à »" },
          },
        ],
      },
    ],
  });
  expect((await listWire())[0]).toMatchObject({
    way: "in",
    kind: "messages",
    who: "Amélie Laurent",
    check: "signature_ok",
    status: 200,
  });
});

it("queues each for the worker, which tries it once and queues the next try itself", async () => {
  await sayAsPerson({ ...whose, message: { text: "a" } });
  const [webhook] = await database().select().from(sandboxWebhooks);
  const jobs = () => owner()<{ due: boolean; task_identifier: string }[]>`
    select task_identifier, run_at <= now() as due from graphile_worker.jobs where key = ${`sandbox-webhook:${webhook?.id}`}`;
  expect(await jobs()).toEqual([{ task_identifier: "deliverSandboxWebhook", due: true }]);
  fixtureServer.answerWith(500);
  for (const _ of RETRY_AFTER.slice(0, 2)) await deliverSandboxWebhook({ webhookId: webhook?.id });
  expect(await jobs()).toEqual([{ task_identifier: "deliverSandboxWebhook", due: false }]);
  fixtureServer.answerWith(200);
  for (const _ of [1, 2]) await deliverSandboxWebhook({ webhookId: webhook?.id });
  expect(fixtureServer.take()).toHaveLength(3);
});

it("tells everything a person can do", async () => {
  const { mid } = await sayAsPerson({ ...whose, message: { stickerId: "peony" } });
  await reactAsPerson({ personId: whose.personId, mid, emoji: "👍" });
  await reactAsPerson({ personId: whose.personId, mid, emoji: null });
  const text = await sayAsPerson({ ...whose, message: { text: "Oui", quickReply: "yes", replyTo: mid } });
  await editAsPerson({ personId: whose.personId, mid: text.mid, text: "Non" });
  await unsendAsPerson({ personId: whose.personId, mid: text.mid });
  await openLink({ ...whose, ref: "bouquet" });
  await startAsPerson({ ...whose, payload: "menu", title: "Menu" });
  await tapAsPerson({ personId: whose.personId, mid, payload: "pay", title: "Payer" });
  const told = (await items()).map(({ sender, recipient, timestamp, ...item }) => item);
  expect(told).toEqual([
    {
      message: {
        mid,
        attachments: [{ type: "sticker", payload: { url: expect.any(String), sticker_id: expect.any(Number) } }],
      },
    },
    { reaction: { reaction: "like", emoji: "👍", action: "react", mid } },
    { reaction: { action: "unreact", mid } },
    { message: { mid: text.mid, text: "Oui", quick_reply: { payload: "yes" }, reply_to: { mid } } },
    { message_edit: { mid: text.mid, text: "Non", num_edit: 1 } },
    { message: { mid: text.mid, is_deleted: true } },
    { referral: { ref: "bouquet", source: "SHORTLINK", type: "OPEN_THREAD" } },
    { postback: { mid: expect.any(String), title: "Menu", payload: "menu" } },
    { postback: { mid: expect.not.stringContaining(mid), title: "Payer", payload: "pay" } },
  ]);
});

it("echoes what the Page says, delivers it once she is there, and tells what she read", async () => {
  await goOffline(whose.personId);
  const body = { recipient: { id: psid }, message: { text: "Bonjour", metadata: "m-1" } };
  const sent = (await graph("me/messages", page.pageToken, { body })).body;
  const [echo, ...none] = await items();
  expect(none).toEqual([]);
  expect(echo).toMatchObject({
    sender: { id: whose.pageId },
    recipient: { id: psid },
    message: {
      mid: sent.message_id,
      is_echo: true,
      app_id: Number(env().FACEBOOK.clientId),
      metadata: "m-1",
      text: "Bonjour",
    },
  });
  await expect(sayAsPerson({ ...whose, message: { text: "a" } })).rejects.toMatchObject({ reason: "offline" });
  await comeBack(whose.personId);
  await readAsPerson(whose);
  await readAsPerson(whose);
  expect(await items()).toMatchObject([
    { delivery: { mids: [sent.message_id], watermark: echo?.timestamp } },
    { read: { watermark: echo?.timestamp } },
  ]);
  await replyFromInbox({ ...whose, text: "De la boîte" });
  expect((await items())[0]).toMatchObject({
    message: { is_echo: true, app_id: 263902037430900, text: "De la boîte" },
  });
});

it("sends the echo before the answer when it is told to", async () => {
  const body = { recipient: { id: psid }, message: { text: "a" } };
  await graph("me/messages", page.pageToken, { body });
  expect(fixtureServer.take()).toHaveLength(1);
  await setDelivery({ echo: "after" });
  await graph("me/messages", page.pageToken, { body });
  expect(fixtureServer.take()).toHaveLength(0);
});

it("keeps a ref for the first word of a new thread", async () => {
  const hugo = { personId: (await addPerson({ name: "Hugo Petit", email: "" })).id, pageId: page.page.id };
  await openLink({ ...hugo, ref: "r-1" });
  await sayAsPerson({ ...hugo, message: { text: "Bonjour" } });
  expect(await items()).toMatchObject([
    { message: { text: "Bonjour", referral: { ref: "r-1", source: "SHORTLINK" } } },
  ]);
  const nina = { personId: (await addPerson({ name: "Nina Kowalski", email: "" })).id, pageId: page.page.id };
  await openLink({ ...nina, ref: "r-2" });
  await startAsPerson({ ...nina, payload: "start", title: "Démarrer" });
  expect(await items()).toMatchObject([{ postback: { payload: "start", referral: { ref: "r-2" } } }]);
});

it("tells an app that does not hold the thread in standby, without payloads", async () => {
  const pass = { recipient: { id: psid }, target_app_id: "263902037430900" };
  await graph("me/pass_thread_control", page.pageToken, { body: pass });
  await startAsPerson({ ...whose, payload: "menu", title: "Menu" });
  const [handover, standby] = (await received()).map(({ entry }) => entry[0]);
  expect(handover?.messaging?.[0]).toMatchObject({
    pass_thread_control: { new_owner_app_id: "263902037430900", previous_owner_app_id: null },
  });
  expect(standby).toMatchObject({ standby: [{ sender: { id: psid }, postback: { title: "Menu" } }] });
  expect(standby?.standby?.[0]?.postback?.payload).toBeUndefined();
  await graph("me/take_thread_control", page.pageToken, { body: { recipient: { id: psid } } });
});

it("tells of what the platform itself does", async () => {
  const policy_enforcement = { action: "block", reason: "spam" };
  await tellAsPlatform({
    pageId: whose.pageId,
    field: "messaging_policy_enforcement",
    content: { policy_enforcement },
  });
  await tellAsPlatform({
    ...whose,
    field: "messaging_account_linking",
    content: { account_linking: { status: "unlinked" } },
  });
  const [policy, linking] = await items();
  expect(policy).toEqual({ recipient: { id: whose.pageId }, timestamp: expect.any(Number), policy_enforcement });
  expect(linking).toMatchObject({ sender: { id: psid }, account_linking: { status: "unlinked" } });
});

it("can send twice, in batches, out of order, and under another's signature", async () => {
  await setDelivery({ duplicates: 1 });
  await sayAsPerson({ ...whose, message: { text: "a" } });
  await deliverDue();
  const [first, second] = fixtureServer.take();
  expect(first?.raw.equals(second?.raw ?? Buffer.alloc(0))).toBe(true);

  await setDelivery({ duplicates: 0, batch: 3 });
  for (const text of ["1", "2", "3", "4"]) await sayAsPerson({ ...whose, message: { text } });
  await setClock(MINUTE);
  const batches = (await received()).map(({ entry }) =>
    entry.flatMap(({ messaging = [] }) => messaging.map(({ message }) => message?.text)),
  );
  expect(batches).toEqual([["1", "2", "3"], ["4"]]);

  await setDelivery({ batch: 1, reorder: true });
  for (let n = 0; n < 20; n += 1) await sayAsPerson({ ...whose, message: { text: String(n) } });
  await setClock(2 * MINUTE);
  const order = (await items()).map(({ message }) => Number(message?.text));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  expect(order).not.toEqual([...order].sort((a, b) => a - b));

  await setDelivery(steady);
  await setFailure("wrong_signature", 1);
  await sayAsPerson({ ...whose, message: { text: "forged" } });
  await deliverDue();
  const [forged] = fixtureServer.take();
  expect(forged && isSigned(forged)).toBe(false);
});

it("tries again by Meta's schedule with the same bytes, gives up a Page after an hour and a webhook after 36", async () => {
  fixtureServer.answerWith(503);
  await sayAsPerson({ ...whose, message: { text: "a" } });
  await deliverDue();
  await deliverDue();
  const tries = fixtureServer.take();
  expect(tries).toHaveLength(2);
  expect(tries[0]?.raw.equals(tries[1]?.raw ?? Buffer.alloc(0))).toBe(true);
  expect(await deliverDue()).toBe(0);
  const waiting = async () => (await database().select().from(sandboxWebhooks))[0];
  expect((await waiting())?.nextAt.getTime()).toBeCloseTo(Date.now() + (RETRY_AFTER[1] ?? 0), -4);
  const listening = () =>
    database().select().from(sandboxPageSubscriptions).where(eq(sandboxPageSubscriptions.pageId, whose.pageId));
  const [subscription] = await listening();
  expect(subscription?.failingSince).not.toBeNull();
  await setClock(UNSUBSCRIBED_AFTER + MINUTE);
  await deliverDue();
  expect(await listening()).toEqual([]);
  await setClock(RETRY_FOR + HOUR);
  await deliverWebhook((await waiting())?.id ?? "");
  expect(await waiting()).toMatchObject({ state: "dropped" });
  if (subscription)
    await database()
      .insert(sandboxPageSubscriptions)
      .values({ ...subscription, failingSince: null });
});
