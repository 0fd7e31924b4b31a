import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { INBOX, SHOP } from "./address";
import { type App, processesOf, startApp } from "./app";
import { logOf, openChat, write } from "./chat";
import { openThread, threadOf } from "./inbox";
import { kill, victimsFor } from "./kill";
import { leave, pageOf } from "./login";
import { SLOWER } from "./patience";
import { differences, shownIn, sideOf } from "./sides";
import { apiWriter, memberWriter, shopperWriter, type Writer } from "./writers";

const ROUNDS = Number(process.env.E2E_FAULT_ROUNDS ?? 5);
const WITHIN_MS = 10_000;
const folder = resolve(import.meta.dirname, "../.test/fault-data");

type Stored = { seq: number; body: string; clientKey: string | null };

/** Everything the database holds of a conversation, as a member may ask for it. */
async function storedIn(page: Page, url: string, conversation: string): Promise<Stored[]> {
  const all: Stored[] = [];
  for (;;) {
    const after = all.at(-1)?.seq ?? 0;
    const page1 = await page.request.get(
      `${url}/api/v1/shops/${SHOP}/conversations/${conversation}/messages?after=${after}`,
    );
    const { messages } = await page1.json();
    if (messages.length === 0) return all;
    all.push(...messages);
  }
}

/** Every writer gets at least one message through after `event`, so that no fault falls into an idle app. */
async function everyoneWrote(writers: Writer[], event: string) {
  const before = writers.map(({ wrote }) => wrote.length);
  await expect(async () => {
    for (const [i, { name, wrote, failed }] of writers.entries()) {
      if (failed) throw failed;
      expect(wrote.length, `what the ${name} got through after ${event}`).toBeGreaterThan(before[i] ?? 0);
    }
  }).toPass({ timeout: 30_000 * SLOWER, intervals: [50] });
}

test(`${ROUNDS} processes are killed while three people write`, async ({ browser }) => {
  test.setTimeout(60_000 + ROUNDS * 30_000 * SLOWER);
  await rm(folder, { recursive: true, force: true });
  let app: App = await startApp(folder);
  const shopper = await (await browser.newContext()).newPage();
  const lea = await pageOf(browser, app.url, "Léa Moreau", INBOX);
  try {
    const chat = await openChat(shopper, app.url);
    await write(chat, "Is anybody there?");
    const conversation = await openThread(lea, "Is anybody there?");
    const frame = shopper.frames().find((one) => one.url().includes("/widget/"));
    if (!frame) throw new Error("the chat has no frame");
    const writers = [shopperWriter(chat), memberWriter(lea), apiWriter(frame)];
    await everyoneWrote(writers, "the start");
    for (const victim of victimsFor(ROUNDS)) {
      const { app: again, ms } = await kill(app, victim);
      app = again;
      test.info().annotations.push({ type: victim, description: `${ms} ms` });
      expect.soft(ms, `ready after the ${victim} was killed`).toBeLessThan(WITHIN_MS);
      await everyoneWrote(writers, `the ${victim} was killed`);
    }
    for (const writer of writers) await writer.stop();
    for (const { failed } of writers) expect(failed).toBeNull();

    const stored = await storedIn(lea, app.url, conversation);
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, i) => i + 1));
    const acknowledged = writers.flatMap(({ wrote }) => wrote);
    const database = sideOf(
      stored.map(({ seq, clientKey, body }) => ({ body, at: `number ${seq} under ${clientKey}` })),
    );
    await expect(async () => {
      const sides = { database, shopper: await shownIn(logOf(chat)), member: await shownIn(threadOf(lea)) };
      expect(differences(acknowledged, sides)).toEqual([]);
    }).toPass({ timeout: 15_000 * SLOWER });
    for (const { wrote } of writers) {
      const own = new Set(wrote);
      expect(stored.flatMap(({ body }) => (own.has(body) ? [body] : []))).toEqual(wrote);
    }
  } finally {
    await leave(shopper, lea);
    await app.stop();
  }
});

test("pages that broke while the database was away come back by themselves", async ({ browser }) => {
  await rm(folder, { recursive: true, force: true });
  const app = await startApp(folder);
  let there: Page | undefined;
  let coming: Page | undefined;
  try {
    there = await pageOf(browser, app.url, "Léa Moreau", INBOX);
    coming = await pageOf(browser, app.url, "Léa Moreau", INBOX);
    app.launcher.kill("SIGSTOP");
    process.kill(processesOf(folder).database ?? Number.NaN, "SIGKILL");
    await there.getByRole("link", { name: "Contacts", exact: true }).click();
    await coming.goto(`${app.url}/s/${SHOP}/contacts`);
    for (const page of [there, coming])
      await expect(page.getByRole("heading", { name: "Something broke on our side" })).toBeVisible();
    app.launcher.kill("SIGCONT");
    for (const page of [there, coming])
      await expect(page.getByRole("heading", { name: "Contacts", exact: true })).toBeVisible();
  } finally {
    app.launcher.kill("SIGCONT");
    await leave(there, coming);
    await app.stop();
  }
});
