import { createRequire } from "node:module";
import { MessengerClient } from "messaging-api-messenger";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { addPerson } from "../people/add-person";
import { editAsPerson, reactAsPerson, unsendAsPerson } from "./change-as-person";
import { setDelivery } from "./controls";
import { deliverDue } from "./deliver-webhook";
import { keepFile } from "./files";
import { actAsOtherApp } from "./hand-over";
import { loadThread } from "./load-thread";
import { openLink } from "./open-link";
import { connectPage } from "./sandbox-fixture";
import { sayAsPerson } from "./say-as-person";
import { fixtureServer } from "./server-fixture";
import { startAsPerson } from "./tap-as-person";
import { tellAsPlatform } from "./tell-as-platform";

type Receiver = typeof import("bottender/dist/messenger/MessengerConnector");
type ReceiverOptions = ConstructorParameters<Receiver["default"]>[0];
const load = createRequire(import.meta.url);
const { default: MessengerConnector }: Receiver = load("bottender/dist/messenger/MessengerConnector");
const { camelcaseKeysDeep }: { camelcaseKeysDeep: (body: object) => never } = load("messaging-api-common");

let client: MessengerClient;
let page: Awaited<ReturnType<typeof connectPage>>;
let whose: { personId: string; pageId: string };
let psid: string;

beforeAll(async () => {
  process.env.GRAPH_BASE_URL = fixtureServer.graphUrl;
  fixtureServer.answerWith(200);
  page = await connectPage(fixtureServer.hook);
  await setDelivery({ echo: "before", strict: false, batch: 1, duplicates: 0, reorder: false });
  const { clientId, clientSecret } = env().FACEBOOK;
  client = new MessengerClient({
    ...{ accessToken: page.pageToken, appId: clientId, appSecret: clientSecret },
    ...{ origin: fixtureServer.graphUrl, version: "25.0" },
  });
});
beforeEach(async () => {
  whose = { personId: (await addPerson({ name: "Amélie Laurent", email: "a@example.test" })).id, pageId: page.page.id };
  await sayAsPerson({ ...whose, message: { text: "Bonjour" } });
  psid = (await loadThread(whose)).psid ?? "";
  await deliverDue();
  fixtureServer.take();
});
afterAll(async () => {
  await setDelivery({ echo: "after" });
  await closeDatabase();
});

type Of<K extends keyof MessengerClient> = MessengerClient[K] extends (
  psid: string,
  what: infer W,
  ...more: never
) => unknown
  ? W
  : never;
const PICTURE = Buffer.from("89504e470d0a1a0a", "hex");
const named = (filename: string) => ({ filename }) as object;
const url = (title: string) => ({ type: "web_url" as const, title, url: "https://shop.test/" });
const flight = {
  connectionId: "c",
  segmentId: "s",
  travelClass: "economy",
  flightNumber: "F1",
  departureAirport: {},
  arrivalAirport: {},
  flightSchedule: {},
};
const journey = { introMessage: "Votre vol", locale: "fr_FR", pnrNumber: "A1", flightInfo: [flight] };

