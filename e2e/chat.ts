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
  const opened = page.waitForEvent("popup");
  await chatIn(page).getByRole("button", { name: "Log in to keep this conversation" }).click();
  const popup = await opened;
  await toDialog(popup);
  await beSomebodyNew(popup, name);
  for (const box of await popup.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
  for (const tick of ticks) await popup.getByRole("checkbox", { name: tick }).check();
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: /^Continue as / }).click();
  await closed;
}
