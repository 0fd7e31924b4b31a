import { expect, test } from "@playwright/test";
import { appUrl, INBOX, SHOP, storefrontUrl } from "./address";
import { buy, chatIn, connectAs, logOf, openChat, write } from "./chat";
import { openThread, panelOf, reply, threadOf } from "./inbox";
import { leave, pageOf } from "./login";
import { expectQuiet, PAYLOADS, type Watch, watchFor } from "./payloads";
import { newcomer, openShop } from "./team";

const NAME = `Nina${crypto.randomUUID().slice(0, 6)} "><img src=x onerror=__xss(1)>`;
const MINE = `</script><svg/onload=__xss(2)>`;

test("markup is text wherever it is shown (XSS-01)", async ({ browser, page }) => {
  test.setTimeout(120_000);
  const watches: Watch[] = [await watchFor(page)];
  const chat = await openChat(page, appUrl());
  for (const payload of PAYLOADS) await write(chat, payload);
  await expect(logOf(chat).locator(".bubble")).toHaveCount(PAYLOADS.length);
  await expect(logOf(chat).locator(".draft")).toHaveCount(0);
  await connectAs(page, NAME, [/^Order updates/]);
  await expect(logOf(chat)).toContainText(`Logged in as ${NAME}`);

  const lea = await pageOf(browser, appUrl(), "Léa Moreau");
  watches.push(await watchFor(lea));
  await lea.goto(`${appUrl()}${INBOX}`);
  await openThread(lea, NAME);
  for (const payload of PAYLOADS) await expect(threadOf(lea)).toContainText(payload);
  for (const payload of PAYLOADS) await reply(lea, `${payload} again`);
  for (const payload of PAYLOADS) await expect(logOf(chat)).toContainText(`${payload} again`);
  const shop = await page.context().newPage();
  await buy(shop, appUrl(), MINE, PAYLOADS.join(" ").slice(0, 300));
  await expect(shop.getByRole("main")).toContainText("<img src=x onerror=__xss(1)>");
  await panelOf(lea).getByRole("button", { name: "Send receipt" }).click();
  await expect(threadOf(lea).getByRole("article")).toContainText("onerror=__xss");
  await expect(logOf(chatIn(page)).getByRole("article")).toContainText("onerror=__xss");
  await shop.goto(`${storefrontUrl(appUrl())}/back-office`);
  await expect(shop.getByText(MINE)).toBeVisible();

  await panelOf(lea).getByRole("link", { name: "History" }).click();
  await expect(lea.getByRole("heading", { name: NAME })).toBeVisible();
  await lea.goto(`${appUrl()}/s/${SHOP}/contacts?q=${encodeURIComponent(NAME.slice(0, 10))}`);
  await expect(lea.getByRole("link", { name: NAME })).toBeVisible();
  await lea.goto(`${appUrl()}/s/${SHOP}/contacts?q=${encodeURIComponent(PAYLOADS[3])}`);
  await expect(lea.getByRole("heading", { name: /^Nobody is called/ })).toContainText(PAYLOADS[3]);
  await shop.goto(`${appUrl()}/me`);
  await expect(shop.getByText("Maison Pivoine").first()).toBeVisible();
  await shop.goto(`${appUrl()}/login?switch=1&error=${encodeURIComponent(PAYLOADS[0])}`);
  await expect(shop.getByRole("alert").first()).toBeVisible();
  for (const watch of watches) expectQuiet(watch);
  await leave(lea);
});

test("so is the name of a shop and of its owner (XSS-01)", async ({ browser }) => {
  const owner = await newcomer(browser, appUrl(), `Olga ${crypto.randomUUID().slice(0, 6)} <svg/onload=__xss(2)>`);
  const watch = await watchFor(owner);
  const slug = await openShop(owner, appUrl(), MINE);
  for (const path of [`/s/${slug}/inbox`, `/s/${slug}/contacts`, `/s/${slug}/settings/team`, "/new", "/me"]) {
    await owner.goto(`${appUrl()}${path}`);
    await expect(owner.getByRole("main")).toBeVisible();
  }
  await owner.goto(`${appUrl()}/widget/${slug}?locale=en&origin=${encodeURIComponent(MINE)}`);
  await expect(owner.getByRole("heading", { name: MINE })).toBeVisible();
  await owner.goto(`${appUrl()}/sandbox`);
  await expect(owner.getByRole("main")).toBeVisible();
  expectQuiet(watch);
  await leave(owner);
});
