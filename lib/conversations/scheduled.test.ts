import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { members } from "#db/schema/shops";
import { storedMessages } from "#lib/connect/visitor-fixture";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import { DAY, HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import { makeMember } from "#lib/shops/shop-fixture";
import { jobsOf, runJobs, takeJobs } from "#lib/worker/jobs-fixture";
import { thread } from "#lib/worker/scheduled-fixture";
import { cancelScheduled } from "./cancel-scheduled";
import { closeConversation } from "./close-conversation";
import { listMessages, listVisitorMessages, loadThread } from "./load-thread";
import { receiveMessage } from "./receive-message";
import { retryMessage } from "./retry-message";
import { sendMessage } from "./send-message";
import { sendScheduled } from "./send-scheduled";
import { stopScheduled } from "./stop-scheduled";
import { threadItems } from "./thread-items";
import { applyToTimeline, missingAfter, timelineOf } from "./timeline";
import { uploadAttachment } from "./upload-attachment";

afterEach(() => void vi.useRealTimers());

const withdraw = ({ shopId, contactId, visitorId }: VisitorActor) =>
  inShop(shopId, (tx) =>
    recordWithdrawal(tx, shopId, {
      ...{ contactId, purposes: ["service"], act: "my_permissions", locale: "fr" },
      ...{ source: "https://a.example", proof: { visitorId } },
    }),
  );

const inHours = (n: number) => new Date(Date.now() + n * HOUR).toISOString();

describe("a scheduled message", () => {
  it("waits for its time, answers nobody and is not shown to her", async () => {
    const the = await thread();
    const before = (await loadThread(the.owner, { conversationId: the.conversationId })).row;
    const sendAt = inHours(3);
    expect(await the.write({ sendAt })).toMatchObject({ delivery: "scheduled", sendAt });
    const { row } = await loadThread(the.owner, { conversationId: the.conversationId });
    expect(row).toMatchObject({ waitingSince: before.waitingSince, unread: before.unread, assignee: null });
    expect(row.lastMessage).toEqual(before.lastMessage);
    await runJobs(the.shop.id);
    expect(JSON.stringify(await listVisitorMessages(the.visitor, {}))).not.toContain("À demain");
    const waiting = (await jobsOf(the.shop.id)).map(({ task, due }) => [task, due]);
    expect(waiting).toEqual([["sendScheduled", false]]);
  });

  it("goes under the next number when its time comes, once, however often its job runs", async () => {
    const the = await thread();
    const { id, sendAt, seq } = await the.write({ sendAt: inHours(3) });
    await receiveMessage(the.visitor, { clientKey: newId(), body: "Encore une question" });
    const held = timelineOf(await loadThread(the.owner, { conversationId: the.conversationId }));
    await sendScheduled(the.shop.id, { conversationId: the.conversationId, messageId: id });
    expect(await the.stored(id)).toMatchObject({ delivery: "scheduled", seq });
    await the.due(id, sendAt);
    await the.due(id, sendAt);
    const messages = await storedMessages(the.shop.id, the.conversationId);
    expect(messages.map((message) => message.seq)).toEqual(messages.map((_, place) => place + 1));
    expect(messages.at(-1)).toMatchObject({ id, delivery: "sent", sendAt: null, decision: { outcome: "allowed" } });
    expect(messages[seq - 1]).toMatchObject({ kind: "event", event: { type: "scheduled", byName: "Léa Moreau" } });
    const seen = (await listVisitorMessages(the.visitor, {})).messages;
    expect(seen.at(-1)).toMatchObject({ id, body: "À demain" });

    const fresh = await loadThread(the.owner, { conversationId: the.conversationId });
    expect(fresh.row).toMatchObject({ waitingSince: expect.any(String), unread: 2 });
    const heard = fresh.messages.reduce(
      (timeline, message) => applyToTimeline(timeline, { type: "message.stored", message }),
      applyToTimeline(held, { type: "conversation.changed", row: fresh.row }),
    );
    expect(heard).toEqual(timelineOf(fresh));
    expect(missingAfter(heard)).toBeNull();
  });

  it("is taken back with its words, and not once it has gone", async () => {
    const the = await thread();
    const { id, sendAt } = await the.write({ sendAt: inHours(3) });
    expect(await cancelScheduled(the.owner, { messageId: id })).toMatchObject({
      event: { type: "schedule_cancelled", byName: "Léa Moreau" },
      body: "",
    });
    await the.due(id, sendAt);
    expect(await the.stored(id)).toMatchObject({ kind: "event", delivery: "received" });
    const gone = await the.write();
    await expect(cancelScheduled(the.owner, { messageId: gone.id })).rejects.toMatchObject({ key: "not_scheduled" });
  });

  it("taken back from two windows at once is taken back, for both", async () => {
    const the = await thread();
    const { id } = await the.write({ sendAt: inHours(3) });
    const both = await Promise.all([1, 2].map(() => cancelScheduled(the.owner, { messageId: id })));
    expect(both.map(({ event }) => event?.type)).toEqual(["schedule_cancelled", "schedule_cancelled"]);
    expect(both[0]).toEqual(both[1]);
  });

  it("gives its files back to who uploaded them when it is taken back, for as long as an upload waits", async () => {
    const the = await thread();
    const png = { fileName: "a.png", declaredType: "image/png", bytes: await readFile("public/stickers/heart.png") };
    const { attachment } = await uploadAttachment(the.owner, png);
    const { id } = await the.write({ sendAt: inHours(3), attachmentIds: [attachment.id] });
    await takeJobs(the.shop.id);
    expect(await cancelScheduled(the.owner, { messageId: id })).toMatchObject({ attachments: [] });
    expect((await jobsOf(the.shop.id)).filter(({ due }) => !due)).toMatchObject([
      { task: "clearUpload", payload: { attachmentId: attachment.id } },
    ]);
    expect(await the.write({ attachmentIds: [attachment.id] })).toMatchObject({ attachments: [{ id: attachment.id }] });
  });

  it("goes after those whose time came before, whichever job comes first", async () => {
    const the = await thread();
    const sent = await Promise.all(["un", "deux", "trois"].map((body) => the.write({ body, hold: 10 })));
    const inOrder = [...sent].sort((a, b) => a.seq - b.seq);
    await the.due(inOrder.at(-1)?.id ?? "", inHours(1));
    const after = (await listVisitorMessages(the.visitor, {})).messages.map(({ body }) => body).filter(Boolean);
    expect(after.slice(-3)).toEqual(inOrder.map(({ body }) => body));
  });

  it("that is only held back opens its conversation at once and is its author's when it goes", async () => {
    const the = await thread();
    const { conversationId } = the;
    const before = (await loadThread(the.owner, { conversationId })).row;
    await closeConversation(the.owner, { conversationId });
    const { id } = await the.write({ hold: 10 });
    expect((await loadThread(the.owner, { conversationId })).row).toMatchObject({ status: "open", assignee: null });
    await receiveMessage(the.visitor, { clientKey: newId(), body: "Et demain ?" });
    await closeConversation(the.owner, { conversationId });
    await the.due(id, inHours(1));
    const { row, messages } = await loadThread(the.owner, { conversationId });
    expect(row).toMatchObject({ status: "closed", assignee: { memberId: the.owner.memberId } });
    expect(messages.at(-1)).toMatchObject({ id, delivery: "sent" });
    const shown = threadItems(messages, [], (at) => at.slice(0, 10));
    expect(shown.flatMap((item) => (item.kind === "event" ? item.message.event?.type : []))).not.toContain("scheduled");
    expect(before.assignee).toBeNull();
  });

  it("held back answers an old question also when its conversation is closed before it goes", async () => {
    const the = await thread();
    const [lastContactAt, { conversationId }] = [new Date(Date.now() - 8 * DAY), the];
    await inShop(the.shop.id, (tx) => tx.update(conversations).set({ lastContactAt }));
    const { id } = await the.write({ hold: 10 });
    await closeConversation(the.owner, { conversationId });
    await the.due(id, new Date(Date.now() + 11_000).toISOString());
    expect(await the.stored(id)).toMatchObject({ delivery: "sent" });
  });

  it("of a member who was removed does not go: the others see it and decide", async () => {
    const the = await thread();
    const karim = await makeMember(the.owner);
    await takeJobs(the.shop.id);
    const { conversationId } = the;
    const later = (sendAt: string) =>
      sendMessage(karim, { conversationId, clientKey: newId(), body: "Demain", sendAt });
    const [first, second] = [await later(inHours(3)), await later(inHours(4))];
    const { memberId } = karim;
    await inShop(the.shop.id, (tx) =>
      tx.update(members).set({ removedAt: new Date() }).where(eq(members.id, memberId)),
    );
    await the.due(first.id, first.sendAt);
    const why = { delivery: "failed", sendAt: null, decision: { key: "author_left", params: { name: "Karim" } } };
    expect(await the.stored(first.id)).toMatchObject(why);
    await stopScheduled(the.shop.id, { memberId });
    expect(await the.stored(second.id)).toMatchObject(why);
    await the.write({ body: "Entre-temps" });
    expect(await retryMessage(the.owner, { messageId: second.id })).toMatchObject({
      ...{ delivery: "queued", memberId: the.owner.memberId, seq: second.seq + 2 },
    });
    expect((await storedMessages(the.shop.id, conversationId))[second.seq - 1]).toMatchObject({
      event: { type: "scheduled", byName: "Karim Benali" },
    });
  });

  it("of a member who was removed goes with its files and for its purpose when another member decides so", async () => {
    const the = await thread(["offers"]);
    const karim = await makeMember(the.owner);
    const { conversationId } = the;
    const png = { fileName: "a.png", declaredType: "image/png", bytes: await readFile("public/stickers/heart.png") };
    const { attachment } = await uploadAttachment(karim, png);
    vi.setSystemTime(new Date("2026-12-01T10:00:00Z"));
    const { id } = await sendMessage(karim, {
      ...{ conversationId, clientKey: newId(), body: "−20 %", purpose: "offers", attachmentIds: [attachment.id] },
      sendAt: "2026-12-01T14:00:00Z",
    });
    const { memberId } = karim;
    await inShop(the.shop.id, (tx) =>
      tx.update(members).set({ removedAt: new Date() }).where(eq(members.id, memberId)),
    );
    await stopScheduled(the.shop.id, { memberId });
    vi.setSystemTime(new Date("2026-12-01T22:00:00Z"));
    const { sendAt } = await retryMessage(the.owner, { messageId: id });
    expect(sendAt).toBe("2026-12-02T07:00:00.000Z");
    await the.due(id, sendAt);
    expect(await the.stored(id)).toMatchObject({
      ...{ delivery: "sent", purpose: "offers", memberId: the.owner.memberId },
    });
    const seen = (await listVisitorMessages(the.visitor, {})).messages.at(-1);
    expect(seen).toMatchObject({ id, authorName: "Léa", attachments: [{ id: attachment.id }] });
  });

  it("is refused at once for a time when nothing would allow it, and for a time out of reach", async () => {
    const the = await thread();
    await the.write();
    await runJobs(the.shop.id);
    await expect(the.write({ sendAt: inHours(8 * 24) })).rejects.toMatchObject({ key: "service_refused" });
    expect(await the.write({ sendAt: inHours(6 * 24) })).toMatchObject({ delivery: "scheduled" });
  });

  it("stops within the jobs of a withdrawal: grant, schedule, withdraw, zero sends", async () => {
    const the = await thread(["service"]);
    await the.write();
    await runJobs(the.shop.id);
    const { id, sendAt } = await the.write({ sendAt: inHours(8 * 24) });
    await withdraw(the.visitor);
    await runJobs(the.shop.id);
    expect(await the.stored(id)).toMatchObject({ delivery: "failed", sendAt: null, decision: { rule: "service" } });
    await the.due(id, sendAt);
    expect(await the.stored(id)).toMatchObject({ delivery: "failed" });
    const { messages } = await listMessages(the.owner, { conversationId: the.conversationId });
    expect(messages.find((message) => message.id === id)).toMatchObject({ refusal: { key: "service_refused" } });
  });

  it("stops within the jobs of a stop word, queued or scheduled", async () => {
    const the = await thread(["offers"]);
    vi.setSystemTime(new Date("2026-11-28T21:00:00Z"));
    const offer = await the.write({ purpose: "offers" });
    const later = await the.write({ sendAt: inHours(3) });
    await receiveMessage(the.visitor, { clientKey: newId(), body: "STOP." });
    await runJobs(the.shop.id);
    for (const { id } of [offer, later]) expect(await the.stored(id)).toMatchObject({ delivery: "failed" });
    expect((await takeJobs(the.shop.id)).every(({ task }) => task === "sendScheduled")).toBe(true);
  });
});

it("a message may not be scheduled further than a year ahead", async () => {
  const { SendMessage } = await import("./input");
  const input = { conversationId: newId(), clientKey: newId(), body: "Un jour" };
  expect(SendMessage.safeParse({ ...input, sendAt: new Date(Date.now() + 364 * DAY).toISOString() }).success).toBe(
    true,
  );
  expect(SendMessage.safeParse({ ...input, sendAt: new Date(Date.now() + 366 * DAY).toISOString() }).success).toBe(
    false,
  );
});
