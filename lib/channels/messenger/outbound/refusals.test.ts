import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { MINUTE } from "#lib/core/clock";
import { jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { acceptedSend, fakeGraph, graphRefusal, sentTexts } from "../fake-graph-fixture";
import { resumePage } from "../pages/resume-page";
import { makeMessengerThread, passTime, say, send, sentIn, setThread, storedPage } from "./messenger-fixture";
import { resumeSending } from "./resume-sending";

describe("refusals", () => {
  it("of a limit let the whole Page rest, and what waits goes afterwards in its order", async () => {
    const thread = await makeMessengerThread();
    for (const body of ["Un", "Deux"]) await say(thread, body);
    fakeGraph.answers(() => graphRefusal(613, 1_893_016));
    await send(thread);
    await send(thread);
    expect(fakeGraph.requests).toHaveLength(1);
    expect(await sentIn(thread)).toMatchObject([
      { delivery: "queued", problem: { key: "rate_limited", code: 613, subcode: 1_893_016, trace: "AbCdEf" } },
      { delivery: "queued", problem: null },
    ]);
    expect((await storedPage(thread)).restUntil?.getTime()).toBeGreaterThan(Date.now());
    await passTime(thread);
    fakeGraph.answers(acceptedSend);
    await send(thread);
    expect(sentTexts()).toEqual(["Un", "Deux"]);
    expect(await sentIn(thread)).toMatchObject([{ delivery: "sent", problem: null }, { delivery: "sent" }]);
  });

  it("of the token pause the Page, keep what waits, and go on after it is mended", async () => {
    const thread = await makeMessengerThread();
    for (const body of ["Un", "Deux"]) await say(thread, body);
    fakeGraph.answers(() => graphRefusal(190, 460));
    await send(thread);
    await passTime(thread);
    await send(thread);
    expect(fakeGraph.requests).toHaveLength(1);
    expect(await sentIn(thread)).toMatchObject([
      { delivery: "queued", problem: { key: "connection_lost" } },
      { delivery: "queued" },
    ]);
    expect(await storedPage(thread)).toMatchObject({
      pausedAt: expect.any(Date),
      troubles: [{ key: "password_changed" }],
    });
    expect(await say(thread, "Trois")).toMatchObject({ delivery: "queued" });
    fakeGraph.answers(acceptedSend);
    await takeJobs(thread.shopId);
    await inShop(thread.shopId, (tx) => resumePage(tx, thread.shopId, thread.channelId));
    const queued = (await jobsOf(thread.shopId)).map(({ task, payload }) => payload.type ?? task);
    expect(queued).toEqual([...Array(3).fill("message.queued"), "importHistory"]);
    await send(thread);
    expect(sentTexts()).toEqual(["Un", "Deux", "Trois"]);
    await takeJobs(thread.shopId);
    await inShop(thread.shopId, (tx) => resumeSending(tx, thread.shopId, thread.channelId));
    expect(await jobsOf(thread.shopId)).toEqual([]);
  });

  it("because she cannot be written to stop everything more until she writes", async () => {
    const thread = await makeMessengerThread();
    await say(thread);
    fakeGraph.answers(() => graphRefusal(551, 1_545_041));
    await send(thread);
    expect(await sentIn(thread)).toMatchObject([{ delivery: "failed", problem: { key: "unreachable", code: 551 } }]);
    await expect(say(thread)).rejects.toMatchObject({ key: "contact_unreachable" });
    await setThread(thread, { lastContactAt: new Date(Date.now() + MINUTE) });
    expect(await say(thread)).toMatchObject({ delivery: "queued" });
  });

  it("because a permission is missing have the Page looked at now, so that its owners hear of it", async () => {
    const thread = await makeMessengerThread();
    await say(thread);
    await takeJobs(thread.shopId);
    fakeGraph.answers(() => graphRefusal(200));
    await send(thread);
    expect(await sentIn(thread)).toMatchObject([{ delivery: "failed", problem: { key: "permission_missing" } }]);
    const looks = (await jobsOf(thread.shopId)).filter(({ task }) => task === "checkPage");
    expect(looks).toMatchObject([{ due: true, payload: { channelId: thread.channelId } }]);
  });

  it("because another app holds the thread are answered by taking it back, once", async () => {
    const thread = await makeMessengerThread();
    await say(thread);
    let held = true;
    fakeGraph.answers(({ path }) => {
      if (path.endsWith("/take_thread_control")) held = false;
      else if (held) return graphRefusal(10, 2_018_300);
      return acceptedSend();
    });
    await send(thread);
    await passTime(thread);
    await send(thread);
    expect(fakeGraph.requests.map(({ path }) => path.split("/")[1])).toEqual([
      "messages",
      "take_thread_control",
      "messages",
    ]);
    expect(await sentIn(thread)).toMatchObject([{ delivery: "sent" }]);
  });

  it("that pass are tried again after a pause, and given up after a while; then the next goes", async () => {
    const thread = await makeMessengerThread();
    for (const body of ["Un", "Deux"]) await say(thread, body);
    fakeGraph.answers(({ body }) => (JSON.stringify(body).includes("Deux") ? acceptedSend() : graphRefusal(2)));
    await send(thread);
    expect(await sentIn(thread)).toMatchObject([{ delivery: "queued", attempts: 1 }, { delivery: "queued" }]);
    await inShop(thread.shopId, (tx) =>
      tx.update(messages).set({ attempts: 6 }).where(eq(messages.conversationId, thread.conversationId)),
    );
    for (let i = 0; i < 3; i++) {
      await passTime(thread);
      await send(thread);
    }
    expect(sentTexts()).toEqual(["Un", "Un", "Un", "Deux"]);
    expect(await sentIn(thread)).toMatchObject([
      { delivery: "failed", problem: { key: "platform_busy", code: 2 } },
      { delivery: "sent" },
    ]);
  });
});
