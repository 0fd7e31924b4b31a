import { expect, type Page } from "@playwright/test";
import { awake } from "./awake";

/** Chooses a file on the page that takes one, and waits for the page of its import. */
export async function chooseFile(page: Page, text: string): Promise<void> {
  await awake(page.getByRole("button", { name: /^(Choose a file|Choisir un fichier)$/ }));
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "clients.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
}

/** Asks for the dry run and waits for what it says. */
export async function tryFile(page: Page): Promise<void> {
  await (await awake(page.getByRole("button", { name: /^(Try it without importing|Essayer sans importer)$/ }))).click();
  await expect(
    page.getByRole("heading", { name: /^(What the import would do|Ce que ferait l’import)$/ }),
  ).toBeVisible();
}
