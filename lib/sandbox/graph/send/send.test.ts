import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { DAY, HOUR } from "#lib/core/clock";
import { setClock, setFailure } from "../../messenger/controls";
import { loadThread } from "../../messenger/load-thread";
import { blockPage } from "../../messenger/presence";
import { connectPage, everything, graph, login } from "../../messenger/sandbox-fixture";
import { sayAsPerson } from "../../messenger/say-as-person";
import { addPerson } from "../../people/add-person";
import { answerGraph } from "../answer-graph";

type Json = Record<string, unknown>;
let page: Awaited<ReturnType<typeof connectPage>>;
let whose: { personId: string; pageId: string };
let psid: string;

async function beWrittenTo() {
  const amelie = await addPerson({ name: "Amélie Laurent", email: "" });
  whose = { personId: amelie.id, pageId: page.page.id };
  await sayAsPerson({ ...whose, message: { text: "Bonjour" } });
  psid = (await loadThread(whose)).psid ?? "";
}

beforeAll(async () => {
  page = await connectPage();
  await beWrittenTo();
});
afterAll(async () => {
  await setClock(0);
  await closeDatabase();
});
const send = (body: Json) => graph("me/messages", page.pageToken, { body });
const say = (message: Json, more: Json = {}) =>
  send({ recipient: { id: psid }, messaging_type: "RESPONSE", message, ...more });
const template = (payload: Json) => say({ attachment: { type: "template", payload } });
const refusal = async (answer: ReturnType<typeof send>) => {
  const { error } = (await answer).body;
  return error ? [error.code, error.error_subcode].filter((one) => one !== undefined).join("/") : null;
};

describe("the forms of a body", () => {
  it("takes JSON, a form, a query and multipart alike", async () => {
    const fields = { recipient: JSON.stringify({ id: psid }), message: JSON.stringify({ text: "é 😀 /" }) };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const query = new URLSearchParams({ ...fields, access_token: page.pageToken });
    const ways: [string, RequestInit][] = [
      [`?${query}`, {}],
      [`?access_token=${page.pageToken}`, { body: new URLSearchParams(fields) }],
      [`?access_token=${page.pageToken}`, { body: form }],
      [
        "",
        {
          body: JSON.stringify({ recipient: { id: psid }, message: { text: "é 😀 /" }, access_token: page.pageToken }),
          headers: { "content-type": "application/json" },
        },
      ],
    ];
    for (const [search, init] of ways) {
      const request = new Request(`http://x/sandbox/graph/${page.page.id}/messages${search}`, {
        method: "POST",
        ...init,
      });
      const answer = await answerGraph(request, [page.page.id, "messages"]);
      expect(await answer.json()).toEqual({ recipient_id: psid, message_id: expect.stringMatching(/^m_/) });
    }
    const said = (await loadThread(whose)).messages.filter(({ sender }) => sender === "page");
    expect(said.map(({ body }) => body)).toEqual(ways.map(() => ({ text: "é 😀 /" })));
  });

  it("keeps files that are uploaded, and sends them again by their id", async () => {
    const form = new FormData();
    form.set("message", JSON.stringify({ attachment: { type: "image", payload: { is_reusable: true } } }));
    form.set("filedata", new Blob([new Uint8Array([1, 2, 3])], { type: "image/png" }), "a.png");
    const request = new Request(`http://x/v25.0/me/message_attachments?access_token=${page.pageToken}`, {
      method: "POST",
      body: form,
    });
    const { attachment_id } = await (await answerGraph(request, ["v25.0", "me", "message_attachments"])).json();
    const attachment = { type: "image", payload: { attachment_id } };
    expect((await say({ attachment })).status).toBe(200);
    expect((await say({ attachments: [attachment, attachment] })).status).toBe(200);
    expect(await refusal(say({ attachment: { type: "video", payload: { attachment_id } } }))).toBe("100/2018047");
    expect(await refusal(say({ attachment: { type: "image", payload: { attachment_id: "1" } } }))).toBe("100/2018074");
    expect(await refusal(say({ attachment: { type: "image", payload: { url: "http://127.0.0.1:9/x.png" } } }))).toBe(
      "100/2018008",
    );
    await setClock(90 * DAY);
    await sayAsPerson({ ...whose, message: { text: "Encore moi" } });
    const media = { template_type: "media", elements: [{ media_type: "image", attachment_id }] };
    expect(await refusal(say({ attachment }))).toBe("100/2018074");
    expect(await refusal(template(media))).toBe("100/2018074");
    await setClock(0);
    expect(await refusal(template(media))).toBeNull();
  });
});

const button = (change: Json) =>
  template({
    template_type: "button",
    text: "?",
    buttons: [{ type: "postback", title: "Oui", payload: "yes", ...change }],
  });
