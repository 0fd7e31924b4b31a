import { expect, test } from "@playwright/test";
import { appUrl, INBOX } from "./address";
import { logOf, openChat, write } from "./chat";
import { openThread, reply, replyOf, threadOf } from "./inbox";
import { leave, pageOf } from "./login";

test("single messages are answered, reacted to, changed and taken back, live at both ends", async ({
  browser,
  page,
}) => {
  const word = crypto.randomUUID().slice(0, 8);
  const chat = await openChat(page, appUrl());
  await write(chat, `Do the peonies last ${word}?`);
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  await openThread(lea, word);
  const seen = (text: string) => threadOf(lea).locator("[id^=message-]").filter({ hasText: text });
  const said = (text: string) => logOf(chat).locator(".msg").filter({ hasText: text });
  const menuOf = async (text: string) => {
    await seen(text).first().hover();
    await seen(text).first().getByRole("button", { name: "Message actions" }).click();
  };

  await menuOf(word);
  await lea.getByRole("menuitem", { name: "Answer this message" }).click();
  await expect(replyOf(lea)).toBeFocused();
  await reply(lea, "A week in cold water.");
  await expect(
    said("A week in cold water.").getByRole("button", { name: /^In answer to You Do the peonies/ }),
  ).toBeVisible();
  await menuOf("peonies last");
  await lea.getByRole("menuitemradio", { name: "Love" }).click();
  await expect(said("peonies last").first()).toContainText("❤");

  const answered = said("A week in cold water.");
  await answered.getByRole("button", { name: "Reply and more" }).click();
  await chat.getByRole("button", { name: "Like" }).click();
  await expect(seen("A week in cold water.").last()).toContainText("👍");
  await answered.getByRole("button", { name: "Reply and more" }).click();
  await chat.getByRole("button", { name: "Reply", exact: true }).click();
  await write(chat, "Thank you!");
  await expect(seen("Thank you!")).toContainText("A week in cold water.");

  await menuOf("A week in cold water.");
  await lea.getByRole("menuitem", { name: "Change the text" }).click();
  await lea.getByRole("dialog").getByRole("textbox", { name: "Text" }).fill("Ten days in cold water.");
  await lea.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(said("Ten days in cold water.").first()).toContainText("Edited");

  await said("Thank you!").getByRole("button", { name: "Reply and more" }).click();
  await chat.getByRole("button", { name: "Take this message back" }).click();
  await expect(threadOf(lea)).toContainText("Taken back by the shopper.");
  await expect(threadOf(lea)).not.toContainText("Thank you!");

  await menuOf("Ten days in cold water.");
  await lea.getByRole("menuitem", { name: "Take back" }).click();
  await lea.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect(logOf(chat)).not.toContainText("Ten days");
  await expect(logOf(chat).getByText("Message taken back")).toHaveCount(2);
  await leave(lea);
});
