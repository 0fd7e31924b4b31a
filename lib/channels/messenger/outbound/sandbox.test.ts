import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "#db/client";
import { inShop, outsideShops } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { orders } from "#db/schema/orders";
import { persons } from "#db/schema/persons";
import { sandboxTokens } from "#db/schema/sandbox";
import { sandboxFiles } from "#db/schema/sandbox-messenger";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { markRead } from "#lib/conversations/mark-read";
import { reactAsMember } from "#lib/conversations/react-as-member";
import { sendMessage } from "#lib/conversations/send-message";
import { sendSticker } from "#lib/conversations/send-sticker";
import { uploadAttachment } from "#lib/conversations/upload-attachment";
import { MINUTE } from "#lib/core/clock";
import { hashToken, newId } from "#lib/core/ids";
import { seal } from "#lib/core/seal";
import { sampleOrder, storedOrder } from "#lib/orders/order-fixture";
import { sendReceipt } from "#lib/orders/send-receipt";
import { storeOrder } from "#lib/orders/store-order";
import { setClock, setDelivery, setFailure } from "#lib/sandbox/messenger/controls";
import { deliverDue } from "#lib/sandbox/messenger/deliver-webhook";
import { drawBody } from "#lib/sandbox/messenger/draw-message";
import { loadThread } from "#lib/sandbox/messenger/load-thread";
import { connectPage, PAGE_SCOPES } from "#lib/sandbox/messenger/sandbox-fixture";
import { sayAsPerson } from "#lib/sandbox/messenger/say-as-person";
import { fixtureServer } from "#lib/sandbox/messenger/server-fixture";
import { addPerson } from "#lib/sandbox/people/add-person";
import { runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { makeWorld, take, threadOf, type World } from "../inbound/inbound-fixture";
import { pageTokenContext } from "../page-of";
import { createTemplate } from "../templates/create-template";
import { ORDER_NEWS } from "../templates/order-news";
import { submitTemplate } from "../templates/submit-template";
import { passTime } from "./messenger-fixture";
import { sendQueued } from "./send-queued";
import { SendTemplate, sendTemplate } from "./send-template";
import type { Template } from "./template-shapes";

process.env.GRAPH_BASE_URL = fixtureServer.graphUrl;

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
let world: World;
let whose: { personId: string; pageId: string };
let psid: string;

/** What the sandbox told by webhook goes through our own door. */
async function hear(): Promise<void> {
  await deliverDue();
  for (const { raw } of fixtureServer.take()) await take(JSON.parse(raw.toString("utf8")));
}

/** Our thread with her, as a member would open it. */
async function ours() {
  const thread = await threadOf(world, psid);
  if (!thread?.conversation) throw new Error("she is not known");
  return { ...thread, conversationId: thread.conversation.id };
}

const theirs = async () => (await loadThread(whose)).messages.filter((message) => message.sender === "page");

beforeAll(async () => {
  const { page, pageToken } = await connectPage(fixtureServer.hook);
  await database()
    .update(sandboxTokens)
    .set({ scopes: [...PAGE_SCOPES, "page_utility_messaging"] })
    .where(eq(sandboxTokens.tokenHash, hashToken(pageToken)));
  await setDelivery({ strict: true, echo: "before" });
  world = { ...(await makeWorld()), pageId: page.id };
  const { shopId, channelId } = world;
  await inShop(shopId, async (tx) => {
    await tx.update(channels).set({ externalId: page.id }).where(eq(channels.id, channelId));
    const sealedToken = seal(pageToken, pageTokenContext(channelId));
    await tx.update(messengerPages).set({ sealedToken }).where(eq(messengerPages.channelId, channelId));
  });
  await outsideShops((tx) =>
    tx.update(persons).set({ image: "https://a.test/lea.png" }).where(eq(persons.id, world.owner.personId)),
  );
  whose = { personId: (await addPerson({ name: "Amélie Laurent", email: "" })).id, pageId: page.id };
  await sayAsPerson({ ...whose, message: { text: "Bonjour, été 🌸 / hiver ?" } });
  psid = (await loadThread(whose)).psid ?? "";
  await hear();
});

afterAll(async () => {
  await setClock(0);
  await setDelivery({ strict: false, echo: "after" });
});

it("answers her in her Messenger with words, quick replies, pictures and a receipt, each one message with its echo", async () => {
  const { conversationId, contact, messages } = await ours();
  const hers = messages[0]?.id ?? "";
  const { owner, shopId } = world;
  const send = (given: object) => sendMessage(owner, { conversationId, clientKey: newId(), body: "", ...given });
  await send({ body: "Oui !", replyTo: hers, quickReplies: [{ title: "Merci", payload: "thanks" }] });
  const pictures = [];
  for (const fileName of ["un.png", "deux.png"])
    pictures.push((await uploadAttachment(owner, { fileName, declaredType: "image/png", bytes: PNG })).attachment.id);
  await send({ attachmentIds: pictures });
  const order = sampleOrder({
    ...{ number: "#1042", total: 4_740, shipping: 690, tax: 431, paymentMethod: "Visa 2345" },
    discounts: [{ name: "Bienvenue", amount: 450 }],
    shipTo: { street1: "3 rue des Lilas", postalCode: "75011", city: "Paris", country: "FR" },
  });
  await storeOrder(shopId, "storefront", order);
  const orderId = (await storedOrder(shopId, order.id))?.id ?? "";
  await inShop(shopId, (tx) =>
    tx
      .update(orders)
      .set({ contactId: contact?.id ?? null })
      .where(eq(orders.id, orderId)),
  );
  await sendReceipt(owner, { conversationId, orderId, clientKey: newId() });
  await reactAsMember(owner, { messageId: hers, emoji: "❤️" });
  await markRead(owner, { conversationId, seq: 1 });
  for (const { task, payload } of await takeJobs(shopId)) if (task === "tellMessenger") await runJob(task, payload);
  await sendQueued(shopId, conversationId);

  const shown = await loadThread(whose);
  expect(shown.messages[0]).toMatchObject({ pageReaction: "❤️" });
  const sent = await theirs();
  expect(sent).toMatchObject([
    { body: { text: "Oui !", quick_replies: [{ title: "Merci" }] }, persona: { name: "Léa" } },
    { body: { attachments: [{ type: "image" }, { type: "image" }] } },
    { body: { attachments: [{ payload: { template_type: "receipt", order_number: "1042" } }] } },
  ]);
  expect(drawBody(sent[2]?.body).parts).toMatchObject([
    {
      receipt: {
        ...{ paidWith: "Visa 2345", shipTo: "3 rue des Lilas, 75011 Paris", total: 47.4 },
        ...{ subtotal: 40.69, shipping: 6.9, tax: 4.31, adjustments: [{ name: "Bienvenue", amount: 4.5 }] },
      },
    },
  ]);
  expect(sent[0]?.repliedTo?.mid).toBe(shown.messages[0]?.mid);
  await hear();
  const after = (await ours()).messages.filter(({ author }) => author === "member");
  expect(after.map(({ delivery, kind, problem }) => [delivery, kind, problem])).toEqual([
    ["sent", "text", null],
    ["sent", "text", null],
    ["sent", "receipt", null],
  ]);
  expect((await ours()).messages).toHaveLength(messages.length + 3);
});

it("uploads a sticker once for all who get it, and again when Facebook has forgotten it", async () => {
  const { conversationId } = await ours();
  const { owner, shopId } = world;
  const uploads = async () =>
    (await database().select({ id: sandboxFiles.id }).from(sandboxFiles).where(eq(sandboxFiles.name, "peony.png")))
      .length;
  for (const [forgets, uploaded] of [
    [0, 1],
    [0, 1],
    [1, 2],
    [0, 2],
  ] as const) {
    await setFailure("upload_forgotten", forgets);
    await sendSticker(owner, { conversationId, clientKey: newId(), sticker: "peony" });
    await sendQueued(shopId, conversationId);
    expect((await ours()).messages.at(-1)).toMatchObject({ delivery: "sent", problem: null });
    expect((await theirs()).at(-1)?.body).toMatchObject({ attachments: [{ type: "image" }] });
    expect(await uploads()).toBe(uploaded);
  }
});

it("sends cards, buttons and the approved news of an order as templates", async () => {
  const { conversationId } = await ours();
  const web = { type: "web_url" as const, title: "Voir", url: "https://shop.example/roses" };
  const templates: Template[] = [
    { template_type: "button", text: "Laquelle ?", buttons: [{ type: "postback", title: "La rose", payload: "rose" }] },
    {
      template_type: "generic",
      elements: [
        { title: "Roses", subtitle: "Douze", buttons: [web] },
        { title: "Lys", image_url: "https://shop.example/lys.jpg" },
      ],
    },
    {
      template_type: "media",
      elements: [{ media_type: "image", url: "https://www.facebook.com/photo.php?fbid=1", buttons: [web] }],
    },
  ];
  for (const template of templates) {
    const input = SendTemplate.parse({ conversationId, clientKey: newId(), template });
    expect(await sendTemplate(world.owner, input)).toMatchObject({ kind: "template", delivery: "queued" });
  }
  await sendQueued(world.shopId, conversationId);
  const sent = (await theirs()).slice(-templates.length);
  expect(sent.map(({ body }) => body)).toMatchObject(
    templates.map((payload) => ({
      attachments: [{ type: "template", payload: { template_type: payload.template_type } }],
    })),
  );
  expect((await ours()).messages.slice(-3).map(({ delivery, body }) => [delivery, body])).toEqual([
    ["sent", "Laquelle ?"],
    ["sent", "Roses, Lys"],
    ["sent", ""],
  ]);
  const wrong = { template_type: "button", text: "x", buttons: Array(4).fill(web) };
  expect(SendTemplate.safeParse({ conversationId, clientKey: newId(), template: wrong }).success).toBe(false);
});

it("sends news of an order after the window by the template that was approved", async () => {
  const { conversationId, contact } = await ours();
  const { owner, shopId, channelId } = world;
  const [made] = (await createTemplate(owner, { channelId, ...ORDER_NEWS, language: "fr", body: ORDER_NEWS.bodies.fr }))
    .templates;
  for (const asked of [0, 1]) {
    await submitTemplate({ shopId, templateId: made?.id ?? "", asked });
    await setClock(5_000);
  }
  const order = sampleOrder({ number: "#1043", status: "shipped" });
  await storeOrder(shopId, "storefront", order);
  const orderId = (await storedOrder(shopId, order.id))?.id ?? "";
  const contactId = contact?.id ?? "";
  await inShop(shopId, async (tx) => {
    await tx.update(orders).set({ contactId }).where(eq(orders.id, orderId));
    await tx
      .update(conversations)
      .set({ windowExpiresAt: new Date(Date.now() - MINUTE) })
      .where(eq(conversations.id, conversationId));
    await recordAnswer(tx, shopId, {
      ...{ contactId, allow: ["order_updates"], shown: ["order_updates"], act: "chat_card", locale: "fr" },
      ...{ source: "https://a.example", proof: {} },
    });
  });
  await sendReceipt(owner, { conversationId, orderId, clientKey: newId() });
  await sendQueued(shopId, conversationId);
  expect((await ours()).messages.at(-1)).toMatchObject({ delivery: "sent", problem: null });
  expect((await theirs()).at(-1)?.body).toMatchObject({ text: expect.stringContaining("elle est en route") });
  await sayAsPerson({ ...whose, message: { text: "Merci" } });
  await hear();
});

it.each(["lost_answer", "unreadable_answer"] as const)(
  "%s: one message in her Messenger, settled by its echo",
  async (failure) => {
    const { conversationId } = await ours();
    const before = (await theirs()).length;
    await setFailure(failure, 1);
    await sendMessage(world.owner, { conversationId, clientKey: newId(), body: `Après ${failure}` });
    await sendQueued(world.shopId, conversationId);
    expect((await ours()).messages.at(-1)).toMatchObject({ delivery: "unconfirmed", problem: null });
    await passTime(world);
    await sendQueued(world.shopId, conversationId);
    await hear();
    expect((await ours()).messages.at(-1)).toMatchObject({ delivery: "sent", body: `Après ${failure}` });
    expect(await theirs()).toHaveLength(before + 1);
  },
);

const PICTURE = { fileName: "un.png", declaredType: "image/png" };
it.each(["upload.server_error", "upload.rate_limit", "upload.lost_answer"] as const)(
  "%s: her picture waits, is uploaded again and comes once",
  async (failure) => {
    const { conversationId } = await ours();
    const before = (await theirs()).length;
    await setFailure(failure, 1);
    const { attachment } = await uploadAttachment(world.owner, { ...PICTURE, bytes: PNG });
    await sendMessage(world.owner, { conversationId, clientKey: newId(), body: "", attachmentIds: [attachment.id] });
    await sendQueued(world.shopId, conversationId);
    expect((await ours()).messages.at(-1)?.delivery).toBe("queued");
    await passTime(world);
    await sendQueued(world.shopId, conversationId);
    expect((await ours()).messages.at(-1)).toMatchObject({ delivery: "sent", problem: null });
    await hear();
    expect(await theirs()).toHaveLength(before + 1);
  },
);

it("waits when it is asked to, and says what is refused for good", async () => {
  const { conversationId } = await ours();
  const say = (body: string) => sendMessage(world.owner, { conversationId, clientKey: newId(), body });
  const last = async () => {
    await sendQueued(world.shopId, conversationId);
    const { delivery, problem } = (await ours()).messages.at(-1) ?? {};
    return [delivery, problem?.key];
  };
  for (const failure of ["rate_limit", "server_error"] as const) {
    await setFailure(failure, 1);
    await say(failure);
    expect(await last()).toEqual(["queued", failure === "server_error" ? "platform_busy" : "rate_limited"]);
    await passTime(world);
    expect(await last()).toEqual(["sent", undefined]);
  }
  await setFailure("window_closed", 1);
  await say("Trop tard");
  expect(await last()).toEqual(["failed", "outside_window"]);
  await setFailure("person_unavailable", 1);
  await say("Personne");
  expect(await last()).toEqual(["failed", "unreachable"]);
  await sayAsPerson({ ...whose, message: { text: "Je suis là" } });
  await hear();
  await say("Ah !");
  expect(await last()).toEqual(["sent", undefined]);
});
