import { expect, type Page, test } from "@playwright/test";
import { appUrl, SHOP, storefrontUrl } from "./address";
import { buy, logOf, openChat, write } from "./chat";
import { panelOf, reply, threadOf } from "./inbox";
import { beSomebodyNew, leave, pageOf } from "./login";
import { phoneOf } from "./phone";

const HER_PAGE = "1000000000001";

/** Logs in with Facebook at the storefront as somebody new; ticks whether the shop may write to her. */
async function logInAtShop(page: Page, name: string, allow: boolean): Promise<void> {
  await page.goto(`${storefrontUrl(appUrl())}/account`);
  await page.getByRole("button", { name: "Log in with Facebook" }).click();
  await page.waitForURL(/\/sandbox\/dialog\/oauth/);
  await beSomebodyNew(page, name);
  const box = page.getByRole("checkbox", { name: "Maison Pivoine may write to me in Messenger" });
  await expect(box).not.toBeChecked();
  if (allow) await box.check();
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByText(`Logged in as ${name}`)).toBeVisible();
}

test("a login on the storefront becomes one message, an answer, and one contact", async ({ browser }) => {
  test.setTimeout(180_000);
  const word = crypto.randomUUID().slice(0, 8);
  const name = `Louise ${word}`;
  const shopper = await (await browser.newContext()).newPage();
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", `/s/${SHOP}/contacts`);

  const chat = await openChat(shopper, appUrl());
  await write(chat, `Are peonies in season, ${word}?`);
  await expect(logOf(chat)).toContainText("Sent");
  await expect(chat.getByRole("link", { name: /^Continue on Messenger/ })).toHaveAttribute("href", /ref=/);
  await logInAtShop(shopper, name, true);
  const number = await buy(shopper, appUrl(), name);

  await lea.goto(`${appUrl()}/s/${SHOP}/contacts?q=${word}`);
  await lea.getByRole("link", { name }).click();
  const identities = lea.getByRole("region", { name: "One person, 2 identities" });
  await expect(identities).toContainText("May be written to once.");
  await expect(identities).toContainText("the Page was named in the login");
  await expect(lea.getByRole("region", { name: "Orders" })).toContainText(number);
  const contact = lea.url();
  await lea.getByRole("link", { name: /^Closed · Messenger/ }).click();
  await expect(threadOf(lea)).toContainText("Louise allowed a first message on Messenger");
  await reply(lea, `Thank you for ${number}, ${word}.`);
  await expect(threadOf(lea)).toContainText(/Delivered|Read/);
  await expect(lea.getByText("The one message that signing in allows has gone.")).toBeVisible();

  await phoneOf(shopper, name);
  const phone = shopper.getByRole("log");
  await expect(phone).toContainText(`Thank you for ${number}, ${word}.`);
  const box = shopper.getByRole("textbox", { name: "Message", exact: true });
  await box.fill(`With pleasure, ${word}`);
  await box.press("Enter");
  await expect(threadOf(lea)).toContainText(`With pleasure, ${word}`);
  await expect(threadOf(lea)).toContainText("Read");
  await panelOf(lea).getByRole("button", { name: "Send receipt" }).click();
  await expect(phone.getByRole("region", { name: new RegExp(number) })).toBeVisible();

  await lea.goto(contact);
  await expect(lea.getByRole("region", { name: "One person, 2 identities" })).not.toContainText("May be written to");
  await expect(lea.getByRole("region", { name: "Conversations" }).getByRole("listitem")).toHaveCount(2);
  await leave(shopper, lea);
});

test("whoever does not tick it is not written to; a link from the chat joins, and a member parts again", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const word = crypto.randomUUID().slice(0, 8);
  const [stranger, chatting] = [`Marthe ${word}`, `Odile ${word}`];
  const shopper = await (await browser.newContext()).newPage();
  await logInAtShop(shopper, stranger, false);
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", `/s/${SHOP}/contacts?q=${word}`);
  await expect(lea.getByRole("heading", { name: `Nobody is called “${word}”` })).toBeVisible();

  await shopper.getByRole("button", { name: "Log out" }).click();
  await logInAtShop(shopper, chatting, false);
  const chat = await openChat(shopper, appUrl());
  await write(chat, `Bonjour ${word}`);
  const link = chat.getByRole("link", { name: /^Continue on Messenger/ });
  const ref = new URL((await link.getAttribute("href")) ?? "").searchParams.get("ref") ?? "";
  const phone = await shopper.context().newPage();
  await phoneOf(phone, chatting);
  const as = new URL(phone.url()).searchParams.get("as") ?? "";
  await phone.goto(`${appUrl()}/sandbox/messenger?${new URLSearchParams({ as, page: HER_PAGE, ref })}`);
  const box = phone.getByRole("textbox", { name: "Message", exact: true });
  await box.fill(`Me voilà ${word}`);
  await box.press("Enter");
  await expect(link).toBeHidden();

  await expect
    .poll(async () => {
      await lea.reload();
      return lea.getByRole("link", { name: chatting }).count();
    })
    .toBe(1);
  await lea.getByRole("link", { name: chatting }).click();
  const identities = lea.getByRole("region", { name: "One person, 2 identities" });
  await expect(identities).toContainText("Opened the signed link");
  await expect(identities).toContainText("By a link or a login");
  await identities.getByRole("button", { name: /^Separate/ }).click();
  await expect(lea.getByText("Two contacts again")).toBeVisible();
  await expect(lea.getByRole("region", { name: "One identity" })).toBeVisible();
  await leave(shopper, lea);
});
