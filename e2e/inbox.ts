import { expect, type Locator, type Page } from "@playwright/test";

/** The line of the list whose preview or name holds `text`. */
export function rowOf(page: Page, text: string): Locator {
  return page.getByRole("listitem").getByRole("link").filter({ hasText: text });
}

/** What was said in the open conversation, as a member sees it. */
export function threadOf(page: Page): Locator {
  return page.getByRole("log");
}

/** The panel about the contact of the open conversation. */
export function panelOf(page: Page): Locator {
  return page.getByRole("complementary", { name: /^About / });
}

/** Where a member answers. */
export function replyOf(page: Page): Locator {
  return page.getByRole("textbox", { name: "Reply" });
}

/** Answers and sends as a member would, from the keyboard. */
export async function reply(page: Page, text: string): Promise<void> {
  await replyOf(page).fill(text);
  await replyOf(page).press("Control+Enter");
}

const THREAD = /\/inbox\/[0-9a-f-]{36}/;

/** Opens the conversation whose line holds `text`, which may be far down the list; answers its id. */
export async function openThread(page: Page, text: string): Promise<string> {
  const row = rowOf(page, text);
  const last = page.locator("[data-row]").last();
  await expect(row.or(last).first()).toBeVisible();
  await expect(async () => {
    if ((await row.count()) === 0) await last.scrollIntoViewIfNeeded({ timeout: 1_000 });
    await expect(row).toBeAttached({ timeout: 300 });
  }).toPass();
  await row.click();
  await page.waitForURL(THREAD);
  await expect(replyOf(page)).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
