import { expect, type FrameLocator, type Page, type Route, test } from "@playwright/test";
import { appUrl, INBOX } from "./address";
import { awake } from "./awake";
import { boxOf, logOf, openChat, write } from "./chat";
import { openThread, reply, replyOf, threadOf } from "./inbox";
import { leave, pageOf } from "./login";

const LONG = "x".repeat(100_000);

let lea: Page;
let shopper: Page;
let chat: FrameLocator;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  shopper = await (await browser.newContext()).newPage();
  chat = await openChat(shopper, appUrl());
  const hello = `Hello ${crypto.randomUUID()}`;
  await write(chat, hello);
  lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  await openThread(lea, hello);
});

test.afterAll(() => leave(lea, shopper));

test("a hundred thousand characters are told and kept", async () => {
  await replyOf(lea).fill(LONG);
  await expect(lea.getByText("96,000 characters too many")).toBeVisible();
  await replyOf(lea).press("Control+Enter");
  await expect(replyOf(lea)).toHaveValue(LONG);
  await boxOf(chat).fill(LONG);
  await expect(chat.getByText("Too long by 96,000 characters. Shorten it to send it.")).toBeVisible();
  await boxOf(chat).press("Enter");
  await expect(boxOf(chat)).toHaveValue(LONG);
  await expect(logOf(chat).getByText(/x{50}/)).toHaveCount(0);

  const frame = shopper.frames().find((one) => one.url().includes("/widget/"));
  const answer = await frame?.evaluate(async (body) => {
    const sent = await fetch("/api/widget/maison-pivoine/messages", {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en" },
      body: JSON.stringify({ clientKey: crypto.randomUUID(), body }),
    });
    return { status: sent.status, ...(await sent.json()) };
  }, LONG);
  expect(answer?.status).toBe(422);
  expect(answer?.problem.message).toMatch(/100,000 characters; 4,000 is the most/);
  await replyOf(lea).fill("");
  await boxOf(chat).fill("");
});

test("what was just sent is taken back into the box with the closing it brought, and what is to go later waits and can be stopped", async () => {
  const choices = lea.getByRole("button", { name: "What the button does" });
  const words = `On reflection ${crypto.randomUUID()}`;
  await choices.click();
  await lea.getByRole("menuitemradio", { name: "30 seconds" }).click();
  await reply(lea, words);
  await threadOf(lea).getByRole("button", { name: "Undo" }).click();
  await expect(replyOf(lea)).toHaveValue(words);

  await replyOf(lea).press("Control+Shift+Enter");
  await expect(lea.getByRole("button", { name: "Reopen" })).toBeVisible();
  await threadOf(lea).getByRole("button", { name: "Undo" }).click();
  await expect(lea.getByRole("button", { name: "Reopen" })).toHaveCount(0);
  await expect(replyOf(lea)).toHaveValue(words);

  await choices.click();
  await lea.getByRole("menuitem", { name: "Send later…" }).click();
  const when = lea.getByRole("dialog", { name: "When to send it" });
  await when.getByRole("textbox").fill("tomorrow 9am");
  await when.getByRole("textbox").press("Enter");
  await expect(threadOf(lea).getByText("Scheduled", { exact: true })).toBeVisible();
  await expect(replyOf(lea)).toHaveValue("");
  await threadOf(lea).getByRole("button", { name: "Cancel" }).click();
  await expect(replyOf(lea)).toHaveValue(words);
  await expect(threadOf(lea).getByText(words)).toHaveCount(0);
  await expect(logOf(chat)).not.toContainText(words);
  await replyOf(lea).fill("");
  await choices.click();
  await lea.getByRole("menuitemradio", { name: "Goes at once" }).click();
});

test("a character that cannot be kept is refused and the text given back", async () => {
  await reply(lea, "before\u0000after");
  await expect(lea.getByRole("form", { name: "Reply" }).getByRole("alert")).toContainText(
    "This message holds a character that cannot be sent.",
  );
  await expect(replyOf(lea)).toHaveValue("before\u0000after");
  await replyOf(lea).fill("");

  await write(chat, "before\u0000after");
  await expect(logOf(chat).getByRole("alert")).toContainText("This message holds a character that cannot be sent.");
  await logOf(chat).getByRole("button", { name: "Edit" }).click();
  await expect(boxOf(chat)).toHaveValue("before\u0000after");
  await boxOf(chat).fill("");
});

test("right-to-left and zero-width text stay as they were sent", async () => {
  const odd = "שלום \u202Eabc\u202C a\u200Bb \u2066x\u2069 👩\u200D🌾";
  await write(chat, odd);
  const arrived = threadOf(lea).locator("p").filter({ hasText: "שלום" });
  await expect(arrived).toHaveCount(1);
  expect(await arrived.textContent()).toContain(odd);
  await reply(lea, odd);
  await expect(logOf(chat).locator(".bubble").filter({ hasText: "שלום" })).toHaveCount(2);
});

