import { createRequire } from "node:module";
import { MessengerClient } from "messaging-api-messenger";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { addPerson } from "../people/add-person";
import { reactAsPerson } from "./change-as-person";
import { setDelivery } from "./controls";
import { deliverDue } from "./deliver-webhook";
import { loadThread } from "./load-thread";
import { readAsPerson } from "./read-as-person";
import { connectPage } from "./sandbox-fixture";
import { sayAsPerson } from "./say-as-person";
import { fixtureServer } from "./server-fixture";
import { startAsPerson } from "./tap-as-person";

type Receiver = typeof import("bottender/dist/messenger/MessengerConnector");
type ReceiverOptions = ConstructorParameters<Receiver["default"]>[0];
const load = createRequire(import.meta.url);
const { default: MessengerConnector }: Receiver = load("bottender/dist/messenger/MessengerConnector");
const { camelcaseKeysDeep }: { camelcaseKeysDeep: (body: object) => never } = load("messaging-api-common");

type Order = Parameters<MessengerClient["sendReceiptTemplate"]>[1];
type Flight = Parameters<MessengerClient["sendAirlineUpdateTemplate"]>[1];

let client: MessengerClient;
let page: Awaited<ReturnType<typeof connectPage>>;
let whose: { personId: string; pageId: string };
let psid: string;

beforeAll(async () => {
  process.env.GRAPH_BASE_URL = fixtureServer.graphUrl;
  page = await connectPage(fixtureServer.hook);
  await setDelivery({ echo: "before", strict: true });
  whose = { personId: (await addPerson({ name: "Amélie Laurent", email: "" })).id, pageId: page.page.id };
  await sayAsPerson({ ...whose, message: { text: "Bonjour" } });
  psid = (await loadThread(whose)).psid ?? "";
  const { clientId, clientSecret } = env().FACEBOOK;
  client = new MessengerClient({
    accessToken: page.pageToken,
    appId: clientId,
    appSecret: clientSecret,
    origin: fixtureServer.graphUrl,
    version: "25.0",
  });
});
afterAll(async () => {
  await setDelivery({ echo: "after", strict: false });
  await closeDatabase();
});

const order = {
  recipientName: "Amélie Laurent",
  orderNumber: "MP-1048",
  currency: "EUR",
  paymentMethod: "Visa 4242",
  timestamp: "1428444852",
  elements: [{ title: "Grand Bouquet", quantity: 1, price: 68, currency: "EUR" }],
  address: { street1: "1 rue de la Paix", city: "Paris", postalCode: "75002", state: "", country: "FR" },
  summary: { totalCost: 68 },
} as Order;
const late = { locale: "fr_FR", introMessage: "En retard", updateType: "delay", pnrNumber: "A1" } as Flight;
const buttons = [{ type: "postback" as const, title: "Suivre", payload: "track" }];

it("lets an independent client send every kind of message", async () => {
  const answers = [
    await client.sendText(psid, "é 😀 /"),
    await client.sendText(psid, "plus tard", { tag: "HUMAN_AGENT" }),
    await client.sendMessage(psid, {
      text: "?",
      quickReplies: [{ contentType: "text", title: "Oui", payload: "yes" }],
    }),
    await client.sendImage(psid, fixtureServer.media("image")),
    await client.sendAudio(psid, fixtureServer.media("audio")),
    await client.sendVideo(psid, fixtureServer.media("video")),
    await client.sendFile(psid, fixtureServer.media("application")),
    await client.sendImage(psid, Buffer.from("89504e47", "hex"), { filename: "a.png" } as object),
    await client.sendButtonTemplate(psid, "Et maintenant ?", buttons),
    await client.sendGenericTemplate(psid, [{ title: "Pivoine", subtitle: "6,80 €", buttons }]),
    await client.sendReceiptTemplate(psid, order),
    await client.sendAirlineUpdateTemplate(psid, late),
  ];
  for (const answer of answers)
    expect(answer).toMatchObject({ recipientId: psid, messageId: expect.stringMatching(/^m_/) });
  expect((await loadThread(whose)).messages.filter(({ sender }) => sender === "page")).toHaveLength(answers.length);
  const { attachmentId } = await client.uploadImage(fixtureServer.media("image"), { isReusable: true });
  expect(await client.sendImage(psid, { attachmentId })).toMatchObject({ recipientId: psid });
  expect(await client.sendMediaTemplate(psid, [{ mediaType: "image", attachmentId }])).toMatchObject({
    recipientId: psid,
  });
});

