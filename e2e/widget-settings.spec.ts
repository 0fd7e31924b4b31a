import { expect, test } from "@playwright/test";
import { appUrl, SHOP } from "./address";
import { awake } from "./awake";
import { leave, pageOf } from "./login";

test("the chat beside its settings says what is typed, and a colour nobody can read on is refused", async ({
  browser,
}) => {
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", `/s/${SHOP}/settings/widget`);
  try {
    const greeting = lea.getByRole("textbox", { name: "Greeting" });
    await awake(greeting);
    const chat = lea.frameLocator("iframe");
    await lea.getByText("Français", { exact: true }).click();
    await greeting.fill("Pour qui sont les fleurs ?");
    await expect(chat.getByText("Pour qui sont les fleurs ?")).toBeVisible();
    await lea.getByText("Permission", { exact: true }).click();
    await expect(chat.locator("input[type=checkbox]")).toHaveCount(3);
    await lea.getByText("Soft", { exact: true }).click();
    await lea.getByRole("textbox", { name: "Product" }).fill('"Corail"');
    const drawn = lea.getByRole("figure", { name: "On a light page" }).getByText("Contactez-moi par chat");
    await expect(drawn).toHaveCSS("border-radius", "30px");
    await expect(lea.getByText('data-comptoir-look="soft" data-comptoir-product="&quot;Corail&quot;"')).toBeVisible();
    await lea.getByLabel("Another colour").fill("#ffd54f");
    await lea.getByRole("button", { name: "Publish" }).click();
    await expect(lea.getByText("This colour is too pale")).toBeVisible();
    await expect(lea.getByLabel("Another colour")).toBeFocused();
    await expect(greeting).toHaveValue("Pour qui sont les fleurs ?");
  } finally {
    await leave(lea);
  }
});
