import { expect, type Page, type Route, test } from "@playwright/test";
import { appUrl, INBOX, storefrontUrl } from "./address";
import { boxOf, chatIn, logOf } from "./chat";
import { openThread, panelOf, reply, threadOf } from "./inbox";
import { leave, pageOf } from "./login";

/** What the page was told so far. */
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

/** Listens to everything from before the chat's own script. */
async function listen(page: Page) {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.Comptoir ??= { q: [] };
    window.Comptoir.q?.push((chat) => {
      chat.on("open", () => heard.push("open"));
      chat.on("close", () => heard.push("close"));
      chat.on("message", ({ from }) => heard.push(from));
      chat.on("unread", (n) => n && heard.push(n));
    });
  });
}

const call = (page: Page, act: "setLocale" | "send" | "shutdown", given = "") =>
  page.evaluate(
    ([act, given]) => {
      const chat = window.Comptoir;
      if (!chat?.open) throw new Error("no chat");
      if (act === "shutdown") return chat.shutdown();
      return chat[act](given);
    },
    [act, given] as const,
  );

/** What the browser tells the chat when its page goes into the cache for going back, or comes out of it. */
async function turn(page: Page, event: "pagehide" | "pageshow") {
  const frame = page.frames().find((one) => one.url().includes("/widget/"));
  await frame?.evaluate((type) => {
    window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  }, event);
}

/** The address that a page drawn by an older build would ask for. */
const toOldBuild = (route: Route) =>
  route.continue({
    url: route
      .request()
      .url()
      .replace(/\/widget\/[^/]+/, "/widget/o1d_b1"),
  });

test("a page sends, hears of each message once, also back from the page cache, changes the language, takes the chat off and counts", async ({
  browser,
  page,
}) => {
  await listen(page);
  await page.goto(`${storefrontUrl(appUrl())}/`);
  const text = `Is Corail in stock? ${crypto.randomUUID()}`;
  await expect.poll(() => page.evaluate(() => Boolean(window.Comptoir?.open))).toBe(true);
  await call(page, "send", text);
  await expect(logOf(chatIn(page)).getByText(text)).toHaveCount(1);
  await expect.poll(() => heard(page)).toEqual(["open", "visitor"]);

  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  await openThread(lea, text);
  await reply(lea, "It is.");
  await expect(logOf(chatIn(page)).getByText("It is.")).toHaveCount(1);
  await expect.poll(() => heard(page)).toEqual(["open", "visitor", "shop"]);
  await page.evaluate(() => {
    if (window.Comptoir?.open) window.Comptoir.setAttributes({ plan: "gold", visits: 3 });
  });
  await expect(panelOf(lea)).toContainText("gold · not proven");

  await turn(page, "pagehide");
  await reply(lea, "Two are left.");
  await expect(threadOf(lea).getByText("Two are left.")).toHaveCount(1);
  await turn(page, "pageshow");
  await expect(logOf(chatIn(page)).getByText("Two are left.")).toHaveCount(1);
  await expect.poll(() => heard(page)).toEqual(["open", "visitor", "shop", "shop"]);

  await boxOf(chatIn(page)).fill("What I had begun");
  await page.route("**/faces.js", toOldBuild, { times: 1 });
  const faces = chatIn(page).getByRole("button", { name: "Emoji and stickers" });
  const old = chatIn(page).locator("html[data-old]");
  await chatIn(page)
    .locator("html")
    .evaluate((html) => html.setAttribute("data-old", ""));
  await faces.click();
  await expect(old, "the chat's page was loaded anew").toHaveCount(0);
  await expect(boxOf(chatIn(page))).toHaveValue("What I had begun");
  await faces.click();
  await expect(chatIn(page).getByRole("group", { name: "Stickers" })).toBeVisible();
  expect(await heard(page)).toEqual(["open", "visitor", "shop", "shop"]);
  await call(page, "setLocale", "fr-FR");
  await expect(chatIn(page).getByRole("textbox", { name: "Écrivez un message" })).toHaveValue("What I had begun");
  await expect(logOf(chatIn(page)).getByText("It is.")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => heard(page)).toContain("close");

  await call(page, "shutdown");
  await expect(page.locator('iframe[title="Chat"]')).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Contactez-moi par chat" })).toHaveCount(0);
  expect(await page.evaluate(() => window.Comptoir)).toBeUndefined();

  await reply(lea, "See you.");
  await expect(threadOf(lea), "what is on its way counts for nothing").toContainText(/See you\..*Sent/s);
  await page.reload();
  await expect(page.getByRole("button", { name: "Contact me via chat, 1 unread" })).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
  await leave(lea);
});