it("lets it do everything else a Page does", async () => {
  expect(await client.getPageInfo()).toEqual({ id: page.page.id, name: page.page.name });
  expect(await client.getUserProfile(psid)).toMatchObject({ id: psid, firstName: "Amélie", lastName: "Laurent" });
  expect(await client.typingOn(psid)).toEqual({ recipientId: psid });
  expect((await loadThread(whose)).typing).toBe(true);
  expect(await client.markSeen(psid)).toEqual({ recipientId: psid });
  await client.setGetStarted("start");
  await client.setGreeting("Bonjour !");
  await client.setPersistentMenu([{ type: "postback", title: "Suivre", payload: "track" }]);
  await client.setIceBreakers([{ question: "Livrez-vous ?", payload: "delivery" }]);
  expect(await client.getGetStarted()).toEqual({ payload: "start" });
  expect(await client.getGreeting()).toEqual([{ locale: "default", text: "Bonjour !" }]);
  await client.setUserPersistentMenu(psid, [{ type: "postback", title: "Ma commande", payload: "mine" }]);
  const hers = [{ type: "postback", title: "Ma commande", payload: "mine" }];
  const own = { locale: "default", composerInputDisabled: false, callToActions: hers };
  expect(await client.getUserPersistentMenu(psid)).toEqual([own]);
  await client.deleteUserPersistentMenu(psid);
  expect(await client.getUserPersistentMenu(psid)).toBeUndefined();
  const persona = await client.createPersona({ name: "Karim", profilePictureUrl: "https://a.test/k.png" });
  expect(await client.sendText(psid, "Ici Karim", { personaId: persona.id })).toMatchObject({ recipientId: psid });
  expect(await client.getAllPersonas()).toEqual([
    { id: persona.id, name: "Karim", profilePictureUrl: "https://a.test/k.png" },
  ]);
  await client.deletePersona(persona.id);
  expect(await client.passThreadControlToPageInbox(psid, "à vous")).toEqual({ success: true });
  expect(await client.getThreadOwner(psid)).toMatchObject({ appId: "263902037430900" });
  expect(await client.takeThreadControl(psid, "")).toEqual({ success: true });
  const [sent] = await client.sendBatch([
    {
      method: "POST",
      relativeUrl: "me/messages",
      body: { messagingType: "UPDATE", recipient: { id: psid }, message: { text: "Lot" } },
    },
  ]);
  expect(sent).toMatchObject({ code: 200, body: { recipientId: psid } });
  const token = await client.debugToken();
  expect(token).toMatchObject({ type: "PAGE", isValid: true, appId: env().FACEBOOK.clientId });
});

it("refuses it in the words it knows", async () => {
  await expect(client.sendText("1", "a")).rejects.toThrow(/100.*No matching user found/);
  await expect(client.sendText(psid, "a", { tag: "CONFIRMED_EVENT_UPDATE" })).rejects.toThrow("Invalid parameter");
  await expect(client.sendOneTimeNotifReqTemplate(psid, { title: "a", payload: "b" })).rejects.toThrow(/100/);
});

it("is taken for Facebook by an independent receiver", async () => {
  const receiver = new MessengerConnector({
    accessToken: page.pageToken,
    appId: env().FACEBOOK.clientId,
    appSecret: env().FACEBOOK.clientSecret,
    verifyToken: "v",
    origin: fixtureServer.graphUrl,
  } as ReceiverOptions);
  const challenge = { "hub.mode": "subscribe", "hub.verify_token": "v", "hub.challenge": "1158201444" };
  const asked = (context: object) => receiver.preprocess(context as Parameters<typeof receiver.preprocess>[0]);
  const verified = asked({ method: "get", headers: {}, query: challenge, rawBody: "" });
  expect(verified.response).toEqual({ status: 200, body: "1158201444" });
  await deliverDue();
  fixtureServer.take();
  await sayAsPerson({ ...whose, message: { text: "é 😀 /" } });
  const { mid } = await sayAsPerson({ ...whose, message: { stickerId: "heart" } });
  await reactAsPerson({ personId: whose.personId, mid, emoji: "❤️" });
  await startAsPerson({ ...whose, payload: "p", title: "P" });
  const { messageId } = await client.sendText(psid, "Réponse");
  await readAsPerson(whose);
  await deliverDue();
  const told = fixtureServer.take().flatMap(({ headers, raw }) => {
    const rawBody = raw.toString("utf8");
    const request = { method: "post", headers: { "x-hub-signature": String(headers["x-hub-signature"]) }, query: {} };
    const body = camelcaseKeysDeep(JSON.parse(rawBody));
    expect(asked({ ...request, rawBody, body })).toEqual({ shouldNext: true });
    expect(asked({ ...request, rawBody: `${rawBody} `, body }).shouldNext).toBe(false);
    // What was sent before may be delivered as late as this.
    const events = receiver
      .mapRequestToEvents(body)
      .filter(({ delivery }) => delivery?.mids.includes(messageId) ?? true);
    return events.map((event) => {
      const kinds = { echo: event.isEcho, postback: event.isPostback, read: event.isRead, delivery: event.isDelivery };
      return Object.entries(kinds).find(([, is]) => is)?.[0] ?? (event.isText ? event.text : "other");
    });
  });
  expect(told.sort()).toEqual(["delivery", "echo", "other", "other", "postback", "read", "é 😀 /"]);
});
