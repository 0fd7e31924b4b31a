import { expect, type Page, test } from "@playwright/test";
import { appUrl } from "./address";
import { awake } from "./awake";
import { panelOf, rowOf, threadOf } from "./inbox";
import { leave } from "./login";
import { manyWrite } from "./many";
import { inviteTo, joinBy, newcomer, openShop } from "./team";

/** More than one page of a list. */
const MANY = 34;

const jobOf = (page: Page) => page.getByRole("region", { name: "Changing everything in a view" });
const barOf = (page: Page) => page.getByRole("toolbar", { name: "The selected conversations" });

test("everything in a view is closed as one job, seen by a colleague, and undone", async ({ browser }) => {
  const url = appUrl();
  const owner = await newcomer(browser, url, "Nora Blanc");
  const slug = await openShop(owner, url, "Bulk Counter");
  const agent = await joinBy(browser, url, await inviteTo(owner, url, slug, "Agent"), "Hugo Petit");
  await manyWrite(url, slug, MANY, "Parcel");
  for (const page of [owner, agent]) await page.goto(`${url}/s/${slug}/inbox?view=open`);

  const first = rowOf(owner, `Parcel ${MANY}`);
  await expect(first).toBeVisible();
  await (await awake(owner.getByRole("checkbox", { name: /^Select the conversation/ }).first())).check({ force: true });
  await barOf(owner).getByRole("checkbox", { name: "Select all that are loaded" }).check();
  await owner.getByRole("button", { name: "Select everything in this view" }).click();
  await expect(barOf(owner).getByRole("status")).toHaveText("Everything in this view");
  await barOf(owner).getByRole("button", { name: "Close" }).click();
  await expect(jobOf(owner)).toContainText(`${MANY} conversations changed.`);
  for (const page of [owner, agent]) await expect(rowOf(page, "Parcel")).toHaveCount(0);

  await owner.reload();
  await expect(jobOf(owner)).toContainText(`${MANY} conversations changed.`);
  await (await awake(jobOf(owner).getByRole("button", { name: "Undo" }))).click();
  await expect(jobOf(owner)).toContainText(`${MANY} conversations are as they were before.`);
  await expect(rowOf(agent, "Nora reopened the conversation").first()).toBeVisible();
  await expect(jobOf(agent)).toHaveCount(0);
  await jobOf(owner).getByRole("button", { name: "Close" }).click();
  await expect(jobOf(owner)).toHaveCount(0);
  await leave(owner, agent);
});

test("keys act on what is selected, take it back, and mark what was read as unread", async ({ browser }) => {
  const url = appUrl();
  const page = await newcomer(browser, url, "Nora Vert");
  const slug = await openShop(page, url, "Key Counter");
  await manyWrite(url, slug, 2, "Ribbon");
  await page.goto(`${url}/s/${slug}/inbox?view=open`);
  await awake(page.getByRole("checkbox", { name: /^Select the conversation/ }).first());
  await page.keyboard.press("ControlOrMeta+a");
  await expect(barOf(page).getByRole("status")).toHaveText("2 selected");
  await page.keyboard.press("e");
  await expect(rowOf(page, "Ribbon")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  const back = rowOf(page, "Nora reopened the conversation");
  await expect(back).toHaveCount(2);
  const unread = back.filter({ hasText: "1 unread message" });
  await expect(unread).toHaveCount(2);

  await page.keyboard.press("j");
  await expect(unread).toHaveCount(1);
  await page.keyboard.press("i");
  await expect(panelOf(page)).toHaveCount(0);
  await page.keyboard.press("i");
  await expect(panelOf(page)).toBeVisible();
  await page.keyboard.press("Shift+U");
  await expect(threadOf(page)).toHaveCount(0);
  await expect(unread).toHaveCount(2);
  await leave(page);
});

test("rows are picked on a phone by the button and closed together", async ({ browser }) => {
  const url = appUrl();
  const page = await newcomer(browser, url, "Nora Brun");
  const slug = await openShop(page, url, "Pocket Counter");
  await manyWrite(url, slug, 3, "Letter");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${url}/s/${slug}/inbox?view=open`);
  await (await awake(page.getByRole("button", { name: "Select", exact: true }))).click();
  const boxes = page.getByRole("checkbox", { name: /^Select the conversation/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await expect(barOf(page).getByRole("status")).toHaveText("2 selected");
  await barOf(page).getByRole("button", { name: "Close" }).click();
  await expect(rowOf(page, "Letter")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, "Nora reopened the conversation")).toHaveCount(2);
  await expect(rowOf(page, "Letter")).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await leave(page);
});

test("a finger that rests on a row picks it and opens nothing", async ({ browser }) => {
  const url = appUrl();
  const owner = await newcomer(browser, url, "Nora Gris");
  const slug = await openShop(owner, url, "Finger Counter");
  await manyWrite(url, slug, 2, "Card");
  const storageState = await owner.context().storageState();
  const phone = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 }, storageState });
  const page = await phone.newPage();
  await page.goto(`${url}/s/${slug}/inbox?view=open`);
  await awake(page.getByRole("button", { name: "Select", exact: true }));
  const box = await rowOf(page, "Card").first().boundingBox();
  if (!box) throw new Error("the row has no place");
  const touch = await phone.newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await expect(barOf(page).getByRole("status")).toHaveText("1 selected");
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(page).toHaveURL(/\/inbox\?view=open$/);
  await leave(page, owner);
});
