import { expect, test } from "@playwright/test";
import { appUrl, INBOX } from "./address";
import { tellOfMessage } from "./facebook";
import { openThread, replyOf, threadOf } from "./inbox";
import { leave, pageOf } from "./login";

const DAY_MS = 86_400_000;

const tell = (text: string, at: Date) => tellOfMessage(appUrl(), process.env.E2E_DATA ?? "", text, at);

test("a reply that comes too late stays with its author, who reads why and what is left", async ({ browser }) => {
  const word = crypto.randomUUID().slice(0, 8);
  await tell(`Is the vase back, ${word}?`, new Date(Date.now() - 8 * DAY_MS));
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  await openThread(lea, word);
  await expect(lea.getByText(/^Messenger no longer lets you answer/)).toBeVisible();
  await replyOf(lea).fill("It is back.");
  await replyOf(lea).press("Control+Enter");
  await expect(lea.getByText("Your draft is kept.")).toBeVisible();
  await expect(replyOf(lea)).toHaveValue("It is back.");
  await expect(lea.getByRole("button", { name: /^Send/ })).toBeDisabled();
  await expect(lea.getByRole("button", { name: "Copy m.me link" })).toBeVisible();
  await lea.reload();
  await expect(replyOf(lea)).toHaveValue("It is back.");
  await leave(lea);
});

test("a text that is too long for one message goes as several, in order", async ({ browser }) => {
  const word = crypto.randomUUID().slice(0, 8);
  await tell(`How do I keep them fresh, ${word}?`, new Date());
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  await openThread(lea, word);
  await replyOf(lea).fill(`First. ${"Cut the stems. ".repeat(200)}Last.`);
  await lea.getByRole("button", { name: "Send as 2 messages" }).click();
  await expect(replyOf(lea)).toHaveValue("");
  const thread = threadOf(lea);
  await expect(thread.getByText(/^First\./)).toBeVisible();
  await expect(thread.getByText(/Last\.$/)).toBeVisible();
  const [first, last] = await Promise.all([/^First\./, /Last\.$/].map((part) => thread.getByText(part).boundingBox()));
  expect((last?.y ?? 0) > (first?.y ?? 0)).toBe(true);
  await leave(lea);
});