const receipt = (change: Json = {}) =>
  template({
    template_type: "receipt",
    recipient_name: "Amélie",
    order_number: crypto.randomUUID(),
    currency: "EUR",
    payment_method: "Visa 4242",
    timestamp: "1428444852",
    elements: [{ title: "Pivoine", price: 68 }],
    summary: { total_cost: 68 },
    ...change,
  });

describe("what a message may be", () => {
  it.each<[string, () => ReturnType<typeof send>, string | null]>([
    ["2,000 characters", () => say({ text: "😀".repeat(2_000) }), null],
    ["one more", () => say({ text: "é".repeat(2_001) }), "100"],
    ["no text", () => say({ text: "" }), "100"],
    ["neither message nor action", () => send({ recipient: { id: psid } }), "100/2018015"],
    [
      "both",
      () => send({ recipient: { id: psid }, message: { text: "a" }, sender_action: "typing_on" }),
      "100/2018015",
    ],
    [
      "text and an attachment",
      () => say({ text: "a", attachment: { type: "image", payload: { url: "https://a.test" } } }),
      "100",
    ],
    ["metadata past its end", () => say({ text: "a", metadata: "x".repeat(1_001) }), "100"],
    [
      "13 quick replies",
      () => say({ text: "a", quick_replies: Array(13).fill({ content_type: "text", title: "a", payload: "b" }) }),
      null,
    ],
    [
      "14 quick replies",
      () => say({ text: "a", quick_replies: Array(14).fill({ content_type: "text", title: "a", payload: "b" }) }),
      "100",
    ],
    ["a place as quick reply", () => say({ text: "a", quick_replies: [{ content_type: "location" }] }), "100"],
    ["a button", () => button({}), null],
    ["a button without title", () => button({ title: undefined }), "100/2018053"],
    ["a postback without payload", () => button({ payload: undefined }), "100/2018040"],
    ["a link without address", () => button({ type: "web_url" }), "100/2018041"],
    ["a link to nowhere", () => button({ type: "web_url", url: "nowhere" }), "100"],
    ["a share button", () => button({ type: "element_share" }), "100"],
    ["no buttons", () => template({ template_type: "button", text: "?", buttons: [] }), "100"],
    ["a card", () => template({ template_type: "generic", elements: [{ title: "a", subtitle: "b" }] }), null],
    ["a card with a title only", () => template({ template_type: "generic", elements: [{ title: "a" }] }), "100"],
    [
      "eleven cards",
      () => template({ template_type: "generic", elements: Array(11).fill({ title: "a", subtitle: "b" }) }),
      "100",
    ],
    ["a retired list", () => template({ template_type: "list", elements: [{ title: "a", subtitle: "b" }] }), "100"],
    ["a receipt", () => receipt(), null],
    ["a receipt in milliseconds", () => receipt({ timestamp: 1428444852000 }), "100"],
    ["a receipt without total", () => receipt({ summary: {} }), "100"],
    ["a receipt with half an address", () => receipt({ address: { street_1: "1" } }), "100"],
    ["a sticker", () => say({ sticker_id: "369239263222822" }), null],
    ["a product without the permission", () => template({ template_type: "product", elements: [{ id: "1" }] }), "200"],
    ["nobody", () => send({ message: { text: "a" } }), "100"],
    ["two at once", () => send({ recipient: { id: psid, user_ref: "a" }, message: { text: "a" } }), "100"],
    ["somebody unknown", () => send({ recipient: { id: "1" }, message: { text: "a" } }), "100/2018001"],
    ["a telephone number", () => send({ recipient: { phone_number: "+1" }, message: { text: "a" } }), "200/2018027"],
    ["a retired token", () => send({ recipient: { notification_messages_token: "a" }, message: { text: "a" } }), "100"],
    ["an answer to nothing", () => say({ text: "a" }, { reply_to: { mid: "m_x" } }), "100"],
    ["without a push", () => say({ text: "a" }, { notification_type: "NO_PUSH" }), null],
    ["with a push of another kind", () => say({ text: "a" }, { notification_type: "LOUD" }), "100"],
    ["nobody's persona", () => say({ text: "a" }, { persona_id: "1" }), "100"],
  ])("%s", async (_name, answer, expected) => {
    expect(await refusal(answer())).toBe(expected);
  });

  it("takes an order number once for a Page", async () => {
    expect(await refusal(receipt({ order_number: "MP-1" }))).toBeNull();
    expect(await refusal(receipt({ order_number: "MP-1" }))).toBe("100");
    expect(await refusal(receipt({ order_number: "MP-1-r2" }))).toBeNull();
  });
});

