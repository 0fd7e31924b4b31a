import { expect, test } from "@playwright/test";
import { appUrl, SHOP } from "./address";
import { connectBy } from "./chat";
import { leave, pageOf } from "./login";

test("who opens the login link logs in, chooses what the shop may send, and stands in its contacts", async ({
  browser,
}) => {
  const name = `Odile ${crypto.randomUUID().slice(0, 8)}`;
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", `/s/${SHOP}/contacts`);
  await lea.getByRole("button", { name: "Login link" }).click();
  const link = await lea.getByRole("textbox", { name: "A link to the login" }).inputValue();
  await lea.keyboard.press("Escape");

  const shopper = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await shopper.goto(link);
  await connectBy(shopper, shopper.getByRole("button", { name: /^Log in to choose/ }), name, [/^Order updates/]);
  await expect(shopper.getByRole("status").getByText(/^You are logged in\./)).toBeVisible();

  await lea.goto(`${appUrl()}/s/${SHOP}/contacts?q=${encodeURIComponent(name)}`);
  await expect(lea.getByRole("row").filter({ hasText: name })).toContainText("Yes");
  await leave(lea, shopper);
});
