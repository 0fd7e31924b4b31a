import { expect, type Page, test } from "@playwright/test";
import { appUrl } from "./address";
import { openChat, write } from "./chat";
import { exchangeAs, signInByDialog, toDialog } from "./login";

const NOT_FINISHED = "The sign-in did not finish. Nothing was changed. Try again.";

/** Begins to sign in; answers the dialog's address. */
async function begin(page: Page): Promise<URL> {
  await page.goto(`${appUrl()}/login`);
  await toDialog(page);
  return new URL(page.url());
}

function callback(code: string, state: string): string {
  return `${appUrl()}/api/auth/callback/facebook?${new URLSearchParams({ code, state })}`;
}

async function expectRefused(page: Page, sentence: string) {
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
  await page.goto(`${appUrl()}/s/maison-pivoine/inbox`);
  await expect(page).toHaveURL(/\/login\?callbackUrl=/);
}

/** Signs in and answers the code that was spent on it. */
async function spentCode(page: Page): Promise<string> {
  const came = page.waitForRequest(/\/api\/auth\/callback\/facebook\?/);
  await signInByDialog(page, appUrl(), "Amélie Laurent", "/me");
  return new URL((await came).url()).searchParams.get("code") ?? "";
}

test("a state that was never given out", async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  const foreign = (await begin(other)).searchParams.get("state") ?? "";
  await other.context().close();
  await begin(page);
  await page.goto(callback("AQcode", foreign));
  await expectRefused(page, NOT_FINISHED);
});

test("a code that was spent", async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  const code = await spentCode(other);
  await other.context().close();
  const state = (await begin(page)).searchParams.get("state") ?? "";
  await page.goto(callback(code, state));
  await expectRefused(page, NOT_FINISHED);
});

test("a code that nobody gave", async ({ page }) => {
  const state = (await begin(page)).searchParams.get("state") ?? "";
  await page.goto(callback("AQnobody", state));
  await expectRefused(page, NOT_FINISHED);
});

test("permission refused in the dialog of a Connect popup leaves her in that popup", async ({ page }) => {
  const chat = await openChat(page, appUrl());
  await write(chat, "May I stay a visitor?");
  const opened = page.waitForEvent("popup");
  await chat.getByRole("button", { name: "Log in to keep this conversation" }).click();
  const popup = await opened;
  await toDialog(popup);
  await popup.getByRole("button", { name: "Cancel" }).click();
  await expect(popup).toHaveURL(/\/connect\/maison-pivoine\?/);
  await expect(popup.getByRole("alert").filter({ hasText: "You cancelled the sign-in." })).toBeVisible();
  await expect(popup.getByRole("button", { name: "Continue with Facebook" })).toBeVisible();
});

test("permission refused in the dialog", async ({ page }) => {
  await begin(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expectRefused(page, "You cancelled the sign-in. Nothing was shared.");
});

test("a dialog for another address goes nowhere", async ({ page }) => {
  const dialog = await begin(page);
  dialog.searchParams.set("redirect_uri", "https://evil.test/");
  await page.goto(dialog.href);
  await expect(page.getByRole("heading", { name: "This sign-in cannot go on" })).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
});

const ELSEWHERE = ["//evil.test", "/\\evil.test", "https:evil.test", "javascript:alert(1)", "http://[", "%2f%2fevil"];

test("after signing in nobody is sent to another site (NEXT-07)", async ({ page, browser }) => {
  await signInByDialog(page, appUrl(), "Zoé Martin", "//evil.test");
  await expect(page).toHaveURL(new RegExp(`^${appUrl()}/`));
  await expect(page.getByRole("main")).toBeVisible();
  for (const target of ELSEWHERE) {
    const context = await browser.newContext();
    expect((await exchangeAs(context.request, appUrl(), "Zoé Martin", target)).origin, target).toBe(appUrl());
    await context.close();
  }
});

test("pages that are not there", async ({ page }) => {
  await signInByDialog(page, appUrl(), "Amélie Laurent", "/me");
  for (const path of ["/s/nowhere/inbox", "/s/maison-pivoine/inbox", "/s/maison-pivoine/contacts", "/nothing"]) {
    const answer = await page.goto(`${appUrl()}${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  }
  await page.goto(`${appUrl()}/connect/nowhere?request=x`);
  await expect(page.getByRole("heading", { name: "This window leads nowhere" })).toBeVisible();
  await page.goto(`${appUrl()}/join/nothing`);
  await expect(page.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
  expect((await page.request.get(`${appUrl()}/widget/nowhere`)).status()).toBe(404);
});
