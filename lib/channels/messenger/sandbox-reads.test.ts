import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { answerGraph } from "#lib/sandbox/graph/answer-graph";
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
    return { status: answer.status, body: await answer.text() };
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
