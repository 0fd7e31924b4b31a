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

/** Goes down the list, which loads as it is read, until the line that holds `text` is there. */
async function goDownTo(page: Page, text: string): Promise<void> {
  const last = page.locator("[data-row]").last();
  await expect(async () => {
    if ((await rowOf(page, text).count()) === 0) await last.scrollIntoViewIfNeeded({ timeout: 1_000 });
    await expect(rowOf(page, text)).not.toHaveCount(0, { timeout: 1_000 });
  }).toPass();
}

/** Opens the conversation whose line holds `text`; answers its id. */
export async function openThread(page: Page, text: string): Promise<string> {
  await goDownTo(page, text);
  await rowOf(page, text).click();
  await page.waitForURL(/\/inbox\/[0-9a-f-]{36}/);
  await expect(replyOf(page)).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
