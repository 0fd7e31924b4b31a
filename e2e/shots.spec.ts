import { join, resolve } from "node:path";
import { test } from "@playwright/test";
import { appUrl } from "./address";
import { PLACES } from "./places";
import { prepare, type Scene } from "./scene";

const folder = resolve(import.meta.dirname, "../.shots");
const WINDOWS = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } };
const LANGUAGES = { en: "en-GB", fr: "fr-FR" };

let scene: Scene;

test.describe.configure({ mode: "default", timeout: 120_000 });

test.beforeAll(async ({ browser }) => {
  scene = await prepare(browser, appUrl());
});

for (const { name, who, show } of PLACES)
  for (const [language, locale] of Object.entries(LANGUAGES))
    test(`${name} in ${language}`, async ({ browser }) => {
      const storageState = who ? scene.kept.get(who) : undefined;
      const context = await browser.newContext({
        locale,
        reducedMotion: "reduce",
        viewport: WINDOWS[1440],
        ...(storageState ? { storageState } : {}),
      });
      const page = await show(await context.newPage(), scene);
      await page.waitForLoadState("networkidle");
      for (const [width, viewport] of Object.entries(WINDOWS)) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: join(folder, `${name}.${width}.${colorScheme}.${language}.png`) });
        }
      }
      await context.close();
    });
