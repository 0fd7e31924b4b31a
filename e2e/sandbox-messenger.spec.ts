import { expect, type Locator, type Page, test } from "@playwright/test";
import { appUrl } from "./address";
import { awake } from "./awake";
import { pageToken, psidOf, sendAsPage } from "./facebook";

const NAME = "Amélie Laurent";
const CARD = {
  type: "template",
  payload: {
    template_type: "button",
    text: "Hand-written card, ivory",
    buttons: [{ type: "postback", title: "Add the card", payload: "CARD" }],
  },
};
const CHOICES = ["Lilac", "Ivory"].map((title) => ({ content_type: "text", title, payload: title }));

const wireOf = (page: Page) => page.getByRole("table", { name: "On the wire" });
const crossed = (page: Page, text: string | RegExp) => wireOf(page).getByRole("row").filter({ hasText: text }).first();

async function choose(page: Page, said: Locator, item: string) {
  await said.hover();
  await said.getByRole("button", { name: /^More about/ }).click();
  await page.getByRole("menu").getByText(item, { exact: true }).click();
}

test("somebody writes, taps, reacts and unsends in Messenger, and the wire shows each", async ({ page }) => {
  const word = crypto.randomUUID().slice(0, 8);
  await page.goto(`${appUrl()}/sandbox`);
  await page.getByRole("link", { name: "Open Messenger" }).click();
  await expect(page.getByRole("radio", { name: "Amélie" })).toBeChecked();
  await page.getByRole("button", { name: /^Maison Pivoine/ }).click();
  const log = page.getByRole("log");
  const box = page.getByRole("textbox", { name: "Message", exact: true });

  await box.fill(`Is it open, ${word}?`);
  await box.press("Enter");
  const mine = log.getByRole("article", { name: "Message from You" }).filter({ hasText: word });
  await expect(mine).toContainText("Delivered");
  await expect(crossed(page, `Is it open, ${word}?`)).toContainText(/messages.*signature ok.*200/);

  const token = await pageToken(appUrl(), process.env.E2E_DATA ?? "");
  const psid = await psidOf(appUrl(), token, NAME);
  await sendAsPage(appUrl(), token, psid, { attachment: CARD });
  await log.getByRole("button", { name: "Add the card" }).last().click();
  await expect(crossed(page, "messaging_postbacks")).toContainText(/Add the card.*200/);

  await sendAsPage(appUrl(), token, psid, { text: `Which ribbon, ${word}?`, quick_replies: CHOICES });
  await expect(log).toContainText(`Which ribbon, ${word}?`);
  await page.getByRole("list", { name: "Quick replies" }).getByRole("button", { name: "Ivory" }).click();
  await expect(page.getByRole("list", { name: "Quick replies" })).toBeHidden();
  await expect(log.getByRole("article", { name: "Message from You" }).last()).toContainText("Ivory");

  const asked = log.getByRole("article").filter({ hasText: `Which ribbon, ${word}?` });
  await choose(page, asked, "👍 Like");
  await expect(asked.getByRole("img", { name: "You reacted with 👍" })).toBeVisible();
  await expect(crossed(page, "message_reactions")).toContainText("200");

  await choose(page, mine, "Unsend");
  await expect(log.getByText("You unsent a message").last()).toBeVisible();
  await expect(log).not.toContainText(`Is it open, ${word}?`);

  await page.getByRole("form", { name: "Write to the Page" }).getByRole("button", { name: "More to send" }).click();
  await page.getByRole("menuitem", { name: "Send a location" }).click();
  await expect(log.getByRole("article", { name: "Message from You" }).last()).toContainText("Place des Vosges");

  await page.getByRole("group", { name: "Which requests to show" }).getByText("Out", { exact: true }).click();
  await expect(crossed(page, `Which ribbon, ${word}?`)).toContainText("Out");
  await expect(wireOf(page).getByText("message_reactions")).toHaveCount(0);
});

test("who one is changes at once, and what is pressed meanwhile is nobody else’s", async ({ page }) => {
  await page.goto(`${appUrl()}/sandbox/messenger`);
  await awake(page.getByRole("button", { name: "Be somebody else" }));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/messenger/acts", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Be somebody else" }).click();
  await page.getByRole("menuitemradio", { name: "Nina Kowalski" }).click();
  await page.getByRole("button", { name: /^Maison Pivoine/ }).click();
  await expect(page.getByRole("region", { name: "Nina Kowalski’s phone" })).toBeVisible();
  await expect(page.getByRole("log")).toBeVisible();
  const kept = page.waitForResponse("**/messenger/acts");
  release();
  await kept;
  await page.reload();
  await expect(page.getByRole("region", { name: "Nina Kowalski’s phone" })).toBeVisible();
  await expect(page.getByRole("log")).toBeVisible();
});
