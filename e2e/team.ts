import type { Browser, Page } from "@playwright/test";
import { signInAsNew } from "./login";

/** A page of somebody who never was here before, signed in, at `path`. */
export async function newcomer(browser: Browser, url: string, name: string, path = "/"): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAsNew(page, url, name, path);
  return page;
}

/** Opens a shop in the one form; answers its slug. */
export async function openShop(page: Page, url: string, name: string): Promise<string> {
  if (page.url() !== `${url}/new`) await page.goto(`${url}/new`);
  await page.getByRole("textbox", { name: "Name shoppers see" }).fill(name);
  const slug = `shop-${crypto.randomUUID().slice(0, 13)}`;
  await page.getByRole("textbox", { name: "Address of your counter" }).fill(slug);
  await page.getByRole("textbox", { name: "Your shop’s website" }).fill("shop.localhost");
  await page.getByRole("button", { name: `Create ${name}` }).click();
  await page.waitForURL(`${url}/s/${slug}/inbox`);
  return slug;
}

/** Makes an invitation link as the owner on `page`. */
export async function inviteTo(page: Page, url: string, slug: string, role: "Agent" | "Admin"): Promise<string> {
  await page.goto(`${url}/s/${slug}/settings/team`);
  await page.getByRole("button", { name: "Invite someone" }).click();
  await page.getByText(role, { exact: true }).last().click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("textbox", { name: "Link to send" }).inputValue();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  return link;
}

/** Joins by a link as somebody new; answers her page in the shop's inbox. */
export async function joinBy(browser: Browser, url: string, link: string, name: string): Promise<Page> {
  const page = await newcomer(browser, url, name, new URL(link).pathname);
  await page.getByRole("button", { name: /^Join as an / }).click();
  await page.waitForURL(/\/inbox/);
  return page;
}
