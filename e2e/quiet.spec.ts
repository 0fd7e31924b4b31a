import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, expect, test } from "@playwright/test";
import { INBOX } from "./address";
import { startApp } from "./app";
import { buy, chatIn, connectAs, logOf, openChat, write } from "./chat";
import { openThread, panelOf, reply, threadOf } from "./inbox";
import { signIn } from "./login";

const folder = resolve(import.meta.dirname, "../.test/quiet-data");
const notes = join(folder, "outside.txt");
const preload = pathToFileURL(join(import.meta.dirname, "record-outside.mjs")).href;
const INSIDE = /^(https?|wss?):\/\/([a-z]+\.)?localhost(:\d+)?\/|^(data|blob|about):/;

/** Every address a browser asks for that is not this machine; none of them is reached. */
async function recordOutside(context: BrowserContext): Promise<string[]> {
  const outside: string[] = [];
  await context.route(
    (url) => !INSIDE.test(url.href),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  return outside;
}

test("the start and the main job reach nothing but this machine", async ({ browser }) => {
  test.setTimeout(120_000);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const options = `${process.env.NODE_OPTIONS ?? ""} --import=${preload}`.trim();
  const app = await startApp(folder, { env: { NODE_OPTIONS: options, COMPTOIR_E2E_OUTSIDE: notes } });
  const [hers, ours] = [await browser.newContext(), await browser.newContext()];
  try {
    const outside = [await recordOutside(hers), await recordOutside(ours)];
    const [shopper, lea] = [await hers.newPage(), await ours.newPage()];
    await signIn(lea, app.url, "Léa Moreau", INBOX);
    const chat = await openChat(shopper, app.url);
    await write(chat, "Does anything leave this computer?");
    await openThread(lea, "Does anything leave this computer?");
    await connectAs(shopper, "Claire Outside", [/^Order updates/]);
    await reply(lea, "Nothing does.");
    await expect(logOf(chat)).toContainText("Nothing does.");
    await buy(await hers.newPage(), app.url, "Claire");
    await panelOf(lea).getByRole("button", { name: "Send receipt" }).click();
    await expect(threadOf(lea).getByRole("article")).toBeVisible();
    await expect(logOf(chatIn(shopper)).getByRole("article")).toBeVisible();
    expect(outside.flat()).toEqual([]);
  } finally {
    await Promise.all([hers.close(), ours.close()]);
    await app.stop();
  }
  expect(existsSync(notes) ? readFileSync(notes, "utf8").split("\n") : []).toEqual([]);
});
