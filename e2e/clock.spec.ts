import { type Browser, expect, type Page, test } from "@playwright/test";
import { appUrl, INBOX } from "./address";
import { logOf, openChat, write } from "./chat";
import { openThread, reply, replyOf, rowOf, threadOf } from "./inbox";
import { leave, pageOf } from "./login";

const DAY_MS = 24 * 60 * 60_000;

/** Notes what breaks in some pages, in its own words. */
function brokenIn(...pages: readonly Page[]): string[] {
  const said: string[] = [];
  for (const page of pages) page.on("pageerror", ({ message }) => said.push(message));
  return said;
}

/** A member's page on a device whose clock is so many days ahead. */
async function onWrongClock(browser: Browser, name: string, days: number): Promise<Page> {
  const page = await pageOf(browser, appUrl(), name);
  await page.clock.install({ time: Date.now() + days * DAY_MS });
  await page.goto(`${appUrl()}${INBOX}`);
  return page;
}

test("on devices whose clocks are three days wrong, all is told and sent as of now", async ({ browser }) => {
  const shopper = await (await browser.newContext()).newPage();
  const chat = await openChat(shopper, appUrl());
  const hello = `Hello ${crypto.randomUUID()}`;
  await write(chat, hello);
  const [ahead, behind] = await Promise.all([
    onWrongClock(browser, "Léa Moreau", 3),
    onWrongClock(browser, "Karim Benali", -3),
  ]);
  const broken = brokenIn(ahead, behind);
  for (const page of [ahead, behind]) {
    await expect(rowOf(page, hello)).toContainText(/Waiting [1-4]\smin/);
    await openThread(page, hello);
    await expect(threadOf(page)).toContainText("Today");
  }
  const choices = ahead.getByRole("button", { name: "What the button does" });
  await choices.click();
  await ahead.getByRole("menuitemradio", { name: "30 seconds" }).click();
  await reply(ahead, "On reflection");
  await threadOf(ahead).getByRole("button", { name: "Undo" }).click();
  await expect(replyOf(ahead)).toHaveValue("On reflection");
  await choices.click();
  await ahead.getByRole("menuitemradio", { name: "Goes at once" }).click();
  await reply(ahead, "From three days ahead.");
  await reply(behind, "From three days behind.");
  for (const log of [threadOf(ahead), threadOf(behind), logOf(chat)]) {
    await expect(log.getByText("From three days ahead.")).toHaveCount(1);
    await expect(log.getByText("From three days behind.")).toHaveCount(1);
  }
  expect(broken).toEqual([]);
  await leave(ahead, behind, shopper);
});

test("a tab that was left open for days goes on as if it was just opened", async ({ browser }) => {
  const shopper = await (await browser.newContext()).newPage();
  const chat = await openChat(shopper, appUrl());
  const hello = `Hello ${crypto.randomUUID()}`;
  await write(chat, hello);
  const lea = await pageOf(browser, appUrl(), "Léa Moreau");
  const broken = brokenIn(lea);
  await lea.clock.install();
  await lea.goto(`${appUrl()}${INBOX}`);
  await openThread(lea, hello);
  await replyOf(lea).fill("Half an answer");
  await lea.clock.fastForward(4 * DAY_MS);
  await write(chat, "Is anybody there?");
  await expect(threadOf(lea).getByText("Is anybody there?")).toHaveCount(1, { timeout: 40_000 });
  await expect(replyOf(lea)).toHaveValue("Half an answer");
  await expect(rowOf(lea, "Is anybody there?")).toContainText(/Waiting [1-4]\smin/);
  await reply(lea, "Yes, still.");
  await expect(lea.getByText("Visitor wrote again.")).toBeVisible();
  await replyOf(lea).press("Control+Enter");
  await expect(logOf(chat).getByText("Yes, still.")).toHaveCount(1);
  expect(broken).toEqual([]);
  await leave(lea, shopper);
});
