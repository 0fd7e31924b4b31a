import { expect, type Page, test } from "@playwright/test";
import { appUrl, INBOX } from "./address";
import { openThread, replyOf, threadOf } from "./inbox";
import { leave, pageOf } from "./login";

/** One pixel, as PNG. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

/** A second of silence, as WAV. */
function silence(): Buffer {
  const rate = 8_000;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + rate, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(rate, 40);
  return Buffer.concat([head, Buffer.alloc(rate, 128)]);
}

const picture = (name: string) => ({ name, mimeType: "image/png", buffer: PIXEL });
const sound = (name: string) => ({ name, mimeType: "audio/wav", buffer: silence() });

/** The phone of somebody of the sandbox's list, with the florist's thread open. */
async function openPhone(page: Page, name: string) {
  await page.goto(`${appUrl()}/sandbox/messenger`);
  await page.getByRole("button", { name: "Be somebody else" }).click();
  await page.getByRole("menuitemradio", { name }).click();
  await page
    .getByRole("button", { name: /^Maison Pivoine/ })
    .first()
    .click();
}

test("a picture, a sticker and a voice message go both ways", async ({ browser }) => {
  test.setTimeout(120_000);
  const word = crypto.randomUUID().slice(0, 8);
  const phone = await (await browser.newContext()).newPage();
  await openPhone(phone, "Nina Kowalski");
  const box = phone.getByRole("textbox", { name: "Message", exact: true });
  await box.fill(`Look at this, ${word}`);
  await box.press("Enter");

  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  await openThread(lea, word);
  const thread = threadOf(lea);
  await expect(lea.getByText(/Reply window closes in 2[34]\sh/)).toBeVisible();
  await phone.getByLabel("Add a picture").last().setInputFiles(picture("hers.png"));
  await phone.getByRole("button", { name: "Stickers and emojis" }).click();
  await phone.getByRole("button", { name: "Send the sticker “Peony”" }).click();
  await phone.getByLabel("Sound from this computer").last().setInputFiles(sound("hers.wav"));
  await expect(thread.getByRole("link", { name: /^Picture.* Open the picture$/ })).toBeVisible();
  await expect(thread.getByRole("img", { name: "Sticker" })).toBeVisible();
  await expect(
    thread.getByRole("group", { name: /^Voice message/ }).getByRole("button", { name: "Play" }),
  ).toBeVisible();

  await thread.getByRole("link", { name: /^Picture/ }).click();
  await expect(lea.getByRole("dialog", { name: /^Picture/ })).toBeVisible();
  await lea.keyboard.press("Escape");
  await expect(thread.getByRole("link", { name: /^Picture/ })).toBeFocused();

  await lea.locator("input[type=file]").setInputFiles([picture("ours.png"), sound("ours.wav")]);
  await expect(lea.getByRole("button", { name: "Remove ours.wav" })).toBeVisible();
  await replyOf(lea).fill(`And this is ours, ${word}`);
  await expect(async () => {
    await replyOf(lea).press("Control+Enter");
    await expect(lea.getByRole("button", { name: "Remove ours.wav" })).toBeHidden({ timeout: 2_000 });
  }).toPass();
  const log = phone.getByRole("log");
  await expect(log).toContainText(`And this is ours, ${word}`);
  await expect(log.getByLabel("Voice message")).toHaveCount(2);
  await expect(thread).toContainText(/Delivered|Read/);

  await thread.getByText(`Look at this, ${word}`).hover();
  await thread.getByRole("button", { name: "Message actions" }).first().click();
  await lea.getByRole("menuitemradio", { name: "Love" }).click();
  await expect(thread.getByRole("button", { name: /^The shop reacted with ❤/ })).toBeVisible();
  await expect(log.getByRole("img", { name: /Maison Pivoine reacted with ❤/ })).toBeVisible();
  await leave(lea, phone);
});
