import { expect, type Page } from "@playwright/test";
import { INBOX, SHOP } from "./address";
import { awake } from "./awake";
import type { Scene } from "./scene";

export async function invite(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/settings/team`);
  await page.getByRole("button", { name: /^(Invite someone|Inviter quelqu’un)$/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  return page;
}

export async function makeTeam(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/settings/team`);
  await (await awake(page.getByRole("button", { name: /^(New team|Nouvelle équipe)$/ }))).click();
  await page.getByRole("switch", { name: /^(Give conversations in turn|Distribuer à tour de rôle)$/ }).click();
  await expect(page.getByRole("spinbutton")).toBeVisible();
  return page;
}

export async function setHours(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/settings/team`);
  await (
    await awake(page.getByRole("button", { name: /^(More actions for|Autres actions pour) Léa Moreau$/ }))
  ).click();
  await page.getByRole("menuitem", { name: /^(Working hours|Horaires de travail)$/ }).click();
  await page.waitForURL(/\/settings\/team\/hours\//);
  await page.getByRole("radio", { name: /^(By hours|Selon des horaires)$/ }).check({ force: true });
  await expect(page.getByRole("listitem").filter({ hasText: /^(Monday|Lundi)/ })).toBeVisible();
  return page;
}

export async function editProfile(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/settings/messenger`);
  await page.locator('a[href*="/settings/messenger/profile/"]').click();
  await page.waitForURL(/\/settings\/messenger\/profile\//);
  await expect(page.getByRole("textbox").first()).toBeVisible();
  return page;
}

/** A layer that her own menu opens. */
async function fromOwnMenu(page: Page, { url }: Scene, item: RegExp): Promise<Page> {
  await page.goto(`${url}${INBOX}`);
  await (await awake(page.getByRole("button", { name: /^Léa Moreau/ }))).click();
  await page.getByRole("menuitem", { name: item }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  return page;
}

export const setQuietTimes = (page: Page, scene: Scene) => fromOwnMenu(page, scene, /^(Quiet times|Heures calmes)…$/);
export const chooseDailyMail = (page: Page, scene: Scene) => fromOwnMenu(page, scene, /^(Daily mail|E-mail du jour)…$/);

export async function makeField(page: Page, { url }: Scene): Promise<Page> {
  await page.goto(`${url}/s/${SHOP}/settings/fields`);
  await (await awake(page.getByRole("button", { name: /^(New field|Nouveau champ)$/ }))).click();
  await page.getByRole("combobox", { name: /^(Kind|Type)$/ }).selectOption("choice");
  await expect(page.getByRole("textbox", { name: /^(Choice|Choix) 1$/ })).toBeVisible();
  return page;
}