test("fifty copies of the line are one button and one socket, and the chat fills a small screen", async ({
  browser,
}) => {
  const viewport = { width: 390, height: 700 };
  const page = await browser.newPage({ viewport });
  const sockets: string[] = [];
  page.on("websocket", (socket) => sockets.push(socket.url()));
  await page.goto(`${storefrontUrl(appUrl())}/`);
  await page.evaluate(async () => {
    const line = document.querySelector<HTMLScriptElement>("script[data-shop]");
    const copies = Array.from({ length: 50 }, () => {
      const copy = document.createElement("script");
      Object.assign(copy.dataset, line?.dataset);
      copy.src = line?.src ?? "";
      return new Promise((loaded) => {
        copy.onload = loaded;
        document.body.append(copy);
      });
    });
    await Promise.all(copies);
  });
  await expect(page.locator("html > div")).toHaveCount(1);
  await call(page, "send", `Once? ${crypto.randomUUID()}`);
  await expect(logOf(chatIn(page)).getByText("Once?")).toHaveCount(1);
  await expect(page.locator('iframe[title="Chat"]')).toHaveCount(1);
  await expect.poll(() => sockets.length).toBe(1);
  expect(await page.locator('iframe[title="Chat"]').boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
  await page.close();
});

test("without JavaScript the chat's link says where else the shop is", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${appUrl()}/widget/maison-pivoine`);
  await expect(plain.getByRole("heading", { name: "Write to Maison Pivoine" })).toBeVisible();
  await expect(plain.getByRole("link", { name: "shop.localhost" })).toHaveAttribute(
    "href",
    `${storefrontUrl(appUrl())}/`,
  );
  await context.close();
});

test("with slow scripts nothing of the page waits, what was asked opens once they came, and a file and a sticker go", async ({
  browser,
  page,
}) => {
  const word = crypto.randomUUID().slice(0, 8);
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const came: (() => void)[] = [];
  const late = (name: RegExp) =>
    page.route(name, async (route) => {
      await new Promise<void>((resolve) => came.push(resolve));
      await route.fallback();
    });
  const release = () => expect.poll(() => came.splice(0).map((go) => go()).length).toBeGreaterThan(0);
  await late(/\/v1\.js$/);
  await late(/\/widget\/[^?]*\.js$/);

  await page.goto(storefrontUrl(appUrl()), { waitUntil: "commit" });
  await page.getByRole("button", { name: "Add Corail to the basket" }).click();
  await expect(page.getByRole("link", { name: "Check out" })).toBeVisible();
  await page.evaluate(() => {
    window.Comptoir ??= { q: [] };
    window.Comptoir.q?.push((chat) => chat.open());
  });
  await expect(page.locator("iframe")).toHaveCount(0);
  await release();
  await expect(page.locator("iframe")).toHaveCount(1);
  await release();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  for (const go of came.splice(0)) go();
  await boxOf(chatIn(page)).fill(`A plan for ${word}`);
  await boxOf(chatIn(page)).press("Enter");

  const lea = await pageOf(browser, appUrl(), "Léa Moreau", INBOX);
  await openThread(lea, word);
  const plan = { name: "table.txt", mimeType: "text/plain", buffer: Buffer.from("Two vases a table") };
  await chatIn(page).locator("input[type=file]").setInputFiles(plan);
  await expect(logOf(chatIn(page)).getByRole("link", { name: /table\.txt/ })).toBeVisible();
  await expect(threadOf(lea).getByRole("link", { name: /table\.txt/ })).toBeVisible();
  await chatIn(page).getByRole("button", { name: "Emoji and stickers" }).click();
  await chatIn(page).getByRole("group", { name: "Stickers" }).getByRole("button", { name: "A heart" }).click();
  await expect(logOf(chatIn(page)).getByRole("img", { name: "A heart" })).toBeVisible();
  await expect(threadOf(lea).getByRole("img", { name: "A heart" })).toBeVisible();
  await leave(lea);
});
