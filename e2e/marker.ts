import { expect, type Page } from "@playwright/test";

const NAME = "comptoirMarker";

/** Leaves a mark in a page that a reload would wipe away. */
export async function mark(...pages: Page[]): Promise<void> {
  for (const page of pages) await page.evaluate((name) => Reflect.set(window, name, true), NAME);
}

/** Whether pages are still the ones that were marked. */
export async function expectNotReloaded(...pages: Page[]): Promise<void> {
  for (const page of pages) expect(await page.evaluate((name) => Reflect.get(window, name), NAME)).toBe(true);
}
