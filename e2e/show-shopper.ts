import { expect, type Page } from "@playwright/test";
import { storefrontUrl } from "./address";
import { awake } from "./awake";
import type { Scene } from "./scene";

export async function openChat(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(storefrontUrl(url));
  await page.getByRole("main").locator("[data-comptoir-open]").first().click();
  await expect(page.frameLocator("iframe").getByRole("textbox")).toBeVisible();
  return page;
}

export async function writeInChat(page: Page, scene: Scene): Promise<Page> {
  await openChat(page, scene);
  const chat = page.frameLocator("iframe");
  await chat.getByRole("textbox").fill("Est-ce que vous livrez demain ?");
  await chat.getByRole("textbox").press("Enter");
  await expect(chat.locator(".login button")).toBeVisible();
  return page;
}

export async function openConnect(page: Page, scene: Scene): Promise<Page> {
  await writeInChat(page, scene);
  const opened = page.waitForEvent("popup");
  await page.frameLocator("iframe").locator(".login button").click();
  const popup = await opened;
  await expect(popup.getByRole("heading", { level: 1 })).toBeVisible();
  return popup;
}

export async function openConnectMail(page: Page, scene: Scene): Promise<Page> {
  const popup = await openConnect(page, scene);
  const byMail = popup.getByRole("button", { name: /^(Get a code by e-mail|Recevoir un code par e-mail)$/ });
  await (await awake(byMail)).click();
  await expect(popup.getByRole("textbox")).toHaveCount(2);
  return popup;
}

export async function openOwnConversation(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/me`);
  await page.locator('a[href^="/me/with/"]').first().click();
  await expect(page.getByRole("log")).toBeVisible();
  return page;
}

export async function reportOwn(page: Page, scene: Scene): Promise<Page> {
  await openOwnConversation(page, scene);
  const report = page.getByRole("button", { name: /^(Report this message|Signaler ce message)$/ });
  await (await awake(report.first())).click();
  await expect(page.getByRole("menu")).toBeVisible();
  return page;
}

export async function openChatMenu(page: Page, scene: Scene): Promise<Page> {
  await writeInChat(page, scene);
  const chat = page.frameLocator("iframe");
  await chat.getByRole("button", { name: /^(More|Autres choix)$/ }).click();
  await expect(chat.getByRole("switch")).toBeVisible();
  return page;
}

export async function fillBasket(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(storefrontUrl(url));
  await page.locator('button[name="product"]').first().click();
  await page.waitForURL(/\/cart/);
  return page;
}

export async function checkOut(page: Page, scene: Scene): Promise<Page> {
  await fillBasket(page, scene);
  await page.goto(`${storefrontUrl(scene.url)}/checkout`);
  return page;
}
