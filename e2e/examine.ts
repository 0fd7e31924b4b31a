import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { appUrl } from "./address";
import type { Place } from "./places";
import { prepare, type Scene, type Who } from "./scene";

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
/** What a theme can change; all other rules are about what both themes share. */
const COLOUR_RULES = ["color-contrast"];
const PHONE_WIDTHS = [390, 320];

/**
 * Asks axe; a page without frames is asked within itself, which spares it a second page. What passes is not described.
 */
async function findings(page: Page, ask: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const alone = page.frames().length === 1;
  const axe = new AxeBuilder({ page }).setLegacyMode(alone).options({ resultTypes: ["violations"] });
  const { violations } = await ask(axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

/** How far a page reaches beyond its window, in pixels. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * Declares one test for each place: axe finds nothing in light and dark, and no phone scrolls sideways. Everyone signs in
 * once for all of them.
 */
export function examine(places: readonly Place[]) {
  let scene: Scene;
  const signedIn = new Map<Who, BrowserContext>();

  test.describe.configure({ mode: "default", timeout: 60_000 });

  test.beforeAll(async ({ browser }) => {
    scene = await prepare(browser, appUrl());
  });

  /** A browser that speaks French, whose words are the longer ones: one for each person, a fresh one for nobody. */
  async function browserOf(browser: Browser, who: Who | null): Promise<BrowserContext> {
    const options = { locale: "fr-FR", reducedMotion: "reduce" } as const;
    if (!who) return browser.newContext(options);
    const kept = scene.kept.get(who);
    const context =
      signedIn.get(who) ?? (await browser.newContext({ ...options, ...(kept && { storageState: kept }) }));
    signedIn.set(who, context);
    return context;
  }

  for (const { name, who, show } of places)
    test(`${name}: axe finds nothing, and nothing needs scrolling sideways`, async ({ browser }) => {
      const context = await browserOf(browser, who);
      const page = await show(await context.newPage(), scene);
      expect(await findings(page, (axe) => axe.withTags(RULES)), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await findings(page, (axe) => axe.withRules(COLOUR_RULES)), "dark").toEqual([]);
      for (const width of PHONE_WIDTHS) {
        await page.setViewportSize({ width, height: 700 });
        await expect.poll(() => overhang(page), `${width} px wide`).toBeLessThanOrEqual(0);
      }
      await (who ? page : context).close();
    });
}
