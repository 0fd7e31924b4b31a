import { type Browser, expect, type Page, test } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { appUrl } from "./address";
import type { Place } from "./places";
import { prepare, type Scene, type Who } from "./scene";

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
/** What a theme can change; all other rules are about what both themes share. */
const COLOUR_RULES = ["color-contrast"];
const DESKTOP = { width: 1440, height: 900 };
const PHONE_WIDTHS = [390, 320];
/** Twice the size of letters that browsers begin with, in pixels. */
const LARGE_TEXT = { standard: 32, fixed: 26 };
const USUAL_TEXT = { standard: 16, fixed: 13 };

/** Asks axe, which is laid into a page once, in every frame of it. What passes is not described. */
async function findings(page: Page, runOnly: string[]): Promise<string[]> {
  const asked: RunOptions = { runOnly, resultTypes: ["violations"], iframes: false };
  const found = await Promise.all(page.frames().map((frame) => frame.evaluate(ask, asked)));
  return found.flat();
}

async function layIn(page: Page): Promise<void> {
  await Promise.all(page.frames().map((frame) => frame.evaluate(axe.source)));
}

/** Runs within the page. */
async function ask(options: RunOptions): Promise<string[]> {
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

/** How far a page reaches beyond its window, in pixels. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Whether a phone scrolls sideways where its owner chose letters of twice the size: by how many pixels. */
async function overhangInLarge(page: Page): Promise<number> {
  await page.setViewportSize({ width: 390, height: 700 });
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: LARGE_TEXT });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  const beyond = await overhang(page);
  await browser.send("Page.setFontSizes", { fontSizes: USUAL_TEXT });
  await browser.detach();
  return beyond;
}

/**
 * Declares one test for each place: axe finds nothing in light and dark, and no phone scrolls sideways, also with letters
 * of twice the size. Everyone signs in once for all of them.
 */
export function examine(places: readonly Place[]) {
  let scene: Scene;
  const signedIn = new Map<Who, Page>();

  test.describe.configure({ mode: "default", timeout: 60_000 });

  test.beforeAll(async ({ browser }) => {
    scene = await prepare(browser, appUrl());
  });

  /** A page of a browser that speaks French, whose words are longer: each person's own for all places, a fresh one for nobody. */
  async function pageOf(browser: Browser, who: Who | null): Promise<Page> {
    const ready = who && signedIn.get(who);
    if (ready) return ready;
    const kept = who && scene.kept.get(who);
    const options = { locale: "fr-FR", reducedMotion: "reduce", ...(kept && { storageState: kept }) } as const;
    const page = await (await browser.newContext(options)).newPage();
    if (who) signedIn.set(who, page);
    return page;
  }

  for (const { name, who, show } of places)
    test(`${name}: axe finds nothing, and nothing needs scrolling sideways`, async ({ browser }) => {
      const own = await pageOf(browser, who);
      await own.setViewportSize(DESKTOP);
      await own.emulateMedia({ colorScheme: "light" });
      const page = await show(own, scene);
      await layIn(page);
      expect(await findings(page, RULES), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await findings(page, COLOUR_RULES), "dark").toEqual([]);
      for (const width of PHONE_WIDTHS) {
        await page.setViewportSize({ width, height: 700 });
        await expect.poll(() => overhang(page), `${width} px wide`).toBeLessThanOrEqual(0);
      }
      expect(await overhangInLarge(page), "letters of twice the size").toBeLessThanOrEqual(0);
      if (page !== own) await page.close();
      if (!who) await own.context().close();
    });
}
