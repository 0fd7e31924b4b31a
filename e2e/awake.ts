import { expect, type Locator } from "@playwright/test";

/** Waits until a part of a page that came from the server answers to its user: until React has taken it over. */
export async function awake(part: Locator): Promise<Locator> {
  await expect
    .poll(() => part.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"))))
    .toBe(true);
  return part;
}
