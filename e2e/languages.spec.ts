import { type Browser, expect, type Page, test } from "@playwright/test";
import { appUrl, INBOX, storefrontUrl } from "./address";
import { awake } from "./awake";
import { openThread, reply, rowOf, threadOf } from "./inbox";
import { leave, pageOf, signIn } from "./login";

/** A page of a browser that speaks French; the scene is prepared in English. */
async function frenchPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: "fr-FR" })).newPage();
}

test.describe("in French", () => {
  test("une cliente écrit et reçoit sa réponse", async ({ browser }) => {
    const page = await frenchPage(browser);
    const question = `Bonjour ${crypto.randomUUID()}`;
    await page.goto(storefrontUrl(appUrl()));
    await page.getByRole("main").getByRole("button", { name: "Contactez-moi par chat" }).first().click();
    const chat = page.frameLocator('iframe[title="Chat"]');
    await chat.getByRole("textbox", { name: "Écrivez un message" }).fill(question);
    await chat.getByRole("button", { name: "Envoyer", exact: true }).click();
    await expect(chat.getByRole("log")).toContainText("Envoyé");
    await expect(chat.getByRole("button", { name: "Se connecter pour garder la conversation" })).toBeVisible();

    const karim = await frenchPage(browser);
    await signIn(karim, appUrl(), "Karim Benali", INBOX);
    await expect(karim.locator("html")).toHaveAttribute("lang", "fr");
    await expect(rowOf(karim, question)).toContainText("Visiteur");
    await rowOf(karim, question).click();
    await karim.getByRole("textbox", { name: "Répondre" }).fill("Bonjour, oui bien sûr.");
    await karim.getByRole("button", { name: /^Envoyer/ }).click();
    await expect(chat.getByRole("log")).toContainText("Bonjour, oui bien sûr.");
    await expect(threadOf(karim)).toContainText(/Lu|Distribué|Remis/);
    await leave(karim, page);
  });

  test("the language that was chosen stays", async ({ browser }) => {
    const page = await frenchPage(browser);
    await page.goto(`${appUrl()}/login`);
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await (await awake(page.getByRole("combobox", { name: "Langue" }))).selectOption("en");
    await expect(page.getByRole("heading", { name: "Sign in to your counter" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Sign in to your counter" })).toBeVisible();
    await leave(page);
  });
});

for (const width of [390, 320])
  test.describe(`${width} px wide`, () => {
    test("a thread has the whole screen, the list its tabs", async ({ browser }) => {
      const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
      await lea.setViewportSize({ width, height: 700 });
      const tabs = lea.getByRole("navigation", { name: "Main navigation" });
      await expect(tabs.getByRole("link", { name: /Inbox/ })).toBeVisible();
      await openThread(lea, "Sarah Whitfield");
      await expect(tabs).toBeHidden();
      const said = `On the phone, ${crypto.randomUUID()}`;
      await reply(lea, said);
      await expect(threadOf(lea)).toContainText(said);
      await lea.getByRole("button", { name: "Details" }).click();
      await expect(lea.getByRole("dialog", { name: "About Sarah Whitfield" })).toBeVisible();
      await lea.keyboard.press("Escape");
      await lea.getByRole("button", { name: "Back to the list" }).click();
      await expect(rowOf(lea, "Sarah Whitfield")).toBeVisible();
      await expect(tabs).toBeVisible();
      await lea.emulateMedia({ forcedColors: "active" });
      await expect(tabs.getByRole("link", { name: /Inbox/ })).toHaveCSS("outline-style", "solid");
      await lea.setViewportSize({ width: 1024, height: 768 });
      await rowOf(lea, "Sarah Whitfield").click();
      await expect(rowOf(lea, "Sarah Whitfield")).toHaveCSS("outline-style", "solid");
      await leave(lea);
    });
  });
