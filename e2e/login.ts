import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

const FACEBOOK = /^Continue with Facebook$|^Continuer avec Facebook$/;

/** Presses the sign-in button and waits for the dialog: the page before it names the same people. */
export async function toDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: FACEBOOK }).click();
  await page.waitForURL(/\/sandbox\/dialog\/oauth/);
}

/** Signs in through the login dialog as somebody of its list, and waits until `path` is on screen. */
export async function signIn(page: Page, url: string, name: string, path = "/"): Promise<void> {
  await page.goto(`${url}/login?callbackUrl=${encodeURIComponent(path)}`);
  await toDialog(page);
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/\/login|\/sandbox\/|\/api\/auth/);
}

/** In the login dialog: becomes somebody who is not in its list. */
export async function beSomebodyNew(dialog: Page, name: string): Promise<void> {
  await dialog.getByText("Be somebody new").click();
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Continue as this person" }).click();
}

/** A page of a browser of its own, signed in as somebody of the dialog's list, at `path`. */
export async function pageOf(browser: Browser, url: string, name: string, path = "/"): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, url, name, path);
  return page;
}

/** Ends the browsers behind some pages. */
export async function leave(...pages: (Page | undefined)[]): Promise<void> {
  const contexts = new Set(pages.flatMap((page): BrowserContext[] => (page ? [page.context()] : [])));
  await Promise.all([...contexts].map((context) => context.close()));
}
