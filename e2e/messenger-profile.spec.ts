import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { appUrl, SHOP } from "./address";
import { awake } from "./awake";
import { leave, pageOf } from "./login";

const SETTINGS = `/s/${SHOP}/settings/messenger`;

async function toEditor(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Edit: Messenger profile of Maison Pivoine" }).click();
  await page.waitForURL(/\/settings\/messenger\/profile\//);
  await awake(greeting(page));
}

const greeting = (page: Page) => page.getByRole("textbox", { name: "Greeting" });
const live = (page: Page) => page.getByText("Live", { exact: true });

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save and put on Facebook" }).press("Enter");
}

/** Adds a question, whose box has the focus then, and writes it. */
async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole("button", { name: "Add a question" }).press("Enter");
  await page.keyboard.type(question);
}

async function secondTab(context: BrowserContext, address: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(address);
  await awake(greeting(tab));
  return tab;
}

test("a profile is written by keyboard, mended where it is wrong, put on the Page, and never lost", async ({
  browser,
}) => {
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", SETTINGS);
  try {
    await toEditor(lea);
    await greeting(lea).fill("Bonjour");
    await lea.getByRole("button", { name: "Add her first name" }).press("Enter");
    await expect(greeting(lea)).toHaveValue("Bonjour {{user_first_name}}");
    await expect(lea.getByRole("figure").getByText("Bonjour Amélie")).toBeVisible();
    for (const question of ["Où est ma commande ?", "Livrez-vous demain ?"]) await ask(lea, question);
    await lea.getByRole("button", { name: "Move up: Question 2" }).press("Enter");
    await expect(lea.getByRole("button", { name: "Move down: Question 1" })).toBeFocused();
    await expect(lea.getByRole("textbox", { name: "Question 1" })).toHaveValue("Livrez-vous demain ?");

    await lea.getByRole("button", { name: "Add a menu item" }).press("Enter");
    await lea.keyboard.type("La boutique");
    await lea.getByRole("combobox", { name: "What item 1 does" }).selectOption("web_url");
    const address = lea.getByRole("textbox", { name: "Address of item 1" });
    await address.fill("http://shop.example");
    await lea.getByRole("radio", { name: "English" }).check({ force: true });
    await greeting(lea).fill("Hello {{user_first_name}}, ask us anything.");
    await save(lea);
    await expect(lea.getByText("Write the whole address, beginning with https://.")).toBeVisible();
    await expect(lea.getByText("Not saved yet")).toBeVisible();
    await address.fill("https://shop.example/fleurs");
    await save(lea);
    await expect(live(lea)).toBeVisible();
    await expect(lea.getByText("Not saved yet")).toBeHidden();

    const other = await secondTab(lea.context(), lea.url());
    await expect(greeting(other)).toHaveValue("Bonjour {{user_first_name}}");
    await greeting(other).fill("Theirs");
    await greeting(lea).fill("Mine");
    await save(other);
    await expect(lea.getByText("Somebody else saved another profile just now.")).toBeVisible();
    await save(lea);
    await expect(lea.getByText("Somebody else saved this profile since you opened it.")).toBeVisible();
    await lea.getByRole("button", { name: "Show what was saved" }).press("Enter");
    await expect(greeting(lea)).toHaveValue("Theirs");
    await lea.getByRole("button", { name: "Put mine back" }).press("Enter");
    await expect(greeting(lea)).toHaveValue("Mine");
    await save(lea);
    await expect(live(lea)).toBeVisible();
    await expect(greeting(other)).toHaveValue("Mine");
  } finally {
    await leave(lea);
  }
});

test("the words of order news are approved", async ({ browser }) => {
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", SETTINGS);
  try {
    const card = lea.locator("section").filter({ has: lea.getByRole("heading", { name: "Order news" }) });
    await (await awake(card.getByRole("button", { name: "Ask for approval" }).first())).press("Enter");
    await expect(card.getByText("Approved", { exact: true })).toBeVisible({ timeout: 30_000 });
  } finally {
    await leave(lea);
  }
});
