import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messengerPages } from "#db/schema/messenger";
import { sendMessage } from "#lib/conversations/send-message";
import { uploadAttachment } from "#lib/conversations/upload-attachment";
import { HOUR, MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { takeJobs } from "#lib/worker/jobs-fixture";
import { acceptedSend, fakeGraph, sentTexts } from "../fake-graph-fixture";
import {
  addThread,
  type MessengerThread,
  makeMessengerThread,
  passTime,
  say,
  send,
  sentIn,
  storedPage,
} from "./messenger-fixture";
import { restAfter } from "./page-pace";

const WAV = new TextEncoder().encode("RIFF\u0024\u0000\u0000\u0000WAVEfmt \u0010\u0000\u0000\u0000");
type Thread = Pick<MessengerThread, "owner" | "shopId" | "channelId" | "conversationId">;

async function sayByVoice({ owner, conversationId }: Thread): Promise<void> {
  const { attachment } = await uploadAttachment(owner, { fileName: "a.wav", declaredType: "audio/wav", bytes: WAV });
  expect(attachment.kind).toBe("audio");
  await sendMessage(owner, { conversationId, clientKey: newId(), body: "", attachmentIds: [attachment.id] });
}

const calls = () => fakeGraph.requests.filter(({ path }) => path.endsWith("/messages"));
const setPace = ({ shopId, channelId }: Thread, pace: Partial<typeof messengerPages.$inferInsert>) =>
  inShop(shopId, (tx) => tx.update(messengerPages).set(pace).where(eq(messengerPages.channelId, channelId)));
const platform = (headers: Record<string, string> = {}) =>
  fakeGraph.answers(({ path }) =>
    path.endsWith("/message_attachments") ? { body: { attachment_id: newId() } } : { ...acceptedSend(), headers },
  );

describe("our own pace for a Page", () => {
  it("keeps sound and film below ten a second, however many workers send to however many people", async () => {
    platform();
    const the = await makeMessengerThread();
    const threads: Thread[] = [the];
    for (let n = 0; n < 11; n += 1) threads.push({ ...the, ...(await addThread(the.shopId, the.channelId)) });
    for (const thread of threads) await sayByVoice(thread);
    await takeJobs(the.shopId);
    const began = performance.now();
    await Promise.all(threads.map(send));
    const elapsed = performance.now() - began;
    expect(calls().length).toBeGreaterThan(0);
    expect(calls().length).toBeLessThanOrEqual(Math.floor((400 + elapsed) / 170) + 1);
    const later = (await takeJobs(the.shopId)).filter(({ task, runAt }) => task === "sendQueued" && runAt > new Date());
    const waiting = new Set(later.map(({ payload }) => JSON.stringify(payload)));
    expect(waiting.size).toBeGreaterThanOrEqual(threads.length - calls().length);
    for (let round = 0; round < threads.length && calls().length < threads.length; round += 1) {
      await setPace(the, { mediaUntil: new Date(Date.now() - HOUR) });
      await Promise.all(threads.map(send));
    }
    expect(calls()).toHaveLength(threads.length);
    for (const thread of threads) expect(await sentIn(thread)).toMatchObject([{ delivery: "sent" }]);
  });

  it("promises each who waits a time of its own, and keeps the order of each conversation", async () => {
    platform();
    const the = await makeMessengerThread();
    const other: Thread = { ...the, ...(await addThread(the.shopId, the.channelId)) };
    for (const body of ["Un", "Deux", "Trois"]) await say(the, body);
    await say(other, "Autre");
    await takeJobs(the.shopId);
    await setPace(the, { sendsUntil: new Date(Date.now() + MINUTE) });
    await Promise.all([send(the), send(other)]);
    expect(calls()).toEqual([]);
    const times = (await takeJobs(the.shopId)).flatMap(({ task, runAt }) =>
      task === "sendQueued" ? runAt.getTime() : [],
    );
    expect(times).toHaveLength(2);
    expect(Math.abs((times[0] ?? 0) - (times[1] ?? 0))).toBeGreaterThanOrEqual(5);
    expect(Math.min(...times)).toBeGreaterThan(Date.now() + MINUTE / 2);
    expect(await sentIn(the), "nothing was tried").toMatchObject([{ attempts: 0 }, { attempts: 0 }, { attempts: 0 }]);
    await setPace(the, { sendsUntil: new Date(Date.now() - HOUR) });
    await send(the);
    expect(sentTexts()).toEqual(["Un", "Deux", "Trois"]);
  });

  it.each<[string, Record<string, unknown>]>([
    ["x-app-usage", { call_count: 85, total_time: 3, total_cputime: 2 }],
    ["x-page-usage", { call_count: 2, total_time: 85, total_cputime: 2 }],
    ["x-business-use-case-usage", { "1000000000001": [{ type: "messenger", call_count: 85 }] }],
  ])("slows down as %s fills, before the platform refuses", async (name, usage) => {
    platform({ [name]: JSON.stringify(usage) });
    const the = await makeMessengerThread();
    for (const body of ["Un", "Deux"]) await say(the, body);
    await send(the);
    expect(sentTexts()).toEqual(["Un"]);
    const rest = ((await storedPage(the)).restUntil?.getTime() ?? 0) - Date.now();
    expect(rest).toBeGreaterThan(0);
    expect(rest).toBeLessThanOrEqual(4_000);
    await passTime(the);
    await send(the);
    expect(sentTexts()).toEqual(["Un", "Deux"]);
  });

  it("goes on as it is below three quarters, and rests from ninety-five percent on", async () => {
    platform({ "x-page-usage": JSON.stringify({ call_count: 74 }) });
    const the = await makeMessengerThread();
    for (const body of ["Un", "Deux"]) await say(the, body);
    await send(the);
    expect(sentTexts()).toEqual(["Un", "Deux"]);
    const rests = [0, 74, 75, 85, 94, 95, 100].map((percent) => restAfter({ percent, restMs: 0 }));
    expect(rests).toEqual([0, 0, 100, 2_000, 3_800, MINUTE, MINUTE]);
    expect(restAfter({ percent: 96, restMs: 5 * MINUTE })).toBe(5 * MINUTE);
  });
});
