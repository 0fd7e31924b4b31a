import { expect, type Page, test } from "@playwright/test";
import { appUrl } from "./address";
import { awake } from "./awake";
import { openThread, replyOf, threadOf } from "./inbox";
import { leave, signIn } from "./login";
import { inviteTo, joinBy, newcomer, openShop } from "./team";

/** Writes to a shop in the chat's own page, as a visitor. */
async function ask(page: Page, slug: string, text: string) {
  await page.goto(`${appUrl()}/widget/${slug}?locale=en`);
  await page.getByRole("textbox", { name: "Write a message" }).fill(text);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log")).toContainText("Sent");
}

/** What the conversations of a shop answer to this browser. */
async function listed(page: Page, slug: string): Promise<number> {
  return (await page.request.get(`${appUrl()}/api/v1/shops/${slug}/conversations`)).status();
}

const name = (first: string) => `${first} ${crypto.randomUUID().slice(0, 8)}`;

test("signed out everywhere: at once, and the text is kept (SESS-01)", async ({ browser, page }) => {
  const who = name("Iris");
  const here = await newcomer(browser, appUrl(), who);
  const slug = await openShop(here, appUrl(), "Fleurs d’Iris");
  await ask(page, slug, "Is this still open?");
  await openThread(here, "Is this still open?");
  await replyOf(here).fill("Half an answer");

  const there = await (await browser.newContext()).newPage();
  await signIn(there, appUrl(), who, `/s/${slug}/settings/team`);
  await (await awake(there.getByRole("button", { name: "Sign out everywhere" }))).click();
  await there
    .getByRole("alertdialog")
    .or(there.getByRole("dialog"))
    .getByRole("button", { name: "Sign out everywhere" })
    .click();
  await expect(there).toHaveURL(/\/login/);
  expect(await listed(here, slug)).toBe(401);
  await expect(
    here.getByText("Sign in to your counter").or(here.getByText("You are signed out")).first(),
  ).toBeVisible();

  await signIn(here, appUrl(), who, `/s/${slug}/inbox`);
  await openThread(here, "Is this still open?");
  await expect(replyOf(here)).toHaveValue("Half an answer");
  await leave(here, there);
});

test("a removed member sees nothing more, and a changed role holds at once (SESS-01)", async ({ browser, page }) => {
  const owner = await newcomer(browser, appUrl(), name("Odile"));
  const slug = await openShop(owner, appUrl(), "Chez Odile");
  const who = name("Paul");
  const paul = await joinBy(browser, appUrl(), await inviteTo(owner, appUrl(), slug, "Agent"), who);
  await ask(page, slug, "Do you wrap?");
  await openThread(paul, "Do you wrap?");

  await owner.goto(`${appUrl()}/s/${slug}/settings/team`);
  const role = owner.getByRole("combobox", { name: `Role of ${who}` });
  await (await awake(role)).selectOption("admin");
  await expect(owner.getByText(`${who} is now an admin`)).toBeVisible();
  const deaf = await paul.context().newPage();
  await deaf.routeWebSocket(/\/app\//, () => undefined);
  await deaf.goto(`${appUrl()}/s/${slug}/settings/team`);
  await awake(deaf.getByRole("button", { name: "Invite someone" }));
  await role.selectOption("agent");
  await expect(owner.getByText(`${who} is now an agent`)).toBeVisible();
  await deaf.getByRole("button", { name: "Invite someone" }).click();
  await deaf.getByRole("button", { name: "Make the link" }).click();
  await expect(deaf.getByText("Your role does not allow this.")).toBeVisible();
  await deaf.close();

  await paul.goto(`${appUrl()}/s/${slug}/inbox`);
  await openThread(paul, "Do you wrap?");
  await owner.getByRole("button", { name: `More actions for ${who}` }).click();
  await owner.getByRole("menuitem", { name: "Remove from the team" }).click();
  await owner.getByRole("button", { name: "Remove from the team" }).last().click();
  await expect(owner.getByText(`${who} removed from the team`)).toBeVisible();
  expect(await listed(paul, slug)).toBe(404);
  await page.getByRole("textbox", { name: "Write a message" }).fill("A secret for the shop.");
  await page.keyboard.press("Enter");
  await owner.goto(`${appUrl()}/s/${slug}/inbox`);
  await expect(owner.getByText("A secret for the shop.")).toBeVisible();
  await expect(threadOf(paul).getByText("A secret for the shop.")).toHaveCount(0);
  const answer = await paul.goto(`${appUrl()}/s/${slug}/inbox`);
  expect(answer?.status()).toBe(404);
  await leave(owner, paul);
});
