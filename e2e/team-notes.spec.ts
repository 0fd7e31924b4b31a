import { expect, test } from "@playwright/test";
import { appUrl, INBOX, SHOP } from "./address";
import { openThread, reply, replyOf, threadOf } from "./inbox";
import { leave, pageOf } from "./login";

test("a note names a colleague, a draft with its file is there on the next device, and both are found again", async ({
  browser,
}) => {
  const url = appUrl();
  const [lea, karim] = await Promise.all(
    ["Léa Moreau", "Karim Benali"].map((name) => pageOf(browser, url, name, INBOX)),
  );
  if (!lea || !karim) throw new Error("two members are needed");
  const mark = crypto.randomUUID().slice(0, 8);
  await openThread(lea, "Inès Benomar");
  await lea.getByRole("button", { name: "Note", exact: true }).click();
  const note = lea.getByRole("textbox", { name: "Internal note" });
  await note.pressSequentially("@Kar");
  await expect(lea.getByRole("option", { name: "Karim Benali" })).toBeVisible();
  await note.press("Enter");
  await note.pressSequentially(`lilies ${mark}`);
  await note.press("Control+Enter");
  await expect(threadOf(lea)).toContainText(`@Karim lilies ${mark}`);

  await karim.getByRole("button", { name: "Open", exact: true }).click();
  await expect(threadOf(karim)).toContainText(`lilies ${mark}`);

  await lea.getByRole("button", { name: "Reply", exact: true }).click();
  await replyOf(lea).fill(`Half an answer ${mark}`);
  const plan = { name: `${mark}.txt`, mimeType: "text/plain", buffer: Buffer.from(mark) };
  await lea.locator("input[type=file]").setInputFiles(plan);
  const next = await pageOf(browser, url, "Léa Moreau", new URL(lea.url()).pathname);
  await expect(async () => {
    await next.reload();
    await expect(replyOf(next)).toHaveValue(`Half an answer ${mark}`, { timeout: 2_000 });
    await expect(next.getByRole("button", { name: `Remove ${plan.name}` })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await reply(next, `The whole answer ${mark}`);
  await expect(threadOf(lea)).toContainText(plan.name);
  await expect(async () => {
    await lea.reload();
    await expect(replyOf(lea)).toBeVisible({ timeout: 2_000 });
    await expect(lea.getByRole("button", { name: `Remove ${plan.name}` })).toHaveCount(0, { timeout: 2_000 });
  }).toPass();

  await karim.goto(`${url}/s/${SHOP}/search?q=lily+${mark}`);
  await expect(karim.getByRole("link", { name: /Inès Benomar/ })).toContainText("lilies");
  await replyOf(lea).fill("");
  await leave(lea, karim, next);
});
