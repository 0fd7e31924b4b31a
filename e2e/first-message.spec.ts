import { expect, test } from "@playwright/test";
import { appUrl, INBOX, storefrontUrl } from "./address";
import { age } from "./age";
import { openThread, replyOf, threadOf } from "./inbox";
import { beSomebodyNew, leave, pageOf } from "./login";

test("the day after her login the one message may not be sent any more, and its words are kept", async ({
  browser,
  page: her,
}) => {
  const name = `Manon ${crypto.randomUUID().slice(0, 8)}`;
  await her.goto(`${storefrontUrl(appUrl())}/account`);
  await her.getByRole("button", { name: "Log in with Facebook" }).click();
  await beSomebodyNew(her, name);
  await her.getByRole("checkbox", { name: "Maison Pivoine may write to me in Messenger" }).check();
  await her.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(her.getByText("Maison Pivoine may write to you once in Messenger.")).toBeVisible();

  const lea = await pageOf(browser, appUrl(), "Léa Moreau");
  await lea.goto(`${appUrl()}${INBOX}?view=closed`);
  await openThread(lea, name);
  await replyOf(lea).fill("Your peonies leave tomorrow.");
  await age(name, 25);
  await replyOf(lea).press("Control+Enter");
  await expect(lea.getByText("The one message that signing in allows could go until")).toBeVisible();
  await expect(replyOf(lea)).toHaveValue("Your peonies leave tomorrow.");
  await expect(threadOf(lea)).not.toContainText("Your peonies leave tomorrow.");
  await leave(lea);
});
