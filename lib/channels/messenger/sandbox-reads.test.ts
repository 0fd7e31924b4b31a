import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { inShop } from "#db/in-shop";
import { historyImports } from "#db/schema/messenger";
import { answerGraph } from "#lib/sandbox/graph/answer-graph";
import { setFailure } from "#lib/sandbox/messenger/controls";
import { flood } from "#lib/sandbox/messenger/flood";
import { connectPage } from "#lib/sandbox/messenger/sandbox-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { fakeGraph } from "./fake-graph-fixture";
import { loadImport, startImport } from "./history/control-import";
import { runImport } from "./history/run-import";
import { makeConnectedPage } from "./page-fixture";
import { pushProfile } from "./profile/push-profile";
import { loadProfile, saveProfile } from "./profile/save-profile";

afterAll(closeDatabase);

/** A Page that the sandbox knows, connected to a shop, with the sandbox behind every call. */
async function place() {
  fakeGraph.answers(async ({ method, path, query, token, body }) => {
    const asked = new Request(`http://127.0.0.1/sandbox/graph/v25.0/${path}?${query}`, {
      method,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await answerGraph(asked, ["v25.0", ...path.split("/")]);
    const text = await answer.text().catch(() => null);
    return text === null ? "reset" : { status: answer.status, body: text };
  });
  const { page, pageToken } = await connectPage();
  const { shop, owner } = await makeShop();
  const { channelId } = await makeConnectedPage(owner, page.name, { pageId: page.id, token: pageToken });
  return { shop, owner, page, channelId };
}

it("imports what the sandbox still gives of every thread", async () => {
  const { shop, owner, page, channelId } = await place();
  await flood({ pageId: page.id, threads: 12, each: 120 });
  const view = await startImport(owner, { channelId });
  await runImport({ shopId: shop.id, importId: view?.id ?? "" }, { callEveryMs: 0, runForMs: 60_000 });
  const detailed = 20;
  expect(await loadImport(owner, { channelId })).toMatchObject({
    state: "done",
    imported: 12 * detailed,
    expected: 12 * detailed,
    problem: null,
  });
});

it.each(["read.server_error", "read.rate_limit", "read.app_limit", "read.lost_answer"] as const)(
  "rests when %s, goes on later, and has everything once",
  async (failure) => {
    const { shop, owner, page, channelId } = await place();
    await flood({ pageId: page.id, threads: 3, each: 5 });
    const { id: importId = "" } = (await startImport(owner, { channelId })) ?? {};
    const run = () => runImport({ shopId: shop.id, importId }, { callEveryMs: 0, runForMs: 60_000 });
    const state = () => loadImport(owner, { channelId });
    await setFailure(failure, 1);
    await run();
    expect(await state()).toMatchObject({ state: "running", problem: "resting", imported: 0 });
    await inShop(shop.id, (tx) =>
      tx
        .update(historyImports)
        .set({ calledAt: new Date(0) })
        .where(eq(historyImports.id, importId)),
    );
    await run();
    expect(await state()).toMatchObject({ state: "done", imported: 15, problem: null });
  },
);

it("pauses with its Page when its token is ended at a read", async () => {
  const { shop, owner, page, channelId } = await place();
  await flood({ pageId: page.id, threads: 1, each: 5 });
  const { id: importId = "" } = (await startImport(owner, { channelId })) ?? {};
  await setFailure("read.token_revoked", 1);
  await runImport({ shopId: shop.id, importId }, { callEveryMs: 0, runForMs: 60_000 });
  expect(await loadImport(owner, { channelId })).toMatchObject({ state: "paused", problem: "page_paused" });
});

it("puts a profile on the Page after a failure too, when it is tried again", async () => {
  const { shop, owner, channelId } = await place();
  await saveProfile(owner, { channelId, profile: { getStarted: true, words: {} }, version: 0 });
  await setFailure("profile.server_error", 1);
  await pushProfile({ shopId: shop.id, channelId });
  expect(await loadProfile(owner, { channelId })).toMatchObject({ state: "pushing" });
  await pushProfile({ shopId: shop.id, channelId });
  expect(await loadProfile(owner, { channelId })).toMatchObject({ state: "live", problem: null });
});

it("puts a profile on the sandbox's Page, in the language that has words first", async () => {
  const { shop, owner, channelId } = await place();
  const words = {
    fr: { greeting: "", iceBreakers: ["Où est ma commande ?"], menu: [] },
    en: {
      greeting: "Hello {{user_first_name}} 🌸",
      iceBreakers: [],
      menu: [
        { kind: "web_url" as const, title: "The shop", url: "https://shop.example/a?b=c" },
        { kind: "postback" as const, title: "Talk to us" },
      ],
    },
  };
  for (const [version, profile] of [
    { getStarted: true, words },
    { getStarted: false, words: {} },
  ].entries()) {
    await saveProfile(owner, { channelId, profile, version });
    await pushProfile({ shopId: shop.id, channelId });
    expect(await loadProfile(owner, { channelId })).toMatchObject({ state: "live", problem: null });
  }
});
