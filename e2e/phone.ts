import type { Page } from "@playwright/test";
import { appUrl } from "./address";
import { awake } from "./awake";

/** Somebody's phone of the sandbox: Messenger, with the florist's Page open. */
export async function phoneOf(page: Page, name: string): Promise<void> {
  await page.goto(`${appUrl()}/sandbox/messenger`);
  await (await awake(page.getByRole("button", { name: "Be somebody else" }))).click();
  await page.getByRole("menuitemradio", { name }).click();
  await page
    .getByRole("region", { name: `${name}’s phone` })
    .getByRole("button", { name: /^Maison Pivoine/ })
    .click();
}
