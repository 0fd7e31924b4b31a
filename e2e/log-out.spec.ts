import { expect, type Page, test } from "@playwright/test";
import { appUrl, SHOP, storefrontUrl } from "./address";
import { chatIn, logOf } from "./chat";

type Chat = Extract<typeof window.Comptoir, { send: unknown }>;

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

/** What the page keeps between its pages of whether she has a chat. */
const hint = (page: Page) => page.evaluate((shop) => localStorage.getItem(`comptoir:${shop}`), SHOP);

/** Waits for the chat's script, and listens to the chat from then on. */
async function listen(page: Page) {
  await expect.poll(() => page.evaluate(() => Boolean(window.Comptoir?.open))).toBe(true);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    const chat = window.Comptoir as Chat;
    for (const event of ["open", "close"] as const) chat.on(event, () => heard.push(event));
  });
}

/** Says something in the chat and sees it there. */
async function say(page: Page): Promise<string> {
  const text = `Is Corail in stock? ${crypto.randomUUID()}`;
  await page.evaluate((text) => (window.Comptoir as Chat).send(text), text);
  await expect(logOf(chatIn(page)).getByText(text)).toHaveCount(1);
  await expect.poll(() => hint(page)).toBe("1");
  return text;
}

test.beforeEach(async ({ page }) => {
  await page.goto(`${storefrontUrl(appUrl())}/`);
  await listen(page);
});

test("what the page says and a log-out hold through a change of language in the same breath", async ({ page }) => {
  const first = await say(page);
  const second = `And Ivoire? ${crypto.randomUUID()}`;
  await page.evaluate((text) => {
    const chat = window.Comptoir as Chat;
    chat.send(text);
    chat.setLocale("fr");
  }, second);
  await expect(chatIn(page).getByRole("textbox", { name: "Écrivez un message" })).toBeVisible();
  for (const text of [first, second]) await expect(logOf(chatIn(page)).getByText(text)).toHaveCount(1);

  await page.evaluate(() => {
    const chat = window.Comptoir as Chat;
    chat.reset();
    chat.setLocale("en");
  });
  await expect(chatIn(page).getByRole("textbox", { name: "Write a message" })).toBeVisible();
  await expect.poll(() => hint(page)).toBe("");
  await expect(logOf(chatIn(page)).getByText(first)).toHaveCount(0);
});

test("a log-out holds when the chat is taken off with it, and the line added again brings everything back", async ({
  page,
}) => {
  const text = await say(page);
  await page.evaluate(() => {
    const link = document.createElement("a");
    Object.assign(link, { href: "#flowers", textContent: "Ask about flowers" });
    link.dataset.comptoirOpen = "";
    document.querySelector("main")?.prepend(link);
    const chat = window.Comptoir as Chat;
    chat.reset();
    chat.shutdown();
  });
  await expect(page.locator('iframe[title="Chat"]')).toHaveCount(0);
  await expect.poll(() => heard(page)).toEqual(["open", "close"]);
  await page.getByRole("link", { name: "Ask about flowers" }).click();
  await expect(page).toHaveURL(/#flowers$/);

  await page.evaluate(() => {
    const line = document.createElement("script");
    const before = document.querySelector<HTMLScriptElement>("script[data-shop]");
    line.src = before?.src ?? "";
    line.dataset.shop = before?.dataset.shop;
    document.head.append(line);
  });
  await listen(page);
  await page.getByRole("link", { name: "Ask about flowers" }).click();
  await expect(chatIn(page).getByRole("textbox", { name: "Write a message" })).toBeVisible();
  await expect.poll(() => heard(page)).toEqual(["open"]);
  await expect.poll(() => hint(page)).toBe("");
  await expect(logOf(chatIn(page)).getByText(text)).toHaveCount(0);
});
