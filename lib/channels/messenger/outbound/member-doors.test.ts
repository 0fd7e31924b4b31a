import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { messages } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { announceTyping } from "#lib/conversations/announce-typing";
import { findFile } from "#lib/conversations/find-file";
import { loadThread } from "#lib/conversations/load-thread";
import { markRead } from "#lib/conversations/mark-read";
import { reactAsMember } from "#lib/conversations/react-as-member";
import { retryMessage } from "#lib/conversations/retry-message";
import { sendMessage } from "#lib/conversations/send-message";
import { sendSticker } from "#lib/conversations/send-sticker";
import { uploadAttachment } from "#lib/conversations/upload-attachment";
import { MINUTE } from "#lib/core/clock";
import { getFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { makeMember } from "#lib/shops/shop-fixture";
import { jobsOf, runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { fakeGraph, graphRefusal } from "../fake-graph-fixture";
import { pausePage } from "../pages/pause-page";
import { type MessengerThread, makeMessengerThread, passTime, say, send, sentIn, setThread } from "./messenger-fixture";
import { settleUnconfirmed } from "./settle-unconfirmed";

const accepted = () => ({ body: { recipient_id: "1", message_id: `m_${newId()}`, attachment_id: "9001" } });
const told = () => fakeGraph.requests.map(({ path, body }) => [path.split("/")[1], body]);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);

/** Does the jobs that tell the platform of signs, and no others. */
async function tell({ shopId }: MessengerThread): Promise<void> {
  for (const { task, payload } of await takeJobs(shopId)) if (task === "tellMessenger") await runJob(task, payload);
}

async function thread() {
  const made = await makeMessengerThread();
  const { messages: said } = await loadThread(made.owner, made);
  return { ...made, hers: said[0]?.id ?? "" };
}

describe("trying a message again", () => {
  it("is a member's decision, asks the rule, and sends it once more", async () => {
    const the = await thread();
    const { id } = await say(the);
    await expect(retryMessage(the.owner, { messageId: id })).rejects.toMatchObject({ key: "nothing_to_retry" });
    fakeGraph.answers(() => "reset");
    await send(the);
    await expect(retryMessage(the.owner, { messageId: id })).rejects.toMatchObject({ key: "nothing_to_retry" });
    await settleUnconfirmed(the.shopId, { conversationId: the.conversationId, messageId: id });
    expect(await retryMessage(the.owner, { messageId: id })).toMatchObject({ delivery: "queued", problem: null });
    fakeGraph.answers(() => graphRefusal(100));
    await send(the);
    expect(await sentIn(the)).toMatchObject([{ delivery: "failed", problem: { key: "not_accepted" }, attempts: 1 }]);
    await inShop(the.shopId, (tx) =>
      tx.update(contacts).set({ blockedAt: new Date() }).where(eq(contacts.id, the.contactId)),
    );
    await expect(retryMessage(the.owner, { messageId: id })).rejects.toMatchObject({ key: "contact_blocked" });
    await inShop(the.shopId, (tx) =>
      tx.update(contacts).set({ blockedAt: null }).where(eq(contacts.id, the.contactId)),
    );
    await retryMessage(the.owner, { messageId: id });
    fakeGraph.answers(accepted);
    await send(the);
    expect(fakeGraph.requests).toHaveLength(1);
    expect(await sentIn(the)).toMatchObject([{ id, delivery: "sent" }]);
    await expect(retryMessage(the.owner, { messageId: the.hers })).rejects.toMatchObject({ key: "nothing_to_retry" });
    await expect(retryMessage(the.owner, { messageId: newId() })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("signs that are no messages", () => {
  it("reach the platform: read once, typing now and then", async () => {
    const the = await thread();
    fakeGraph.answers(accepted);
    await markRead(the.owner, { conversationId: the.conversationId, seq: 1 });
    await markRead(the.owner, { conversationId: the.conversationId, seq: 1 });
    await tell(the);
    const recipient = { id: the.psid };
    expect(told()).toEqual([["messages", { recipient, sender_action: "mark_seen" }]]);
    fakeGraph.answers(accepted);
    for (let i = 0; i < 3; i++) {
      await announceTyping(the.owner, { conversationId: the.conversationId });
      await tell(the);
    }
    expect(told()).toEqual([["messages", { recipient, sender_action: "typing_on" }]]);
  });

  it("a reaction is shown and told, changed and taken back; one that is refused is taken back here", async () => {
    const the = await thread();
    const reactionsShown = async () =>
      (await loadThread(the.owner, the)).messages.find((message) => message.id === the.hers)?.reactions;
    fakeGraph.answers(accepted);
    for (const emoji of ["❤️", null]) {
      await reactAsMember(the.owner, { messageId: the.hers, emoji });
      await tell(the);
    }
    expect(told().map(([, body]) => body)).toMatchObject([
      { sender_action: "react", payload: { message_id: expect.stringContaining("m_"), reaction: "❤️" } },
      { sender_action: "unreact" },
    ]);
    fakeGraph.answers(() => graphRefusal(100));
    expect(await reactAsMember(the.owner, { messageId: the.hers, emoji: "👍" })).toMatchObject({
      reactions: [{ author: "member", emoji: "👍" }],
    });
    await tell(the);
    expect(await reactionsShown()).toEqual([]);
  });
});

describe("a reaction that cannot go", () => {
  const shown = async (the: MessengerThread & { hers: string }) =>
    (await loadThread(the.owner, the)).messages.find((message) => message.id === the.hers)?.reactions;

  it("is refused after the window, when only a message under a tag may go", async () => {
    const made = await makeMessengerThread({ humanAgent: true });
    const { messages: said } = await loadThread(made.owner, made);
    const the = { ...made, hers: said[0]?.id ?? "" };
    await setThread(the, { windowExpiresAt: new Date(Date.now() - MINUTE) });
    await expect(reactAsMember(the.owner, { messageId: the.hers, emoji: "❤️" })).rejects.toMatchObject({
      key: "reaction_late",
    });
    expect(await shown(the)).toEqual([]);
    await expect(say(the)).resolves.toMatchObject({ delivery: "queued" });
  });

  it("waits while the Page rests, and is taken back while it is paused", async () => {
    const the = await thread();
    fakeGraph.answers(accepted);
    const restUntil = new Date(Date.now() + MINUTE);
    await inShop(the.shopId, (tx) =>
      tx.update(messengerPages).set({ restUntil }).where(eq(messengerPages.channelId, the.channelId)),
    );
    await reactAsMember(the.owner, { messageId: the.hers, emoji: "❤️" });
    await tell(the);
    expect(await shown(the)).toHaveLength(1);
    expect((await jobsOf(the.shopId)).filter(({ task }) => task === "tellMessenger")).toMatchObject([{ due: false }]);
    const { shopId, channelId } = the;
    await inShop(shopId, (tx) => pausePage(tx, { shopId, channelId, trouble: "token_ended" }));
    await tell(the);
    expect(await shown(the)).toEqual([]);
    expect(fakeGraph.requests).toEqual([]);
  });
});

describe("files", () => {
  const upload = (the: MessengerThread, fileName = "photo.png", bytes: Uint8Array = PNG) =>
    uploadAttachment(the.owner, { fileName, declaredType: "text/html", bytes });

  it("a sticker goes as a picture of its own, once for one key", async () => {
    const the = await thread();
    const input = { conversationId: the.conversationId, clientKey: newId(), sticker: "peony" as const };
    const sent = await sendSticker(the.owner, input);
    expect(await sendSticker(the.owner, input)).toEqual(sent);
    expect(sent).toMatchObject({ body: "", attachments: [{ kind: "sticker", contentType: "image/png" }] });
    fakeGraph.answers(accepted);
    await send(the);
    expect(told()).toMatchObject([
      ["message_attachments", expect.stringContaining('"type":"image"')],
      ["messages", { message: { attachment: { type: "image", payload: { attachment_id: "9001" } } } }],
    ]);
  });

  it("are forgotten when nobody sent them, bytes and all; what was sent stays", async () => {
    const the = await thread();
    const [kept, left] = [(await upload(the)).attachment.id, (await upload(the)).attachment.id];
    const input = { conversationId: the.conversationId, body: "", attachmentIds: [kept], clientKey: newId() };
    await sendMessage(the.owner, input);
    const jobs = (await jobsOf(the.shopId)).filter(({ task }) => task === "clearUpload");
    expect(jobs.map(({ due }) => due)).toEqual([false, false]);
    for (const { task, payload } of jobs) await runJob(task, payload);
    expect(await findFile(the.shopId, kept)).not.toBeNull();
    expect(await findFile(the.shopId, left)).toBeNull();
    expect(await getFile(`${the.shopId}/${left}`)).toBeNull();
  });

  it("are taken for what they are, kept for their member, and part of one message only", async () => {
    const the = await thread();
    const { attachment } = await upload(the, "..\\..\\C:/x/été\u0000.png");
    expect(attachment).toMatchObject({
      kind: "image",
      contentType: "image/png",
      bytes: 11,
      fileName: "été.png",
      state: "stored",
    });
    const other = await makeMember(the.owner);
    const input = { conversationId: the.conversationId, body: "", attachmentIds: [attachment.id] };
    await expect(sendMessage(other, { ...input, clientKey: newId() })).rejects.toMatchObject({
      key: "attachment_unknown",
    });
    const sent = await sendMessage(the.owner, { ...input, clientKey: newId() });
    expect(sent.attachments).toMatchObject([{ id: attachment.id, url: expect.stringContaining(attachment.id) }]);
    await expect(sendMessage(the.owner, { ...input, clientKey: newId() })).rejects.toMatchObject({
      key: "attachment_unknown",
    });
    await expect(upload(the, "x.exe", Uint8Array.of(0x4d, 0x5a, 0, 1, 2, 3))).rejects.toMatchObject({
      key: "attachment_type",
    });
    await expect(upload(the, "x.png", new Uint8Array(25 * 1024 * 1024 + 1))).rejects.toMatchObject({
      code: "too_large",
    });
    expect((await upload(the, "notes.csv", Buffer.from("a;b\n1;2"))).attachment).toMatchObject({
      kind: "file",
      contentType: "text/plain",
    });
  });

  it("go to the platform once, and by their id from then on", async () => {
    const the = await thread();
    const pictures = [(await upload(the)).attachment.id, (await upload(the, "2.png")).attachment.id];
    const input = { conversationId: the.conversationId, clientKey: newId(), body: "", attachmentIds: pictures };
    await expect(sendMessage(the.owner, { ...input, body: "Voici" })).rejects.toMatchObject({
      key: "messenger_attachment_alone",
    });
    const { id } = await sendMessage(the.owner, input);
    let uploads = 0;
    fakeGraph.answers(({ path }) => {
      if (path.endsWith("/message_attachments")) return { body: { attachment_id: String(9_000 + ++uploads) } };
      return graphRefusal(2);
    });
    await send(the);
    expect(uploads).toBe(2);
    const [first] = fakeGraph.requests;
    expect(first?.path).toBe(`${the.pageId}/message_attachments`);
    expect(String(first?.body)).toContain('{"attachment":{"type":"image","payload":{"is_reusable":true}}}');
    await passTime(the);
    fakeGraph.answers(accepted);
    await send(the);
    const attachments = ["9001", "9002"].map((attachment_id) => ({ type: "image", payload: { attachment_id } }));
    expect(told()).toMatchObject([["messages", { message: { attachments, metadata: id } }]]);
  });

  it("that the platform no longer knows are uploaded anew, once", async () => {
    const the = await thread();
    const { attachment } = await upload(the);
    await sendMessage(the.owner, {
      conversationId: the.conversationId,
      clientKey: newId(),
      body: "",
      attachmentIds: [attachment.id],
    });
    let uploads = 0;
    fakeGraph.answers(({ path }) => {
      if (path.endsWith("/message_attachments")) return { body: { attachment_id: String(++uploads) } };
      return uploads === 1 ? graphRefusal(100, 2_018_074) : accepted();
    });
    await send(the);
    await passTime(the);
    await send(the);
    expect(uploads).toBe(2);
    expect(await sentIn(the)).toMatchObject([{ delivery: "sent" }]);
  });
});

it("answers one message, and offers quick replies", async () => {
  const the = await thread();
  fakeGraph.answers(accepted);
  const quickReplies = [{ title: "Oui", payload: "yes" }];
  await sendMessage(the.owner, {
    conversationId: the.conversationId,
    clientKey: newId(),
    body: "Alors ?",
    quickReplies,
    replyTo: the.hers,
  });
  await send(the);
  const [hers] = await inShop(the.shopId, (tx) => tx.select().from(messages).where(eq(messages.id, the.hers)));
  expect(told()[0]?.[1]).toMatchObject({
    message: { text: "Alors ?", quick_replies: [{ content_type: "text", title: "Oui", payload: "yes" }] },
    reply_to: { mid: hers?.externalId },
  });
  const long = { conversationId: the.conversationId, clientKey: newId(), body: "😀".repeat(2_001) };
  await expect(sendMessage(the.owner, long)).rejects.toMatchObject({
    key: "messenger_too_long",
    params: { n: 2_001, max: 2_000 },
  });
});