test("what is written without a connection waits and is sent once", async () => {
  await lea.context().setOffline(true);
  await reply(lea, "Written on the train.");
  await expect(lea.getByText("Reconnecting…")).toBeVisible({ timeout: 20_000 });
  await expect(lea.getByText("1 message waiting to send.")).toBeVisible();
  await expect(threadOf(lea).getByText(/^You went offline at \d\d:\d\d$/)).toBeVisible();
  await expect(lea.getByText(/^Next try in \d+ s$/)).toBeVisible();
  await expect(threadOf(lea).getByText(/^Waiting( to send|, tried)/)).toBeVisible();
  await lea.context().setOffline(false);
  await expect(lea.getByText("Reconnecting…")).toHaveCount(0, { timeout: 20_000 });
  await expect(logOf(chat).getByText("Written on the train.")).toHaveCount(1);

  await shopper.context().setOffline(true);
  await write(chat, "Written in a tunnel.");
  await expect(chat.getByText(/Reconnecting….*1 message waiting to send/)).toBeVisible({ timeout: 20_000 });
  await shopper.context().setOffline(false);
  await expect(threadOf(lea).getByText("Written in a tunnel.")).toHaveCount(1, { timeout: 20_000 });
  await expect(chat.getByText(/Reconnecting…/)).toHaveCount(0, { timeout: 20_000 });
  await expect(logOf(chat).getByText("Written in a tunnel.")).toHaveCount(1);
});

test("an answer is sent before its files are up, waits for them over a reload with all after it, and goes once", async () => {
  const [first, second] = [`With a file ${crypto.randomUUID()}`, `After it ${crypto.randomUUID()}`];
  const note = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) });
  const stuck = (route: Route) => (route.request().method() === "POST" ? route.abort() : route.fallback());
  await lea.route("**/attachments", stuck);
  await lea.locator("input[type=file]").setInputFiles([note("one.txt"), note("two.txt")]);
  await reply(lea, first);
  await reply(lea, second);
  await expect(threadOf(lea).getByText("Goes once its files are there")).toBeVisible();
  await lea.goto(lea.url()); // not as a reload, after which an older build waits
  await expect(threadOf(lea).getByRole("button", { name: "Remove two.txt" })).toBeVisible();
  await expect(threadOf(lea).getByText(second)).toBeVisible();
  await lea.unroute("**/attachments", stuck);
  await expect(logOf(chat).getByText(second)).toHaveCount(1, { timeout: 40_000 });
  await expect(logOf(chat).getByText(first)).toHaveCount(1);
  await expect(logOf(chat).getByText("two.txt")).toHaveCount(1);
  const said = (await logOf(chat).textContent()) ?? "";
  expect(said.indexOf(first)).toBeLessThan(said.indexOf(second));

  const problem = { code: "invalid", message: "A file of this kind cannot be sent." };
  let decide: () => void = () => undefined;
  const sent = new Promise<void>((resolve) => {
    decide = resolve;
  });
  const refuse = (route: Route) => sent.then(() => route.fulfill({ status: 422, json: { problem } }));
  await lea.route("**/attachments", refuse);
  await lea.locator("input[type=file]").setInputFiles(note("odd.bin"));
  await reply(lea, "See odd.bin");
  await expect(replyOf(lea)).toHaveValue("");
  decide();
  await expect(replyOf(lea)).toHaveValue("See odd.bin");
  await expect(lea.getByRole("form", { name: "Reply" }).getByRole("alert").first()).toContainText(problem.message);
  await lea.unroute("**/attachments", refuse);
  await lea.getByRole("button", { name: "Remove odd.bin" }).click();
  await replyOf(lea).fill("");
});

test("a page of an older build is loaded anew once and sends what waited, which closes also after a reload", async () => {
  const ways = [
    (route: Route) => route.fulfill({ status: 404, headers: { "x-nextjs-action-not-found": "1" } }),
    (route: Route) => route.abort(),
  ];
  for (const [at, answer] of ways.entries()) {
    const words = `Goodbye ${crypto.randomUUID()}`;
    const refuse = (route: Route) => (route.request().method() === "POST" ? answer(route) : route.fallback());
    await lea.route("**/inbox/**", refuse);
    const loaded = lea.waitForEvent("load", { timeout: 30_000 });
    await replyOf(lea).fill(words);
    await replyOf(lea).press("Control+Shift+Enter");
    if (at === 1) {
      await expect(threadOf(lea)).toContainText("Waiting to send");
      await lea.reload();
    }
    await loaded;
    await lea.unroute("**/inbox/**", refuse);
    await expect(logOf(chat).getByText(words)).toHaveCount(1, { timeout: 40_000 });
    await expect(lea.getByRole("button", { name: "Reopen" })).toBeVisible();
    await (await awake(lea.getByRole("button", { name: "Reopen" }))).click();
    await expect(lea.getByRole("button", { name: "Close", exact: true })).toBeVisible();
  }
});

test("pressed twice, sent once", async () => {
  await replyOf(lea).fill("One answer.");
  await lea.getByRole("button", { name: /^Send/ }).last().dblclick();
  await expect(logOf(chat).getByText("One answer.")).toHaveCount(1);
  await boxOf(chat).fill("One question.");
  await chat.getByRole("button", { name: "Send", exact: true }).dblclick();
  await expect(threadOf(lea).getByText("One question.")).toHaveCount(1);
  await reply(lea, "The last word.");
  await expect(logOf(chat).getByText("The last word.")).toHaveCount(1);
  for (const said of ["One answer.", "One question."]) {
    await expect(threadOf(lea).getByText(said)).toHaveCount(1);
    await expect(logOf(chat).getByText(said)).toHaveCount(1);
  }
});

test("answering a closed conversation opens it again", async () => {
  await lea.getByRole("button", { name: "Close", exact: true }).click();
  await expect(lea.getByRole("button", { name: "Reopen" })).toBeVisible();
  await reply(lea, "One more thing.");
  await expect(lea.getByRole("button", { name: "Close", exact: true })).toBeVisible();
  await expect(logOf(chat).getByText("One more thing.")).toHaveCount(1);
});
