import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { z } from "zod";

const FACEBOOK = /^Continue with Facebook$|^Continuer avec Facebook$/;
const Csrf = z.object({ csrfToken: z.string() });
const Dialog = z.object({ url: z.url() });

type Answer = { answer: "person"; person: string } | { answer: "new"; name: string; email: string };

/** Presses the sign-in button and waits for the dialog: the page before it names the same people. */
export async function toDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: FACEBOOK }).click();
  await page.waitForURL(/\/sandbox\/dialog\/oauth/);
}

/** Signs in through the login page and the dialog as somebody of its list, and waits until `path` is on screen. */
export async function signInByDialog(page: Page, url: string, name: string, path = "/"): Promise<void> {
  await page.goto(`${url}/login?callbackUrl=${encodeURIComponent(path)}`);
  await toDialog(page);
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/\/login|\/sandbox\/|\/api\/auth/);
}

/** In the login dialog: becomes somebody who is not in its list. */
export async function beSomebodyNew(dialog: Page, name: string): Promise<void> {
  await dialog.getByText(/^(Be somebody new|Être quelqu’un de nouveau)$/).click();
  await dialog.getByRole("textbox", { name: /^(Name|Nom)$/ }).fill(name);
  await dialog.getByRole("button", { name: /^(Continue as this person|Continuer avec cette personne)$/ }).click();
}

/** The id under which the dialog at an address lists somebody. */
async function personIn(request: APIRequestContext, dialog: string, name: string): Promise<string> {
  const html = await (await request.get(dialog)).text();
  const button = html.split("</button>").find((part) => part.includes(`>${name}<`));
  const [, id] = /<button [^>]*value="(\d+)"/.exec(button ?? "") ?? [];
  if (!id) throw new Error(`the login dialog does not list ${name}`);
  return id;
}

/**
 * Sends what the sign-in page and the login dialog would send, without drawing them: the browser has a session then.
 * Answers the address it would be sent to.
 */
async function exchange(
  request: APIRequestContext,
  url: string,
  callbackUrl: string,
  who: (dialog: string) => Promise<Answer>,
): Promise<URL> {
  const { csrfToken } = Csrf.parse(await (await request.get(`${url}/api/auth/csrf`)).json());
  const form = { csrfToken, callbackUrl, json: "true" };
  const { url: dialog } = Dialog.parse(await (await request.post(`${url}/api/auth/signin/facebook`, { form })).json());
  const answered = await request.post(`${url}/sandbox/dialog/oauth/answer`, {
    headers: { origin: url },
    form: { ...(await who(dialog)), query: new URL(dialog).search.slice(1) },
    maxRedirects: 0,
  });
  const signedIn = await request.get(answered.headers().location ?? "", { maxRedirects: 0 });
  const target = new URL(signedIn.headers().location ?? "", url);
  expect(target.searchParams.has("error"), "the sign-in was refused").toBe(false);
  return target;
}

/** Signs in over HTTP as somebody of the dialog's list, who wanted to go to `path`; answers where that leads. */
export function exchangeAs(request: APIRequestContext, url: string, name: string, path: string): Promise<URL> {
  return exchange(request, url, path, async (dialog) => ({
    answer: "person",
    person: await personIn(request, dialog, name),
  }));
}

/** Signs in as somebody of the dialog's list and shows `path`. */
export async function signIn(page: Page, url: string, name: string, path = "/"): Promise<void> {
  await exchangeAs(page.context().request, url, name, path);
  await page.goto(`${url}${path}`);
}

/** Signs in as somebody who never was here before and shows `path`. */
export async function signInAsNew(page: Page, url: string, name: string, path = "/"): Promise<void> {
  await exchange(page.context().request, url, path, async () => ({ answer: "new", name, email: "" }));
  await page.goto(`${url}${path}`);
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
