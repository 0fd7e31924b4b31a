import { mkdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { INBOX, storefrontUrl } from "./address";
import { type App, startApp } from "./app";
import { boxOf, buy, chatIn, connectAs, logOf, openChat, write } from "./chat";
import { openThread, panelOf, reply, replyOf, rowOf, threadOf } from "./inbox";
import { leave, pageOf } from "./login";
import { expectNotReloaded, mark } from "./marker";
import { attemptsIn, recorderFor, recordOutside } from "./outside";

const NAME = "Jeanne Morel";
const QUESTION = "Do the peonies open by Saturday?";
const ANSWER = "They do, Jeanne. Cut them on Thursday.";
const folder = resolve(import.meta.dirname, "../.test/story-data");
const notes = join(folder, "outside.txt");
const env = recorderFor(notes);

let app: App;
let asked: string[][];
let shopper: Page;
let lea: Page;
let karim: Page;

test.describe.configure({ mode: "serial", timeout: 180_000 });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o711 });
  app = await startApp(folder, { env });
  lea = await pageOf(browser, app.url, "Léa Moreau");
  karim = await pageOf(browser, app.url, "Karim Benali");
  shopper = await (await browser.newContext()).newPage();
  asked = await Promise.all([shopper, lea, karim].map((page) => recordOutside(page.context())));
});

test.afterAll(async () => {
  await leave(shopper, lea, karim);
  await app?.stop();
});

test("a visitor writes and is seen at once", async () => {
  await expect(lea).toHaveURL(new RegExp(INBOX));
  const chat = await openChat(shopper, app.url);
  await mark(shopper, lea, karim);
  await write(chat, QUESTION);
  await expect(logOf(chat)).toContainText(QUESTION);
  await expect(logOf(chat)).toContainText("Sent");
  for (const member of [lea, karim]) {
    await expect(rowOf(member, QUESTION)).toContainText("Visitor");
    await openThread(member, QUESTION);
    await expect(threadOf(member)).toContainText(QUESTION);
  }
  await expect(logOf(chat)).toContainText("Seen");
});

test("she logs in and her name and permissions arrive", async () => {
  await connectAs(shopper, NAME, [/^Service/, /^Order updates/]);
  await expect(logOf(chatIn(shopper))).toContainText(`Logged in as ${NAME}`);
  await expect(logOf(chatIn(shopper))).toContainText("You allowed Service and Order updates");
  for (const member of [lea, karim]) {
    await expect(member.getByRole("heading", { name: NAME })).toBeVisible();
    await expect(rowOf(member, NAME)).toBeVisible();
    await expect(threadOf(member)).toContainText("Jeanne signed in");
    await expect(panelOf(member)).toContainText("Signed in");
    await expect(panelOf(member).getByText(/^Given .* at sign-in$/)).toHaveCount(2);
    await expect(panelOf(member)).toContainText("Not now");
  }
});

test("both write and see the other write", async () => {
  const chat = chatIn(shopper);
  await replyOf(lea).pressSequentially("They", { delay: 30 });
  await expect(logOf(chat)).toContainText("Léa is typing");
  await expect(karim.getByText("Léa is replying…")).toBeVisible();
  await boxOf(chat).pressSequentially("For a", { delay: 30 });
  await expect(threadOf(lea)).toContainText("Jeanne is typing");
  await boxOf(chat).fill("");

  await reply(lea, ANSWER);
  await expect(logOf(chat)).toContainText(ANSWER);
  await expect(threadOf(karim)).toContainText(ANSWER);
  await expect(threadOf(lea)).toContainText("Read");

  await chat.getByRole("button", { name: "Close the chat" }).click();
  await reply(lea, "Anything else?");
  await expect(threadOf(lea)).toContainText("Delivered");
  await shopper.getByRole("button", { name: /^Contact me via chat, 1 unread$/ }).click();
  await expect(logOf(chat)).toContainText("Anything else?");
  await expect(threadOf(lea).getByText("Delivered")).toHaveCount(0);
});

test("she reports a message, which tells the shop nothing of her, and takes it back", async () => {
  const chat = chatIn(shopper);
  const said = logOf(chat).locator(".msg").filter({ hasText: ANSWER });
  const mark = said.getByRole("button", { name: "Report this message" });
  await replyOf(lea).focus();
  await mark.click();
  await chat.getByRole("button", { name: "Rude" }).click();
  await expect(chat.getByText(/^Reported\./)).toBeVisible();
  await expect(mark).toHaveAttribute("aria-pressed", "true");
  await expect(lea.getByText("Shoppers reported messages of the shop.")).toHaveCount(0);
  await chat.getByRole("button", { name: "Take it back" }).click();
  await expect(mark).toHaveAttribute("aria-pressed", "false");
  await expect(replyOf(lea)).toBeFocused();
  await chat.getByRole("button", { name: "Close", exact: true }).click();
  await expect(mark).toBeFocused();
});

