import { EventEmitter, once } from "node:events";
import { expect, type Page, test } from "@playwright/test";
import { appUrl } from "./address";
import { awake } from "./awake";
import { openThread, panelOf, replyOf } from "./inbox";
import { leave } from "./login";
import { manyWrite } from "./many";
import { newcomer, openShop } from "./team";

test("an emoji is found by its name from the keyboard, and stands among the recent ones afterwards", async ({
  browser,
}) => {
  const url = appUrl();
  const page = await newcomer(browser, url, "Nora Vert");
  const slug = await openShop(page, url, "Emoji Counter");
  await manyWrite(url, slug, 1, "Hello");
  await page.goto(`${url}/s/${slug}/inbox?view=open`);
  await openThread(page, "Hello 1");
  await replyOf(page).fill("For you ");
  const button = page.getByRole("button", { name: "Emoji" });
  await (await awake(button)).click();
  const field = page.getByRole("combobox", { name: "Find an emoji" });
  await field.fill("bouquet");
  await expect(page.getByRole("option", { name: "bouquet" })).toHaveAttribute("aria-selected", "true");
  await Promise.all([page.keyboard.press("Enter"), page.keyboard.press("!")]);
  await expect(replyOf(page)).toHaveValue("For you 💐!");
  await expect(replyOf(page)).toBeFocused();
  await button.click();
  await expect(page.getByRole("option").first()).toHaveAccessibleName("bouquet");
  await field.press("ArrowRight");
  await field.press("Escape");
  await expect(replyOf(page)).toHaveValue("For you 💐!");
  await leave(page);
});

test("answers to tap are written under an answer from the keyboard, outlast a reload and go with it", async ({
  browser,
}) => {
  const url = appUrl();
  const page = await newcomer(browser, url, "Nora Iris");
  const slug = await openShop(page, url, "Answers Counter");
  await manyWrite(url, slug, 1, "Hello");
  await page.goto(`${url}/s/${slug}/inbox?view=open`);
  await openThread(page, "Hello 1");
  await (await awake(page.getByRole("button", { name: "Answers to tap" }))).click();
  const field = (n: number) => page.getByRole("textbox", { name: `Answer ${n}`, exact: true });
  await expect(field(1)).toBeFocused();
  await page.keyboard.type("Saturday");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sunday");
  await replyOf(page).fill("Which day?");
  await page.reload();
  await expect(field(2)).toHaveValue("Sunday");
  await (await awake(replyOf(page))).press("Control+Enter");
  await expect(page.getByRole("list", { name: "Answers that can be tapped" })).toContainText("SaturdaySunday");
  await expect(field(1)).toHaveCount(0);
  await leave(page);
});

test("the palette puts a saved reply into the answer and finds a conversation by its name", async ({ browser }) => {
  const url = appUrl();
  const page = await newcomer(browser, url, "Nora Rose");
  const slug = await openShop(page, url, "Palette Counter");
  await manyWrite(url, slug, 1, "Hello");
  await page.goto(`${url}/s/${slug}/settings/saved-replies`);
  await (await awake(page.getByRole("button", { name: "New saved reply" }))).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Opening hours");
  await dialog.getByRole("textbox", { name: "Answer" }).fill("We open at nine.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.goto(`${url}/s/${slug}/inbox?view=open`);
  await openThread(page, "Hello 1");
  await awake(replyOf(page));
  await replyOf(page).press("Control+k");
  const palette = page.getByRole("combobox", { name: "Search or run a command" });
  await palette.fill("opening hours");
  await page.getByRole("option", { name: /^Opening hours/ }).click();
  await expect(replyOf(page)).toHaveValue("We open at nine.");
  await replyOf(page).press("Control+k");
  await palette.fill("offer");
  await page.getByRole("option", { name: /^This is an offer/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "has not allowed offers" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: "has not allowed offers" })).toBeVisible();
  await page.getByRole("button", { name: "Write an answer instead" }).click();
  await expect(page.getByText("has not allowed offers")).toHaveCount(0);
  await expect(replyOf(page)).toHaveValue("We open at nine.");
  await leave(page);
});

/** Keeps back the first answer from an address until it is let go; the others come at once. */
async function holdFirst(page: Page, address: RegExp) {
  const gate = new EventEmitter();
  const [read, letGo] = [once(gate, "read"), once(gate, "let go")];
  let [asked, answered] = [0, 0];
  await page.route(address, async (route) => {
    asked += 1;
    const isFirst = asked === 1;
    const response = await route.fetch();
    gate.emit("read");
    if (isFirst) await letGo;
    await route.fulfill({ response });
    answered += 1;
  });
  const end = () => page.unrouteAll({ behavior: "wait" });
  return { read, answer: () => gate.emit("let go"), answered: () => answered, end };
}

