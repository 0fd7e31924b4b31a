import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, expect, test } from "@playwright/test";
import { appUrl, SHOP } from "./address";
import { boxOf, chatIn, logOf } from "./chat";
import { beSomebodyNew, toDialog } from "./login";
import { WEIGHT_BUDGET, weighChat } from "./weigh";

/** A page of the shop on another origin, whose answers carry what careful shops send. */
async function strictShop(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src ${appUrl()}; frame-src ${appUrl()}`,
      "cross-origin-opener-policy": "same-origin",
      "referrer-policy": "no-referrer",
    });
    answer.end(`<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width"><title>Boutique</title>
<script async src="${appUrl()}/v1.js" data-shop="${SHOP}"></script><main><h1>Boutique</h1>
<button data-comptoir-open data-comptoir-product="Grand Bouquet">Une question ?</button></main></html>`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://shop.localhost:${port}/bouquets?tri=prix`, close: () => server.close() };
}

test("a visitor's page downloads at most 2 KB before a click, and 15 KB more to an open chat", async ({ browser }) => {
  const page = await browser.newPage();
  const weight = await weighChat(page, appUrl());
  expect(weight.beforeClick).toBeGreaterThan(0);
  expect(weight.beforeClick).toBeLessThanOrEqual(WEIGHT_BUDGET.beforeClick);
  expect(weight.toOpen).toBeLessThanOrEqual(WEIGHT_BUDGET.toOpen);
  await page.close();
});

test("where no window can open and others' cookies are blocked, the whole page logs in and comes back", async ({
  launchOptions,
}) => {
  const shop = await strictShop();
  const args = [...(launchOptions.args ?? []), "--test-third-party-cookie-phaseout"];
  const browser = await chromium.launch({ ...launchOptions, args });
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 390, height: 700 }, hasTouch: true });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  await page.goto(shop.url);
  await page.getByRole("button", { name: "Une question ?" }).click();
  const chat = chatIn(page);
  const box = chat.getByRole("textbox", { name: "Écrivez un message" });
  await expect(box).toHaveValue(/Grand Bouquet/);
  await box.fill("Livrez-vous demain ?");
  await box.press("Enter");
  await expect(logOf(chat)).toContainText("Livrez-vous demain ?");
  await box.fill("Encore un mot");
  await chat.getByRole("button", { name: "Se connecter pour garder la conversation" }).click();
  await chat.getByRole("link", { name: "Ouvrir la page de connexion" }).click();
  await page.waitForURL(/\/connect\//);
  await toDialog(page);
  const name = `Nadia ${crypto.randomUUID().slice(0, 8)}`;
  await beSomebodyNew(page, name);
  await page.getByRole("button", { name: /^Continuer avec Nadia/ }).click();
  await page.waitForURL(shop.url);
  await expect(logOf(chat)).toContainText("Livrez-vous demain ?");
  await expect(chat.getByRole("textbox", { name: "Écrivez un message" })).toHaveValue("Encore un mot");
  await expect(chat.getByRole("button", { name: "Se connecter pour garder la conversation" })).toBeHidden();
  expect(refused).toEqual([]);
  await browser.close();
  shop.close();
});

test("a shop's page is unharmed while Comptoir is away, and its chat comes by itself afterwards", async ({
  browser,
}) => {
  const shop = await strictShop();
  const page = await browser.newPage();
  const failures: Error[] = [];
  page.on("pageerror", (error) => failures.push(error));
  await page.route(`${appUrl()}/v1.js`, (route) => route.abort());
  await page.goto(shop.url);
  await page.getByRole("button", { name: "Une question ?" }).click();
  await expect(page.getByRole("heading", { name: "Boutique" })).toBeVisible();
  expect(failures).toEqual([]);
  await page.unroute(`${appUrl()}/v1.js`);
  await page.reload();
  await page.route(`${appUrl()}/api/widget/**`, (route) => route.abort());
  await page.getByRole("button", { name: "Une question ?" }).click();
  await expect(page.locator('iframe[title="Chat"]')).toBeVisible();
  await page.unroute(`${appUrl()}/api/widget/**`);
  const chat = chatIn(page);
  await expect(boxOf(chat).or(chat.getByRole("textbox", { name: "Écrivez un message" }))).toBeVisible();
  await page.close();
  shop.close();
});