test("she buys, and the receipt comes into the chat and stays true", async () => {
  const shop = await shopper.context().newPage();
  const number = await buy(shop, app.url, NAME);
  await expect(shop.getByRole("heading", { name: "Thank you, Jeanne" })).toBeVisible();

  for (const member of [lea, karim]) await expect(panelOf(member)).toContainText(number);
  await panelOf(lea).getByRole("button", { name: "Send receipt" }).click();
  const logs = [threadOf(lea), threadOf(karim), logOf(chatIn(shopper))];
  const cards = logs.map((log) => log.getByRole("article", { name: new RegExp(number) }));
  for (const card of cards) await expect(card).toContainText(/Preparing|Paid/);
  for (const card of cards) await expect(card).toContainText("Corail");
  for (const member of [lea, karim]) await expect(panelOf(member)).toContainText("Receipt sent");

  await shop.goto(`${storefrontUrl(app.url)}/back-office`);
  await shop
    .getByRole("row", { name: new RegExp(number) })
    .getByRole("button", { name: "On its way" })
    .click();
  for (const card of cards) {
    await expect(card).toContainText("Shipped");
    await expect(card).toHaveCount(1);
  }
  await shop.close();
  await expectNotReloaded(shopper, lea, karim);
});

test("the conversation is closed, and she says how it went", async () => {
  const chat = chatIn(shopper);
  await lea.getByRole("button", { name: "Close", exact: true }).click();
  const card = chat.getByRole("form", { name: "How was it?" });
  await card.getByRole("button", { name: "Good", exact: true }).press("Enter");
  await card.getByRole("textbox", { name: "Would you like to say why?" }).fill("Quick and kind.");
  await card.getByRole("button", { name: "Send" }).click();
  await expect(card).toContainText("The shop has your answer and your words.");
  await expect(threadOf(karim)).toContainText("Jeanne rated the conversation: Good, 4 of 5 · Quick and kind.");
  await expect(panelOf(karim)).toContainText("4 of 5");
  await lea.getByRole("button", { name: "Reopen" }).click();
  await expect(card).toHaveCount(0);
  await expectNotReloaded(shopper, karim);
});

test("both keep a copy of the conversation", async () => {
  const chat = chatIn(shopper);
  const copyOf = async (page: Page, press: () => Promise<void>) => {
    const [saved] = await Promise.all([page.waitForEvent("download"), press()]);
    return readFile(await saved.path(), "utf8");
  };
  await chat.getByRole("button", { name: "More", exact: true }).click();
  const sound = chat.getByRole("switch", { name: "Sound when an answer comes" });
  await sound.click();
  await expect(sound).not.toBeChecked();
  const hers = await copyOf(shopper, () => chat.getByRole("button", { name: "Keep a copy" }).click());
  expect(hers).toContain(`You\n${QUESTION}`);
  expect(hers).toContain(`Léa\n${ANSWER}`);

  await lea
    .getByRole("button", { name: /^More actions/ })
    .first()
    .click();
  await lea.getByRole("menuitem", { name: "Transcript" }).click();
  const dialog = lea.getByRole("dialog", { name: "Transcript" });
  const ours = await copyOf(lea, () => dialog.getByRole("link", { name: "Save as text" }).click());
  expect(ours).toContain(`${NAME}\n${QUESTION}`);
  await dialog.getByRole("button", { name: "Close" }).click();
});

test("next morning all of it is still there", async () => {
  await app.stop();
  app = await startApp(folder, { port: Number(new URL(app.url).port), env });

  for (const member of [lea, karim]) {
    await expect(member.getByText("Reconnecting…")).toHaveCount(0);
    await expectNotReloaded(member);
    await member.reload();
    await expect(threadOf(member)).toContainText(QUESTION);
    await expect(threadOf(member)).toContainText(ANSWER);
    await expect(threadOf(member).getByRole("article")).toContainText("Shipped");
    await expect(panelOf(member).getByText(/^Given /)).toHaveCount(2);
  }
  const chat = await openChat(shopper, app.url);
  await expect(logOf(chat)).toContainText(QUESTION);
  await expect(logOf(chat)).toContainText(ANSWER);
  await expect(logOf(chat).getByRole("article")).toContainText("Shipped");
  await write(chat, "Good morning!");
  for (const member of [lea, karim]) await expect(threadOf(member)).toContainText("Good morning!");
});

test("none of it reached beyond this machine", () => {
  expect(asked.flat()).toEqual([]);
  expect(attemptsIn(notes)).toEqual([]);
});
