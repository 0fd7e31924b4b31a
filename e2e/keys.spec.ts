import { expect, test } from "@playwright/test";
import { appUrl } from "./address";
import { awake } from "./awake";
import { replyOf, threadOf } from "./inbox";
import { leave } from "./login";
import { manyWrite } from "./many";
import { newcomer, openShop } from "./team";

test("every key does what the sheet says, and none once they are switched off", async ({ browser }) => {
  const url = appUrl();
  const page = await newcomer(browser, url, "Nora Touche");
  const slug = await openShop(page, url, "Keyboard Counter");
  await manyWrite(url, slug, 2, "Button");
  await page.goto(`${url}/s/${slug}/inbox?view=open`);
  await awake(page.getByRole("checkbox", { name: /^Select the conversation/ }).first());
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  const row = (place: number) => page.locator("[data-conversation]").nth(place);
  const isOpen = (place: number) => expect(row(place)).toHaveAttribute("aria-current", "true");

  await keys("j");
  await isOpen(0);
  await keys("j");
  await isOpen(1);
  await keys("k");
  await isOpen(0);
  await expect(threadOf(page)).toContainText("Button");
  await expect(replyOf(page)).toBeVisible();
  await keys("u");
  await expect(threadOf(page)).toHaveCount(0);
  await expect(row(0)).toBeFocused();
  await keys("Enter");
  await isOpen(0);

  const chosen = page.getByRole("toolbar", { name: "The selected conversations" });
  await keys("x");
  await expect(chosen.getByRole("status")).toHaveText("1 selected");
  await keys("x");
  await expect(chosen).toHaveCount(0);
  await expect(replyOf(page)).toBeVisible();
  await keys("r");
  await expect(replyOf(page)).toBeFocused();
  await keys("Escape", "n");
  const note = page.getByRole("textbox", { name: "Internal note" });
  await expect(note).toBeFocused();
  await keys("Escape");
  await expect(note).not.toBeFocused();

  for (const [key, title] of [
    ["s", "Snooze until"],
    ["t", "Tags"],
  ] as const) {
    await keys(key);
    await expect(page.getByRole("dialog", { name: title })).toBeVisible();
    await keys("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await keys("a");
  await expect(page.getByRole("menu")).toBeVisible();
  await keys("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await keys("m");
  await expect(threadOf(page)).toContainText("took the conversation");
  await keys("p");
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/);

  for (const [second, place] of [
    ["m", /view=mine/],
    ["z", /view=snoozed/],
    ["i", /view=open/],
    ["c", /\/contacts$/],
  ] as const) {
    await keys("g", second);
    await page.waitForURL(place);
  }
  for (const next of ["/", "?"]) {
    await page.goto(`${url}/s/${slug}/inbox?view=open`);
    await awake(row(0));
    await keys(next);
    if (next === "/") await page.waitForURL(/\/search/);
  }
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await sheet.getByRole("switch", { name: "Single keys work when you are not typing" }).click();
  await keys("Escape");
  await expect(sheet).toHaveCount(0);
  await keys("j", "ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Search or run a command" })).toBeFocused();
  expect(new URL(page.url()).pathname, "opened by j").toMatch(/\/inbox$/);
  await expect(threadOf(page)).toHaveCount(0);
  await leave(page);
});