/** Every way of the client to send a message that `peers.test.ts` does not use. */
const SENDS: Record<string, () => Promise<{ recipientId?: string; messageId?: string }>> = {
  "a raw body": () =>
    client.sendRawBody({ recipient: { id: psid }, messagingType: "RESPONSE", message: { text: "Brut" } }),
  "an attachment": () => client.sendAttachment(psid, { type: "image", payload: { url: fixtureServer.media("image") } }),
  "a template": () =>
    client.sendTemplate(psid, { templateType: "button", text: "Où ?", buttons: [url("Ici")] } as Of<"sendTemplate">),
  "answers that give a telephone and an address": () =>
    client.sendMessage(psid, {
      text: "Comment vous joindre ?",
      quickReplies: [{ contentType: "user_phone_number" }, { contentType: "user_email" }],
    }),
  "thirteen answers": () =>
    client.sendMessage(psid, {
      text: "Combien ?",
      quickReplies: Array.from({ length: 13 }, (_, n) => ({
        contentType: "text" as const,
        title: `${n}`,
        payload: `${n}`,
      })),
    }),
  "an answer to a message": async () => {
    const { mid } = await sayAsPerson({ ...whose, message: { text: "Celui-ci" } });
    return client.sendRawBody({ recipient: { id: psid }, message: { text: "Oui" }, replyTo: { mid } });
  },
  "a silent message": () => client.sendText(psid, "Sans bruit", { notificationType: "NO_PUSH" } as object),
  "sound from memory": () => client.sendAudio(psid, PICTURE, named("a.mp3")),
  "video from memory": () => client.sendVideo(psid, PICTURE, named("a.mp4")),
  "a file from memory": () => client.sendFile(psid, PICTURE, named("a.pdf")),
  "sound by its id": async () => {
    const { attachmentId } = await client.uploadAudio(fixtureServer.media("audio"), { isReusable: true });
    return client.sendAudio(psid, { attachmentId });
  },
  "video by its id": async () => {
    const { attachmentId } = await client.uploadVideo(fixtureServer.media("video"), { isReusable: true });
    return client.sendVideo(psid, { attachmentId });
  },
  "a file by its id, which was uploaded from memory": async () => {
    const { attachmentId } = await client.uploadFile(PICTURE, { isReusable: true, ...named("a.pdf") });
    return client.sendFile(psid, { attachmentId });
  },
  "cards with every kind of button": () =>
    client.sendGenericTemplate(psid, [
      {
        ...{ title: "Pivoine", subtitle: "Du matin", imageUrl: "https://shop.test/p.jpg" },
        defaultAction: { type: "web_url", url: "https://shop.test/p" },
        buttons: [url("Voir"), { type: "phone_number", title: "Appeler", payload: "+33100000000" }],
      },
      {
        title: "Compte",
        buttons: [{ type: "account_link", url: "https://shop.test/login" }, { type: "account_unlink" }],
      },
    ] as Of<"sendGenericTemplate">),
  "a boarding pass": () =>
    client.sendAirlineBoardingPassTemplate(psid, {
      ...journey,
      boardingPass: [],
    } as Of<"sendAirlineBoardingPassTemplate">),
  "a check-in": () =>
    client.sendAirlineCheckinTemplate(psid, {
      ...journey,
      checkinUrl: "https://air.test/",
    } as Of<"sendAirlineCheckinTemplate">),
  "an itinerary": () =>
    client.sendAirlineItineraryTemplate(psid, {
      ...{ ...journey, passengerInfo: [], passengerSegmentInfo: [], totalPrice: "1", currency: "EUR" },
    } as object as Of<"sendAirlineItineraryTemplate">),
};

it.each(Object.keys(SENDS))("an independent client sends %s", async (name) => {
  const answer = await SENDS[name]?.();
  expect(answer).toMatchObject({ recipientId: psid, messageId: expect.stringMatching(/^m_/) });
  const last = (await loadThread(whose)).messages.at(-1);
  expect(last).toMatchObject({ mid: answer?.messageId, sender: "page" });
});

it("it types, stops and reacts, and what was said of a message comes back on its echo", async () => {
  expect(await client.typingOn(psid)).toEqual({ recipientId: psid });
  expect(await client.typingOff(psid)).toEqual({ recipientId: psid });
  expect((await loadThread(whose)).typing).toBe(false);
  const { mid } = await sayAsPerson({ ...whose, message: { text: "Merci !" } });
  const react = { recipient: { id: psid }, senderAction: "react", payload: { messageId: mid, reaction: "❤" } };
  expect(await client.sendRawBody(react)).toMatchObject({ recipientId: psid });
  expect((await loadThread(whose)).messages.at(-1)?.pageReaction).toBeTruthy();
  await client.sendRawBody({ recipient: { id: psid }, message: { text: "Suivi", metadata: "M" } });
  expect((await told()).find(({ isEcho, message }) => isEcho && message?.text === "Suivi")?.message).toMatchObject({
    metadata: "M",
  });
});

function receiver() {
  const { clientId, clientSecret } = env().FACEBOOK;
  return new MessengerConnector({
    ...{ accessToken: page.pageToken, appId: clientId, appSecret: clientSecret },
    ...{ verifyToken: "v", origin: fixtureServer.graphUrl },
  } as ReceiverOptions);
}

/** What came in, as the independent receiver reads it once it has checked the signature. */
async function told() {
  await deliverDue();
  const taken = receiver();
  const asked = (context: object) => taken.preprocess(context as Parameters<typeof taken.preprocess>[0]);
  return fixtureServer.take().flatMap(({ headers, raw }) => {
    const rawBody = raw.toString("utf8");
    const body = camelcaseKeysDeep(JSON.parse(rawBody));
    const request = {
      method: "post",
      headers: { "x-hub-signature": String(headers["x-hub-signature"]) },
      query: {},
      rawBody,
      body,
    };
    expect(asked(request)).toEqual({ shouldNext: true });
    return taken.mapRequestToEvents(body);
  });
}
type Event = Awaited<ReturnType<typeof told>>[number];