test("a note about a person and a field are written where they stand and taken back, and a field is defined", async ({
  browser,
}) => {
  const url = appUrl();
  const page = await newcomer(browser, url, "Nora Lilas");
  const slug = await openShop(page, url, "Notes Counter");
  await manyWrite(url, slug, 1, "Hello");
  await page.goto(`${url}/s/${slug}/inbox?view=open`);
  await openThread(page, "Hello 1");
  const panel = panelOf(page);
  await (await awake(panel.getByRole("button", { name: "Add a note" }))).click();
  await panel.getByRole("textbox", { name: "Note, for the team alone" }).fill("Prefers peonies");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("Prefers peonies")).toBeVisible();
  await panel.getByRole("button", { name: "Delete the note" }).click();
  await expect(panel.getByText("Prefers peonies")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(panel.getByText("Prefers peonies")).toBeVisible();

  await panel.getByRole("button", { name: "Add a field" }).click();
  await panel.getByRole("combobox", { name: /^Field, such as/ }).fill("Birthday");
  await panel.getByRole("textbox", { name: "What it holds" }).fill("12 June");
  const reads = await holdFirst(page, /\/contacts\/[0-9a-f-]{36}$/);
  await panel.getByRole("button", { name: "Save" }).click();
  await reads.read;
  await panel.getByRole("button", { name: /12 June/ }).click();
  await panel.getByRole("textbox", { name: "Birthday" }).fill("13 June");
  await panel.getByRole("textbox", { name: "Birthday" }).press("Enter");
  await expect(panel.getByRole("button", { name: /13 June/ })).toBeVisible();
  reads.answer();
  await expect.poll(reads.answered, "what was read before the second change is read anew").toBeGreaterThan(1);
  await reads.end();
  await expect(panel.getByRole("button", { name: /13 June/ })).toBeVisible();
  await page.reload();
  await expect(panel).toContainText("Prefers peonies");
  await expect(panel).toContainText("13 June");

  const thread = page.url();
  await page.goto(`${url}/s/${slug}/settings/fields`);
  await (await awake(page.getByRole("button", { name: "New field" }))).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Size");
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Choice");
  await page.getByRole("textbox", { name: "Choice 1" }).fill("Small");
  await page.getByRole("button", { name: "Add a choice" }).click();
  await page.getByRole("textbox", { name: "Choice 2" }).fill("Large");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Move up: Size" }).click();
  await expect(page.getByRole("button", { name: "Move down: Size" })).toBeFocused();
  await page.getByRole("button", { name: "Archive Birthday" }).click();
  await expect(page.getByRole("button", { name: "Bring Birthday back" })).toBeVisible();
  await page.goto(thread);
  await (await awake(panel.getByRole("button", { name: "Fill in Size" }))).click();
  await panel.getByRole("combobox", { name: "Size" }).selectOption("Large");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByRole("button", { name: /^Large/ })).toBeVisible();
  await expect(panel).not.toContainText("Birthday");
  await leave(page);
});

test("a tag is made, named anew, merged and deleted on its page", async ({ browser }) => {
  const url = appUrl();
  const page = await newcomer(browser, url, "Nora Bleu");
  const slug = await openShop(page, url, "Tag Counter");
  await page.goto(`${url}/s/${slug}/settings/tags`);
  for (const name of ["Delivery", "Shipping"]) {
    await (await awake(page.getByRole("button", { name: "New tag" }))).click();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: `Edit ${name}` })).toBeVisible();
  }
  await page.getByRole("button", { name: "Edit Shipping" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Parcels");
  await page.getByRole("radio", { name: "Teal" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await (await awake(page.getByRole("button", { name: "Edit Parcels" }))).click();
  await expect(page.getByRole("radio", { name: "Teal" })).toBeChecked();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Merge Parcels into another tag" }).click();
  await page.getByRole("dialog").getByRole("combobox", { name: "Into" }).selectOption("Delivery");
  await page.getByRole("dialog").getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("button", { name: "Edit Parcels" })).toHaveCount(0);
  await page.getByRole("button", { name: "Edit Delivery" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("There is no tag yet.")).toBeVisible();
  await leave(page);
});
