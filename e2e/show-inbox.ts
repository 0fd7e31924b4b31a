import { expect, type Page } from "@playwright/test";
import { INBOX, SHOP } from "./address";
import { awake } from "./awake";
import type { Scene } from "./scene";

async function press(page: Page, name: RegExp): Promise<void> {
  await (await awake(page.getByRole("button", { name }).filter({ visible: true }).first())).click();
}

/** A view with a group that asks for words. */
export async function groupConditions(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}${INBOX}`);
  await press(page, /^(New view|Nouvelle vue)$/);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: /^(Add a condition|Ajouter une condition)$/ }).selectOption("group");
  await dialog
    .getByRole("combobox", { name: /^(Add a condition to the group|Ajouter une condition au groupe)$/ })
    .selectOption("text");
  await expect(dialog.getByRole("textbox")).toHaveCount(2);
  return page;
}

export async function offerAnswers(page: Page, { url, thread }: Scene): Promise<Page> {
  await page.goto(`${url}${thread}`);
  await press(page, /^(Answers to tap|Réponses à toucher)$/);
  await page.keyboard.type("Samedi");
  await expect(page.getByRole("textbox", { name: /^(Answer|Réponse) 1$/ })).toHaveValue("Samedi");
  return page;
}

/** A card with buttons, begun in a conversation in Messenger. */
export async function writeCard(page: Page, { url, messenger }: Scene): Promise<Page> {
  await page.goto(`${url}${messenger}`);
  await press(page, /^(Stickers and cards|Autocollants et cartes)$/);
  await page.getByRole("menuitem", { name: /^(Write a card with buttons|Rédiger une carte avec boutons)$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^(Cards|Cartes)$/ }).check({ force: true });
  await expect(dialog.getByRole("textbox").first()).toBeVisible();
  return page;
}

/** What would become of a message to somebody chosen. */
export async function writeToChosen(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/contacts`);
  await page.getByRole("checkbox", { name: /Amélie Laurent/ }).check();
  await press(page, /^(Message|Écrire)$/);
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeVisible();
  return page;
}

export async function writeObjection(page: Page, { url, contact }: Scene): Promise<Page> {
  await page.goto(`${url}${contact}`);
  await press(page, /^(Write down an objection|Noter une opposition)$/);
  await expect(page.getByRole("textbox").filter({ visible: true }).last()).toBeVisible();
  return page;
}

export async function editSavedReply(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/settings/saved-replies`);
  await press(page, /^(New saved reply|Nouvelle réponse enregistrée)$/);
  await expect(page.getByRole("dialog")).toBeVisible();
  return page;
}

export async function removeSomebody(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/settings/team`);
  await press(page, /^(More actions for|Autres actions pour) (?!Léa)/);
  await page.getByRole("menuitem", { name: /^(Remove from the team|Retirer de l’équipe)$/ }).click();
  await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toBeVisible();
  return page;
}
