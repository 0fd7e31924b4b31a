import { type Browser, expect, test } from "@playwright/test";
import { appUrl, INBOX } from "./address";
import { awake } from "./awake";
import { chatIn, connectAs, logOf, openChat, write } from "./chat";
import { openThread, reply, replyOf, threadOf } from "./inbox";
import { leave, pageOf } from "./login";
import { settle, zoneOfOffers } from "./offer-hours";

/** A shopper who wrote and allowed offers, and the thread with her as Léa sees it. */
async function allowed(browser: Browser, first: string) {
  const word = crypto.randomUUID().slice(0, 8);
  const name = `${first} ${word}`;
  const shopper = await (await browser.newContext()).newPage();
  await write(await openChat(shopper, appUrl()), `Bonjour ${word}`);
  await connectAs(shopper, name, [/^Offers/]);
  await expect(logOf(chatIn(shopper))).toContainText("You allowed Offers");
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  await openThread(lea, name);
  await awake(replyOf(lea));
  return { name, shopper, chat: chatIn(shopper), lea };
}

test("STOP in the chat is confirmed once, seen by the member, and ends offers", async ({ browser }) => {
  const { shopper, chat, lea } = await allowed(browser, "Odette");
  const confirmed = logOf(chat).getByText("Maison Pivoine will send you no more offers");
  const told = threadOf(lea).getByText("Odette was told that messages are stopped");
  await write(chat, "STOP");
  await expect(confirmed).toBeVisible();
  await expect(threadOf(lea)).toContainText("Odette withdrew permission for Offers");
  await expect(told).toBeVisible();

  await write(chat, "Stop.");
  await expect(threadOf(lea)).toContainText("Stop.");
  await expect(told).toHaveCount(1);
  await expect(logOf(chat)).toContainText("Stop.");
  await expect(confirmed).toHaveCount(1);

  await lea.getByRole("button", { name: "This is an offer" }).click();
  const said = lea.getByRole("form", { name: "Reply" }).getByRole("status");
  await expect(said.filter({ hasText: "Odette wrote STOP on" })).toBeVisible();
  await reply(lea, "Ten tulips for the price of nine.");
  await expect(replyOf(lea)).toHaveValue("Ten tulips for the price of nine.");
  await expect(logOf(chat)).not.toContainText("Ten tulips");
  await leave(shopper, lea);
});

test("an offer carries its way to stop in the chat, and that is undone as easily", async ({ browser }) => {
  const zone = zoneOfOffers();
  const { name, shopper, chat, lea } = await allowed(browser, "Fleur");
  await settle(name, zone ?? "Etc/UTC");
  await reply(lea, "Bonjour, gladly.");
  await lea.getByRole("button", { name: "This is an offer" }).click();
  await expect(lea.getByText("An offer goes only to who allowed offers")).toBeVisible();
  await reply(lea, "Ten roses for the price of nine.");
  if (!zone) return expect(threadOf(lea)).toContainText("Scheduled"); // a Sunday or a holiday wherever it is day
  const offer = logOf(chat).locator(".msg").filter({ hasText: "Ten roses" });
  await offer.getByRole("button", { name: "Stop offers" }).click();
  await expect(offer).toContainText("Offers are stopped.");
  await expect(threadOf(lea)).toContainText("Fleur withdrew permission for Offers");
  await expect(chat.getByRole("button", { name: "Stop offers" })).toHaveCount(0);

  await offer.getByRole("button", { name: "Undo" }).click();
  await expect(offer.getByRole("button", { name: "Stop offers" })).toBeVisible();
  await expect(offer).not.toContainText("Offers are stopped.");
  await expect(threadOf(lea).getByText("Fleur allowed Offers")).toHaveCount(2);
  await leave(shopper, lea);
});

test("a code by mail opens her own place", async ({ browser }) => {
  const email = `claire-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${appUrl()}/me`);
  await (await awake(page.getByRole("button", { name: "Get a code by e-mail" }))).click();
  await page.getByRole("textbox", { name: "Your name, as the shop sees it" }).fill("Claire Noël");
  await page.getByRole("textbox", { name: "Your e-mail" }).fill(email);
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByRole("main")).toContainText(`a code is on its way to ${email}`);
  const field = page.getByRole("textbox", { name: "Code of six digits" });
  await expect(field).toBeFocused();

  const mailbox = await page.context().newPage();
  const subject = mailbox.getByRole("heading", { name: "is your code for Comptoir" });
  await expect
    .poll(async () => {
      await mailbox.goto(`${appUrl()}/sandbox/mail?${new URLSearchParams({ to: email })}`);
      return subject.count();
    })
    .toBe(1);
  const [code = ""] = /^\d{6}/.exec((await subject.textContent()) ?? "") ?? [];
  await field.fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(
    "This is not the code of the latest mail. Look once more.",
  );
  await field.fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("No conversation yet")).toBeVisible();
  await leave(page);
});
