import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { appUrl, SHOP } from "./address";
import { awake } from "./awake";
import { chooseFile, tryFile } from "./import-file";
import { leave, pageOf } from "./login";

const NAME = `Odile ${crypto.randomUUID().slice(0, 8)}`;
const FILE = `Nom complet;E-mail;Désinscrit\n${NAME};${crypto.randomUUID()}@mail.example;\nPersonne;personne@mail;\n`;

test("contacts come in from a file after a dry run, appear in the open list, and go again", async ({ browser }) => {
  const [lea, watching] = await Promise.all([
    pageOf(browser, appUrl(), "Léa Moreau", `/s/${SHOP}/contacts/import`),
    pageOf(browser, appUrl(), "Léa Moreau", `/s/${SHOP}/contacts`),
  ]);
  await chooseFile(lea, FILE);
  await expect(lea.getByLabel(/^What “E-mail” holds$/)).toHaveValue("email");
  await tryFile(lea);
  await expect(lea.getByText("Line 3")).toBeVisible();
  const download = lea.waitForEvent("download");
  await lea.getByRole("link", { name: "Download the lines that were not taken" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toContain("personne@mail");
  await expect(watching.getByText(NAME)).toHaveCount(0);

  await lea.getByRole("button", { name: "Import one contact" }).click();
  await expect(lea.getByRole("heading", { name: "Imported" })).toBeVisible();
  await expect(watching.getByRole("link", { name: NAME })).toBeVisible();

  await (await awake(lea.getByRole("button", { name: "Take it back" }))).click();
  await lea.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
  await expect(lea.getByRole("heading", { name: "Taken back" })).toBeVisible();
  await expect(watching.getByRole("link", { name: NAME })).toHaveCount(0);
  await leave(lea, watching);
});

test("saved replies come in from a file, line breaks and all, and go again", async ({ browser }) => {
  const title = `Livraison ${crypto.randomUUID().slice(0, 8)}`;
  const lea = await pageOf(browser, appUrl(), "Léa Moreau", `/s/${SHOP}/settings/saved-replies/import`);
  await chooseFile(lea, `Title,Body\n${title},"Demain,\navant midi."\nSans texte,\n`);
  await tryFile(lea);
  await expect(lea.getByText("There are no words.")).toBeVisible();
  await lea.getByRole("button", { name: "Import one reply" }).click();
  await expect(lea.getByRole("heading", { name: "Imported" })).toBeVisible();
  await lea.getByRole("link", { name: "Show the saved replies" }).click();
  await expect(lea.getByText(title, { exact: true })).toBeVisible();
  await lea.goBack();
  await (await awake(lea.getByRole("button", { name: "Take it back" }))).click();
  await lea.getByRole("alertdialog").getByRole("button", { name: "Take it back" }).click();
  await expect(lea.getByRole("heading", { name: "Taken back" })).toBeVisible();
  await leave(lea);
});
