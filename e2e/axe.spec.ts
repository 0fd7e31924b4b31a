import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { appUrl } from "./address";
import { PLACES } from "./places";
import { prepare, type Scene } from "./scene";

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

let scene: Scene;

test.describe.configure({ mode: "default", timeout: 60_000 });

test.beforeAll(async ({ browser }) => {
  scene = await prepare(browser, appUrl());
});

for (const { name, who, show } of PLACES)
  test(`axe finds nothing on ${name}`, async ({ browser }) => {
    const storageState = who ? scene.kept.get(who) : undefined;
    const context = await browser.newContext({ reducedMotion: "reduce", ...(storageState ? { storageState } : {}) });
    const page = await show(await context.newPage(), scene);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
      expect(found, colorScheme).toEqual([]);
    }
    await context.close();
  });
