import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import { storefrontUrl } from "./address";
import { beSomebodyNew, toDialog } from "./login";

/** The chat inside a storefront's page. */
export function chatIn(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Chat"]');
}

/** Opens the storefront of the app at `url` and, with its big button, the chat. */
export async function openChat(page: Page, url: string): Promise<FrameLocator> {
  await page.goto(storefrontUrl(url));
  await page.getByRole("main").getByRole("button", { name: "Contact me via chat" }).first().click();
  const chat = chatIn(page);
  await expect(boxOf(chat)).toBeVisible();
  return chat;
}

/** Where she writes. */
export function boxOf(chat: FrameLocator): Locator {
  return chat.getByRole("textbox", { name: "Write a message" });
}

/** What was said, as she sees it. */
export function logOf(chat: FrameLocator): Locator {
  return chat.getByRole("log");
}

/** Writes and sends as she would. */
export async function write(chat: FrameLocator, text: string): Promise<void> {
  await boxOf(chat).fill(text);
  await boxOf(chat).press("Enter");
}

/** Logs in from the chat as somebody new, ticks some permissions in the Connect popup, and sees it close. */
export async function connectAs(page: Page, name: string, ticks: readonly RegExp[]): Promise<void> {
  await connectBy(page, chatIn(page).getByRole("button", { name: "Log in to keep this conversation" }), name, ticks);
}

/** The same by another button that opens the popup. */
export async function connectBy(page: Page, button: Locator, name: string, ticks: readonly RegExp[]): Promise<void> {
  const opened = page.waitForEvent("popup");
  await button.click();
  const popup = await opened;
  await toDialog(popup);
  await beSomebodyNew(popup, name);
  for (const box of await popup.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
  for (const tick of ticks) await popup.getByRole("checkbox", { name: tick }).check();
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: /^Continue as / }).click();
  await closed;
}

/** Buys a bouquet at the storefront, in the same browser as the chat; answers the order's number. */
export async function buy(page: Page, url: string, name: string, note = ""): Promise<string> {
  await page.goto(storefrontUrl(url));
  await page.getByRole("button", { name: "Add Corail to the basket" }).click();
  await page.getByRole("link", { name: "Check out" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("textbox", { name: /^Delivery note/ }).fill(note);
  await expect.poll(() => page.evaluate(() => (window.Comptoir?.open ? window.Comptoir.visitor() : null))).toBeTruthy();
  await page.getByRole("button", { name: "Place the order" }).click();
  const order = page.getByText(/^Order MP-/);
  await expect(order).toBeVisible();
  return /MP-\d+/.exec((await order.textContent()) ?? "")?.[0] ?? "no number";
}