const file = async (contentType: string) => ({ fileId: await keepFile({ name: "a", contentType, content: PICTURE }) });
const says = async (message: Parameters<typeof sayAsPerson>[0]["message"]) => sayAsPerson({ ...whose, message });
const platform = (field: string, content: Record<string, unknown>) => tellAsPlatform({ ...whose, field, content });

/** Everything the sandbox tells, and how the receiver knows it. */
const TOLD: Record<string, [act: () => Promise<unknown>, knows: (event: Event) => unknown]> = {
  "a picture": [
    async () => says({ attachment: await file("image/png") }),
    ({ isImage, image }) => isImage && image?.url,
  ],
  sound: [async () => says({ attachment: await file("audio/mpeg") }), ({ isAudio }) => isAudio],
  video: [async () => says({ attachment: await file("video/mp4") }), ({ isVideo }) => isVideo],
  "a file": [async () => says({ attachment: await file("application/pdf") }), ({ isFile }) => isFile],
  "a place": [
    () => says({ location: { lat: 48.85, long: 2.35, title: "Boutique" } }),
    ({ isLocation, location }) => isLocation && location?.coordinates.lat === 48.85,
  ],
  "a tapped answer": [
    () => says({ text: "Oui", quickReply: "yes" }),
    ({ isQuickReply, quickReply }) => isQuickReply && quickReply?.payload === "yes",
  ],
  "a reaction": [
    async () => reactAsPerson({ personId: whose.personId, mid: (await says({ text: "a" })).mid, emoji: "❤️" }),
    ({ isReaction, reaction }) => isReaction && reaction?.action === "react",
  ],
  "a button of the menu": [
    () => startAsPerson({ ...whose, payload: "menu", title: "Menu" }),
    ({ isPostback, payload }) => isPostback && payload === "menu",
  ],
  "a link followed": [
    () => openLink({ ...whose, ref: "vitrine" }),
    ({ isReferral, ref }) => isReferral && ref === "vitrine",
  ],
  "an opt-in": [
    () => platform("messaging_optins", { optin: { ref: "vitrine" } }),
    ({ isOptin, optin }) => isOptin && Object(optin).ref === "vitrine",
  ],
  "an account linked": [
    () => platform("messaging_account_linking", { account_linking: { status: "linked", authorization_code: "c" } }),
    ({ isAccountLinking, accountLinking }) => isAccountLinking && accountLinking?.status === "linked",
  ],
  "a rule enforced": [
    () =>
      tellAsPlatform({
        pageId: whose.pageId,
        field: "messaging_policy_enforcement",
        content: { policy_enforcement: { action: "block" } },
      }),
    (event) => Object(event.rawEvent).policyEnforcement?.action === "block",
  ],
  "a thread taken": [() => actAsOtherApp({ ...whose, move: "take" }), ({ isTakeThreadControl }) => isTakeThreadControl],
  "a thread asked for": [
    () => actAsOtherApp({ ...whose, move: "request" }),
    ({ isRequestThreadControl }) => isRequestThreadControl,
  ],
  "a thread passed": [
    async () => {
      await actAsOtherApp({ ...whose, move: "take" });
      await actAsOtherApp({ ...whose, move: "pass" });
    },
    ({ isPassThreadControl }) => isPassThreadControl,
  ],
  "words in standby": [
    async () => {
      await actAsOtherApp({ ...whose, move: "take" });
      await says({ text: "Encore" });
    },
    ({ isStandby, text }) => isStandby && text === "Encore",
  ],
  "an edit": [
    async () => editAsPerson({ personId: whose.personId, mid: (await says({ text: "a" })).mid, text: "b" }),
    (event) => Object(event.rawEvent).messageEdit?.text === "b",
  ],
};

it.each(Object.keys(TOLD))("an independent receiver knows %s", async (name) => {
  const [act, knows] = TOLD[name] ?? [];
  await act?.();
  const events = await told();
  expect(events.filter((event) => knows?.(event))).toHaveLength(1);
});

it("the receiver does not fail of a message that is taken back", async () => {
  const { mid } = await says({ text: "a" });
  await unsendAsPerson({ personId: whose.personId, mid });
  expect(await told()).not.toEqual([]);
});
