import { expect, test } from "@playwright/test";
import { appUrl, INBOX } from "./address";
import { reply, threadOf } from "./inbox";
import { leave, pageOf } from "./login";
import { phoneOf } from "./phone";

/** One pixel, as PNG. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
const RATE = 8_000;

/** A second of silence, as WAV. */
function silence(): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + RATE, 4);
  head.write("WAVEfmt ", 8);
  for (const [at, value] of [
    [16, 16],
    [24, RATE],
    [28, RATE],
    [40, RATE],
  ] as const)
    head.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at);
  head.write("data", 36);
  return Buffer.concat([head, Buffer.alloc(RATE, 128)]);
}

const picture = (name: string) => ({ name, mimeType: "image/png", buffer: PIXEL });
const sound = (name: string) => ({ name, mimeType: "audio/wav", buffer: silence() });

test("a picture, a sticker and a voice message go both ways", async ({ browser }) => {
  const word = crypto.randomUUID().slice(0, 8);
  const phone = await (await browser.newContext()).newPage();
  const [lea] = await Promise.all([pageOf(browser, appUrl(), "Léa Moreau", INBOX), phoneOf(phone, "Nina Kowalski")]);
  const box = phone.getByRole("textbox", { name: "Message", exact: true });
  await box.fill(`Look at this, ${word}`);
  await box.press("Enter");
  await phone.getByLabel("Add a picture").last().setInputFiles(picture("hers.png"));
  await phone.getByRole("button", { name: "Stickers and emojis" }).click();
  await phone.getByRole("button", { name: "Send the sticker “Peony”" }).click();
  await phone.getByLabel("Sound from this computer").last().setInputFiles(sound("hers.wav"));
  const hers = phone.getByRole("log").getByRole("article", { name: "Message from You" });
  await expect(hers.last().getByLabel("Voice message")).toBeVisible();

  const row = lea.getByRole("listitem").getByRole("link", { name: /Nina Kowalski.*Messenger/ });
  await expect(row).toContainText("Sent a voice message");
  await row.click();
  const thread = threadOf(lea);
  const shown = thread.getByRole("link", { name: /^Picture.* Open the picture$/ }).last();
  await expect(thread.getByRole("img", { name: "Sticker" }).last()).toBeVisible();
  await expect(thread.getByRole("button", { name: "Play" }).last()).toBeVisible();
  await shown.click();
  await expect(lea.getByRole("dialog", { name: /^Picture/ })).toBeVisible();
  await lea.keyboard.press("Escape");
  await expect(shown).toBeFocused();

  await lea.getByRole("button", { name: "Stickers and cards" }).click();
  await lea.getByRole("menuitem", { name: "Thank you" }).click();
  await lea.locator("input[type=file]").setInputFiles([picture("ours.png"), sound("ours.wav")]);
  await expect(lea.getByRole("button", { name: "Remove ours.wav" })).toBeVisible();
  await expect(lea.getByRole("progressbar")).toHaveCount(0);
  await reply(lea, `And this is ours, ${word}`);
  const theirs = phone.getByRole("log").getByRole("article", { name: "Message from Maison Pivoine" });
  await expect(theirs.filter({ hasText: `And this is ours, ${word}` })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Picture" })).toHaveCount(2); // the sticker goes as a picture
  await expect(theirs.getByLabel("Voice message")).toBeVisible();
  await expect(thread).toContainText(/Delivered|Read/);

  await lea.getByRole("button", { name: "Stickers and cards" }).click();
  await lea.getByRole("menuitem", { name: "Write a card with buttons" }).click();
  const cards = lea.getByRole("dialog", { name: "Card with buttons" });
  await cards.getByText("Cards", { exact: true }).click();
  await cards.getByLabel("Title").fill(`Peonies ${word}`);
  await cards.getByLabel("Choose a picture").setInputFiles([picture("card.png")]);
  await expect(cards.getByRole("button", { name: "Remove card.png" })).toBeVisible();
  await cards.getByRole("button", { name: "Add a card" }).click();
  await cards.getByLabel("Title").last().fill(`Roses ${word}`);
  await expect(async () => {
    await cards.getByRole("button", { name: "Send" }).click();
    await expect(cards.getByRole("alert")).toHaveText(/^Card 2 needs a second line/, { timeout: 1_000 });
  }, "once the picture is up").toPass();
  await cards.getByRole("button", { name: "Add a button" }).last().click();
  await cards.getByLabel("Words on the button").fill("These ones");
  await cards.getByRole("button", { name: "Send" }).click();
  await expect(cards).toBeHidden();
  await phone.getByRole("log").getByRole("button", { name: "These ones" }).click();
  await expect(phone.getByRole("log")).toContainText(`Peonies ${word}`);
  await expect(thread).toContainText("These ones");
  await leave(lea, phone);
});
