import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { historyImports } from "#db/schema/messenger";
import { loadThread } from "#lib/conversations/load-thread";
import { sendMessage } from "#lib/conversations/send-message";
import { DAY, HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { jobsOf, runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { fakeGraph, graphRefusal } from "../fake-graph-fixture";
import { makeConnectedPage } from "../page-fixture";
import { channelWorked } from "../pages/events";
import { fetchMissed } from "../pages/fetch-missed";
import { resumePage } from "../pages/resume-page";
import { pushProfile } from "../profile/push-profile";
import { loadProfile, saveProfile } from "../profile/save-profile";
import { cancelImport, loadImport, pauseImport, resumeImport, startImport } from "./control-import";
import { answerPast, graphTime, makePast } from "./past-fixture";
import { runImport } from "./run-import";

const FAST = { callEveryMs: 0, runForMs: 60_000 };

async function place() {
  const { shop, owner } = await makeShop();
  const page = await makeConnectedPage(owner);
  await takeJobs(shop.id);
  return { shop, owner, page, channel: { channelId: page.channelId } };
}

/** Everything the shop holds of a channel, conversations with their messages in the order of `seq`. */
async function heldOf(shopId: string, channelId: string) {
  return inShop(shopId, async (tx) => {
    const threads = await tx.select().from(conversations).where(eq(conversations.channelId, channelId));
    const all = await tx.select().from(messages).where(eq(messages.channelId, channelId)).orderBy(messages.seq);
    return threads.map((thread) => ({ ...thread, messages: all.filter((one) => one.conversationId === thread.id) }));
  });
}

it("1,000 messages come in exactly once, in order and in silence, with kills in the middle", async () => {
  const { shop, owner, page, channel } = await place();
  fakeGraph.answers(answerPast(page.pageId, [...makePast(page.pageId, 40, 20), ...longThread(page.pageId)]));
  const importId = (await startImport(owner, channel))?.id ?? "";
  const job = { shopId: shop.id, importId };

  const kill = vi.spyOn(channelWorked, "record");
  for (const call of [2, 4, 1]) {
    kill.mockImplementation(async () => {
      if (kill.mock.calls.length >= call) throw new Error("killed");
    });
    kill.mockClear();
    await expect(runImport(job, FAST)).rejects.toThrow("killed");
    expect((await jobsOf(shop.id)).filter(({ task }) => task === "importHistory")).toHaveLength(1);
  }
  kill.mockRestore();
  await Promise.all([runImport(job, FAST), runImport(job, FAST)]);

  const view = await loadImport(owner, channel);
  expect(view).toMatchObject({ state: "done", imported: 1_000, expected: 1_000, problem: null });
  const threads = await heldOf(shop.id, page.channelId);
  expect(threads).toHaveLength(41);
  expect(threads.flatMap((thread) => thread.messages)).toHaveLength(1_000);
  for (const thread of threads) {
    expect(thread.messages.map(({ seq }) => seq)).toEqual(thread.messages.map((_, i) => i + 1));
    // The platform lets her be answered for a day after she wrote, whenever the Page was connected.
    const windowExpiresAt = new Date((thread.lastContactAt?.getTime() ?? 0) + DAY);
    expect(thread).toMatchObject({ status: "closed", unread: 0, waitingSince: null, windowExpiresAt });
    const latest = thread.messages.find(({ seq }) => seq === thread.latestSeq);
    expect(latest?.createdAt).toEqual(thread.lastMessageAt);
    expect(Math.max(...thread.messages.map(({ createdAt }) => createdAt.getTime()))).toBe(latest?.createdAt.getTime());
  }
  const told = (await takeJobs(shop.id)).map(({ task, payload }) =>
    task === "event" || task === "show" ? payload.type : task,
  );
  expect([...new Set(told)].sort()).toEqual(["channel.worked", "importHistory"]);
  expect(fakeGraph.requests.every(({ method }) => method === "GET")).toBe(true);

  const again = (await startImport(owner, channel))?.id ?? "";
  await runImport({ shopId: shop.id, importId: again }, FAST);
  expect(await loadImport(owner, channel)).toMatchObject({ id: again, state: "done", imported: 0 });
});

/** One more thread, of 200 messages: more than come at once. */
function longThread(pageId: string) {
  const [thread] = makePast(pageId, 1, 200);
  if (!thread) return [];
  const renamed = thread.messages.map((message) => ({
    ...message,
    id: `${message.id}_long`,
    from: message.from.id === pageId ? message.from : { ...message.from, id: "8000" },
  }));
  return [{ ...thread, id: "t_long", psid: "8000", messages: renamed }];
}

it("whoever wrote within the day before the first connect can be answered, unless her last word was STOP", async () => {
  const { shop, owner, page, channel } = await place();
  const [asked, stopped] = makePast(page.pageId, 2, 1, new Date(Date.now() - HOUR));
  if (!asked || !stopped) throw new Error("no threads");
  const words = stopped.messages.map((one) => ({ ...one, message: "Stop." }));
  fakeGraph.answers(answerPast(page.pageId, [asked, { ...stopped, messages: words }]));
  const importId = (await startImport(owner, channel))?.id ?? "";
  await runImport({ shopId: shop.id, importId }, FAST);
  const threads = await heldOf(shop.id, page.channelId);
  const open = threads.filter(({ windowExpiresAt }) => windowExpiresAt && windowExpiresAt > new Date());
  expect(open.map(({ messages: all, status }) => [all[0]?.body, status])).toEqual([["Message 1", "closed"]]);
  const answer = { conversationId: open[0]?.id ?? "", clientKey: newId(), body: "Bonjour" };
  await expect(sendMessage(owner, answer)).resolves.toMatchObject({ delivery: "queued" });
});

it("adds older messages below those that came by webhook, and keeps what the list shows", async () => {
  const { shop, owner, page, channel } = await place();
  const [thread] = makePast(page.pageId, 1, 80);
  if (!thread) throw new Error("no thread");
  const young = { ...thread.messages[0], id: "m_young", created_time: graphTime(new Date(Date.now() + 5_000)) };
  const known = new Date(thread.messages[0]?.created_time ?? "");
  const picture = { mime_type: "image/png", name: "a.png", image_data: { url: "https://cdn.example/a.png" } };
  const past = [{ ...young, message: "" }, ...thread.messages, { id: "m_bare" }];
  fakeGraph.answers(
    answerPast(page.pageId, [
      {
        ...thread,
        messages: past.map((one) => ({ ...one, attachments: { data: [picture] } })) as typeof thread.messages,
      },
    ]),
  );
  const open = { id: newId(), identityId: newId() };
  await inShop(shop.id, async (tx) => {
    const [contact] = await tx.insert(contacts).values({ shopId: shop.id, name: "" }).returning();
    const contactId = contact?.id ?? "";
    const ids = { shopId: shop.id, channelId: page.channelId };
    await tx.insert(identities).values({ ...ids, id: open.identityId, contactId, externalId: thread.psid });
    const times = { lastMessageAt: known, waitingSince: known, lastContactAt: known };
    const state = { unread: 1, lastSeq: 1, latestSeq: 1, ...times };
    await tx.insert(conversations).values({ ...ids, ...state, id: open.id, identityId: open.identityId, contactId });
    const webhook = { externalId: thread.messages[0]?.id ?? "", createdAt: known, seq: 1, body: "Message 80" };
    await tx
      .insert(messages)
      .values({ ...ids, ...webhook, conversationId: open.id, author: "member", delivery: "sent" });
  });
  const importId = (await startImport(owner, channel))?.id ?? "";
  await runImport({ shopId: shop.id, importId }, FAST);

  const [held, ...others] = await heldOf(shop.id, page.channelId);
  expect(others).toEqual([]);
  const older = Array.from({ length: 79 }, (_, i) => `Message ${i + 1}`);
  expect(held?.messages.map(({ body }) => body)).toEqual(["Message 80", ...older]);
  expect(held).toMatchObject({
    id: open.id,
    status: "open",
    latestSeq: 1,
    lastSeq: 80,
    unread: 1,
    waitingSince: known,
  });
  const shown = await loadThread(owner, { conversationId: open.id });
  expect(shown.row.lastMessage).toMatchObject({ preview: "Message 80" });
  expect(shown.messages).toHaveLength(80);
  const view = await loadImport(owner, channel);
  expect(view).toMatchObject({ imported: 79, expected: 79, backTo: held?.messages[1]?.createdAt.toISOString() });
  const jobs = await takeJobs(shop.id);
  expect(jobs.filter(({ task }) => task === "fetchAttachment")).toHaveLength(79);
});

it("waits when the platform asks for patience, pauses with its Page, and goes on where it stopped", async () => {
  const { shop, owner, page, channel } = await place();
  const good = answerPast(page.pageId, makePast(page.pageId, 12, 3));
  let refusal: ReturnType<typeof graphRefusal> | null = null;
  fakeGraph.answers((request) =>
    refusal && request.query.get("fields")?.includes("messages") ? refusal : good(request),
  );
  const importId = (await startImport(owner, channel))?.id ?? "";
  const job = { shopId: shop.id, importId };
  refusal = { ...graphRefusal(613), headers: { "retry-after": "90" } };
  await runImport(job, FAST);
  const resting = await loadImport(owner, channel);
  expect(resting).toMatchObject({ state: "running", problem: "resting", expected: 36 });
  const rest = Date.parse(resting?.restsUntil ?? "") - Date.now();
  expect(rest).toBeGreaterThan(85_000);
  expect(rest).toBeLessThan(91_000);

  refusal = graphRefusal(10);
  await resumeImport(owner, channel);
  expect(await pauseImport(owner, channel)).toMatchObject({ state: "paused" });
  await runImport(job, FAST);
  expect(await resumeImport(owner, channel)).toMatchObject({ state: "running", problem: null });
  await runImport(job, FAST);
  expect(await loadImport(owner, channel)).toMatchObject({ state: "failed", problem: "permission" });

  refusal = graphRefusal(190, 460);
  await resumeImport(owner, channel);
  await runImport(job, FAST);
  expect(await loadImport(owner, channel)).toMatchObject({ state: "paused", problem: "page_paused" });
  await expect(resumeImport(owner, channel)).rejects.toMatchObject({ key: "channel_paused" });
  await saveProfile(owner, { ...channel, profile: { getStarted: true, words: {} }, version: 0 });
  await pushProfile({ shopId: shop.id, channelId: page.channelId });
  expect(await loadProfile(owner, channel)).toMatchObject({ state: "failed", problem: "page_paused" });
  refusal = null;
  expect(await startImport(owner, channel)).toMatchObject({ id: importId, state: "paused" });
  await takeJobs(shop.id);
  await inShop(shop.id, (tx) => resumePage(tx, shop.id, page.channelId));
  expect(await loadProfile(owner, channel)).toMatchObject({ state: "pushing", problem: null });
  const waiting = (await takeJobs(shop.id))
    .map(({ task }) => task)
    .filter((task) => task !== "event" && task !== "show");
  expect(waiting.sort()).toEqual(["importHistory", "importHistory", "pushProfile"]);
  await runImport(job, FAST);
  const missed = await loadImport(owner, channel);
  expect(missed).toMatchObject({ state: "running", missed: true, counting: false });
  await runImport({ shopId: shop.id, importId: missed?.id ?? "" }, FAST);
  expect(await loadImport(owner, channel)).toMatchObject({ state: "done", missed: false, imported: 36 });
  expect(await cancelImport(owner, channel)).toMatchObject({ state: "done" });
});

it("fetches what was missed while the Page was not connected, and only that, as the webhook would have told it", async () => {
  const { shop, page } = await place();
  const hour = 3_600_000;
  const old = makePast(page.pageId, 30, 2, new Date(Date.now() - 60 * 24 * hour));
  const [asked, answered] = makePast(page.pageId, 2, 3, new Date(Date.now() - hour));
  if (!asked || !answered) throw new Error("no threads");
  const [last, ...rest] = answered.messages;
  const both = [
    asked,
    { ...answered, messages: last ? [{ ...last, from: { id: page.pageId, name: "" } }, ...rest] : [] },
  ];
  fakeGraph.answers(answerPast(page.pageId, [...both, ...old]));
  const lost = (at: Date) => inShop(shop.id, (tx) => fetchMissed(tx, shop.id, page.channelId, at));
  await lost(new Date(Date.now() - 2 * hour));
  await lost(new Date(Date.now() - hour));
  const fetchNow = async () => {
    const jobs = (await takeJobs(shop.id)).filter(({ task }) => task === "importHistory");
    expect(jobs).toHaveLength(1);
    await runJob("importHistory", jobs[0]?.payload);
  };
  await fetchNow();

  const threads = await heldOf(shop.id, page.channelId);
  expect(
    threads
      .map(({ status, unread, waitingSince, messages: all }) => [status, unread, waitingSince !== null, all.length])
      .sort(),
  ).toEqual([
    ["open", 0, false, 3],
    ["open", 1, true, 3],
  ]);
  expect(threads.every(({ windowExpiresAt }) => windowExpiresAt && windowExpiresAt > new Date())).toBe(true);
  expect(fakeGraph.requests).toHaveLength(1);
  const told = (await takeJobs(shop.id)).map(({ task, payload }) =>
    task === "event" || task === "show" ? payload.type : task,
  );
  expect(told.filter((one) => one === "message.queued" || one === "sendQueued")).toEqual([]);
  await lost(new Date());
  await fetchNow();
  expect((await heldOf(shop.id, page.channelId)).flatMap(({ messages: all }) => all)).toHaveLength(6);
});

it("shows the finished past again once what was missed has come, and starts the past beside what is missed", async () => {
  const { shop, owner, page, channel } = await place();
  fakeGraph.answers(answerPast(page.pageId, makePast(page.pageId, 2, 3)));
  const whole = await startImport(owner, channel);
  await runImport({ shopId: shop.id, importId: whole?.id ?? "" }, FAST);
  const miss = async () => {
    await inShop(shop.id, (tx) => fetchMissed(tx, shop.id, page.channelId, new Date()));
    return loadImport(owner, channel);
  };
  const missed = await miss();
  expect(missed).toMatchObject({ state: "running", missed: true });
  expect(await startImport(owner, channel)).toMatchObject({ state: "running", missed: false });
  expect(await cancelImport(owner, channel)).toMatchObject({ state: "cancelled", missed: false });

  await inShop(shop.id, (tx) =>
    tx
      .update(historyImports)
      .set({ state: "failed", startedAt: new Date() })
      .where(eq(historyImports.id, missed?.id ?? "")),
  );
  expect(await loadImport(owner, channel)).toMatchObject({ id: missed?.id, state: "failed", missed: true });
  const next = await miss();
  await runImport({ shopId: shop.id, importId: next?.id ?? "" }, FAST);
  expect(await loadImport(owner, channel)).toMatchObject({ missed: false });
  const cut = await miss();
  await cancelImport(owner, channel);
  expect(cut).toMatchObject({ missed: true });
  expect(await loadImport(owner, channel)).toMatchObject({ missed: false });
});

it("is for owners and admins of the shop", async () => {
  const [{ owner, channel }, other] = await Promise.all([place(), place()]);
  const agent = await makeMember(owner);
  for (const command of [startImport, pauseImport, resumeImport, cancelImport, loadImport]) {
    await expect(command(agent, channel)).rejects.toMatchObject({ code: "forbidden" });
    await expect(command(other.owner, channel)).rejects.toMatchObject({ code: "not_found" });
  }
});
