import { createHash } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { owner as asOwner } from "#db/owner-fixture";
import { channels } from "#db/schema/channels";
import { messengerPages } from "#db/schema/messenger";
import { sendMessage } from "#lib/conversations/send-message";
import { newId } from "#lib/core/ids";
import { seal } from "#lib/core/seal";
import { editAsPerson, reactAsPerson, unsendAsPerson } from "#lib/sandbox/messenger/change-as-person";
import { setDelivery } from "#lib/sandbox/messenger/controls";
import { deliverDue } from "#lib/sandbox/messenger/deliver-webhook";
import { loadThread } from "#lib/sandbox/messenger/load-thread";
import { readAsPerson } from "#lib/sandbox/messenger/read-as-person";
import { connectPage } from "#lib/sandbox/messenger/sandbox-fixture";
import { sayAsPerson } from "#lib/sandbox/messenger/say-as-person";
import { fixtureServer } from "#lib/sandbox/messenger/server-fixture";
import { replyFromInbox } from "#lib/sandbox/messenger/tell-as-platform";
import { addPerson } from "#lib/sandbox/people/add-person";
import { makeShop } from "#lib/shops/shop-fixture";
import { runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { pageTokenContext } from "../page-of";
import { asideOf, threadOf } from "./inbound-fixture";
import { receiveHook } from "./receive-hook";

beforeAll(() => {
  process.env.GRAPH_BASE_URL = fixtureServer.graphUrl;
});

/** A shop whose Page is one of the sandbox's, and somebody there who wants to write to it. */
async function makeWorld() {
  const { owner } = await makeShop();
  const { shopId, memberId: connectedBy } = owner;
  const { page, pageToken: token } = await connectPage(fixtureServer.hook);
  const [channelId, pageId] = [newId(), page.id];
  await inShop(shopId, async (tx) => {
    await tx.insert(channels).values({ id: channelId, shopId, kind: "messenger", externalId: pageId });
    await tx.insert(messengerPages).values({
      ...{ channelId, shopId, name: page.name, facebookUserId: "1", connectedBy, scopes: [], tasks: [] },
      ...{ subscribedFields: [], sealedToken: seal(token, pageTokenContext(channelId)) },
    });
  });
  const person = await addPerson({ name: "Amélie Laurent", email: "" });
  return { owner, shopId, channelId, pageId, token, whose: { personId: person.id, pageId } };
}

/** Lets every webhook that waits arrive, as bytes over HTTP, and processes it. */
async function arrive(): Promise<void> {
  await deliverDue();
  for (const { headers, raw } of fixtureServer.take()) {
    await receiveHook({ signature: String(headers["x-hub-signature-256"]), body: raw });
    const digest = createHash("sha256").update(raw).digest("hex");
    const [kept] = await asOwner()<{ id: string }[]>`select id from inbound_events where delivery_id = ${digest}`;
    await runJob("receiveInboundEvent", { inboundEventId: kept?.id });
  }
}

it("understands what the sandbox tells, and is understood: a conversation both ways", async () => {
  const world = await makeWorld();
  const { whose, shopId, owner } = world;
  await setDelivery({ batch: 1, duplicates: 1, reorder: false, echo: "before" });
  const { mid } = await sayAsPerson({ ...whose, message: { text: "Bonjour, é 😀 a/b ?" } });
  await arrive();
  const psid = (await loadThread(whose)).psid ?? "";
  const [profile] = (await takeJobs(shopId)).filter(({ task }) => task === "readMessengerProfile");
  await runJob("readMessengerProfile", profile?.payload);
  const conversationId = (await threadOf(world, psid))?.conversation?.id ?? "";

  const answered = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui, dès demain." });
  await runJob("sendQueued", { shopId, conversationId });
  await arrive();
  const drawn = (await loadThread(whose)).messages.at(-1);
  await reactAsPerson({ personId: whose.personId, mid: drawn?.mid ?? "", emoji: "❤️" });
  await readAsPerson(whose);
  await editAsPerson({ personId: whose.personId, mid, text: "Bonjour !" });
  const oops = await sayAsPerson({ ...whose, message: { stickerId: "369239263222822" } });
  await unsendAsPerson({ personId: whose.personId, mid: oops.mid });
  const square = { lat: 48.85555, long: 2.36558, title: "Place des Vosges" };
  await sayAsPerson({ ...whose, message: { location: square } });
  await replyFromInbox({ ...whose, text: "Depuis Facebook" });
  await arrive();

  const thread = await threadOf(world, psid);
  expect(thread?.contact?.name).toBe("Amélie Laurent");
  expect(thread?.messages).toMatchObject([
    { author: "contact", body: "Bonjour !", edited: true },
    { id: answered.id, delivery: "sent", reactions: [{ author: "contact", emoji: "❤️" }] },
    { author: "contact", body: "", unsent: true, attachments: [] },
    { author: "contact", body: "Place des Vosges, 48.85555, 2.36558", payload: { locations: [square] } },
    { author: "member", body: "Depuis Facebook", payload: { sentFrom: "page_inbox" } },
  ]);
  expect(thread?.conversation).toMatchObject({ unread: 0, waitingSince: null });
  expect(thread?.conversation?.contactReadSeq).toBeGreaterThanOrEqual(thread?.messages[1]?.seq ?? 99);
  expect(await asideOf({ ...world })).toEqual([]);
});