describe("when a message may go", () => {
  beforeEach(async () => {
    await setClock(0);
    await beWrittenTo();
  });

  it.each<[string, Json, number, string | null]>([
    ["an answer in the day", {}, DAY - HOUR, null],
    ["an answer after it", {}, DAY + HOUR, "10/2018278"],
    ["an update after it", { messaging_type: "UPDATE" }, DAY + HOUR, "10/2018278"],
    ["a person's answer in the week", { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" }, 7 * DAY - HOUR, null],
    ["a person's answer after it", { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" }, 7 * DAY + HOUR, "10/2018278"],
    ["a tag without its type", { messaging_type: undefined, tag: "HUMAN_AGENT" }, 2 * DAY, null],
    ["a tag on a response", { tag: "HUMAN_AGENT" }, 0, "100"],
    ["a type without its tag", { messaging_type: "MESSAGE_TAG" }, 0, "100"],
    ["a retired tag", { messaging_type: "MESSAGE_TAG", tag: "POST_PURCHASE_UPDATE" }, 0, "100"],
    ["an unknown type", { messaging_type: "SHOUT" }, 0, "100"],
    ["utility without a template", { messaging_type: "UTILITY" }, 0, "100"],
  ])("%s", async (_name, more, later, expected) => {
    await setClock(later);
    expect(await refusal(say({ text: "a" }, more))).toBe(expected);
  });

  it("took the retired tags while they lived", async () => {
    await setClock(new Date("2026-04-01").getTime() - Date.now());
    expect(await refusal(say({ text: "a" }, { messaging_type: "MESSAGE_TAG", tag: "ACCOUNT_UPDATE" }))).toBeNull();
  });

  it("keeps the longer window of an ad", async () => {
    await sayAsPerson({ ...whose, message: { text: "a" }, ad: { id: "1", title: "Peonies" } });
    await setClock(6 * DAY);
    expect(await refusal(say({ text: "a" }))).toBeNull();
  });

  it("reaches nobody who blocked the Page", async () => {
    await blockPage({ ...whose, blocked: true });
    expect(await refusal(say({ text: "a" }))).toBe("551/1545041");
  });

  it("lets one message go to a login that agreed, within the day, without a tag", async () => {
    const zoe = await addPerson({ name: "Zoé Martin", email: "" });
    const first = (more: Json = {}) =>
      send({ recipient: { login_id: zoe.id }, messaging_type: "UPDATE", message: { text: "a" }, ...more });
    const asked = { scope: "user_messenger_contact", messenger_page_id: whose.pageId, reset_messenger_state: "1" };
    expect(await refusal(first())).toBe("100/2018001");
    await login(zoe.id, { "scope.user_messenger_contact": 1 }, asked);
    expect(await refusal(first({ messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" }))).toBe("10/2018278");
    expect((await first()).body).toEqual({
      recipient_id: expect.stringMatching(/^2\d+$/),
      message_id: expect.any(String),
    });
    expect(await refusal(first())).toBe("10/2018278");
    await login(zoe.id, { "scope.user_messenger_contact": 1 }, asked);
    await setClock(DAY + HOUR);
    expect(await refusal(first())).toBe("10/2018278");
  });
});

describe("what it can be told to do wrong", () => {
  beforeAll(async () => {
    await setClock(0);
    await beWrittenTo();
  });

  it.each<[Parameters<typeof setFailure>[0], string, number]>([
    ["server_error", "2", 500],
    ["rate_limit", "613", 400],
    ["app_limit", "4", 400],
    ["person_unavailable", "551/1545041", 400],
    ["window_closed", "10/2018278", 400],
    ["page_restricted", "10/1893063", 400],
    ["unreadable_answer", "1/1357046", 400],
  ])("%s, once", async (kind, code, status) => {
    await setFailure(kind, 1);
    const answer = await say({ text: kind });
    expect([await refusal(Promise.resolve(answer)), answer.status]).toEqual([code, status]);
    const arrived = (await loadThread(whose)).messages.some(({ body }) => body.text === kind);
    expect(arrived).toBe(kind === "unreadable_answer");
    expect((await say({ text: "after" })).status).toBe(200);
  });

  it("takes the answer away after it did what was asked", async () => {
    await setFailure("lost_answer", 1);
    await expect(say({ text: "lost" })).rejects.toThrow();
    expect((await loadThread(whose)).messages.at(-1)?.body).toEqual({ text: "lost" });
  });

  it("ends a token for good", async () => {
    const { page: other, person, pageToken } = await connectPage();
    await setFailure("token_revoked", 1);
    const body = { recipient: { id: psid }, message: { text: "a" } };
    expect(await refusal(graph("me/messages", pageToken, { body }))).toBe("190/460");
    expect(await refusal(graph("me", pageToken))).toBe("190/460");
    const again = await login(person.id, everything(other.id));
    expect(again.get("code")).toMatch(/^AQ/);
  });
});
