import { expect, test } from "@playwright/test";
import { appUrl, INBOX, SHOP } from "./address";
import { awake } from "./awake";
import { openChat, write } from "./chat";
import { openThread, reply, threadOf } from "./inbox";
import { leave, pageOf } from "./login";
import { lengthen, lineOf, scrollTo } from "./long-thread";

const MANY = 600;
const UNREAD = 200;
/** As many as are drawn, with a page and what is held near the newest. */
const DRAWN = 450;

test("a press counts for its line though it moves; a long thread is read from any place: a search's, a day's, the first unread's, and back", async ({
  browser,
  page,
}) => {
  const word = `Begin${crypto.randomUUID().slice(0, 6)}`;
  const chat = await openChat(page, appUrl());
  const lea = await pageOf(browser, appUrl(), "Léa Moreau");
  const first = await awake(lea.locator("[data-conversation]").first());
  const pressed = await first.getAttribute("data-conversation");
  await first.hover();
  const { x, y, width, height } = (await first.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const under = () =>
    lea.evaluate(([left, top]) => document.elementFromPoint(left, top)?.closest("a")?.dataset.conversation, [
      x + width / 2,
      y + height / 2,
    ] as const);
  await lea.mouse.down();
  await write(chat, word);
  await expect.poll(under).not.toBe(pressed);
  await lea.mouse.up();
  await lea.waitForURL((url) => url.pathname.endsWith(`/inbox/${pressed}`));
  const id = await openThread(lea, word);
  await lea.goto(`${appUrl()}/s/${SHOP}/contacts`);
  await lengthen(id, MANY, UNREAD);
  const line = (n: number) => threadOf(lea).getByText(lineOf(n), { exact: true });

  await lea.goto(`${appUrl()}${INBOX}/${id}?view=open`);
  await expect(line(MANY)).toBeInViewport();
  await lea.getByRole("button", { name: "First new message" }).click();
  await expect(line(MANY - UNREAD + 2)).toBeInViewport();
  await expect(threadOf(lea).getByText("New messages")).toBeInViewport();
  await expect(line(MANY)).toHaveCount(0);
  await lea.getByRole("button", { name: "To the latest message" }).click();
  await expect(line(MANY)).toBeInViewport();

  const up = await scrollTo(threadOf(lea), -650, line(2));
  expect([up.moved < 2, up.drawn < DRAWN]).toEqual([true, true]);
  await expect(line(MANY)).toHaveCount(0);
  await write(chat, "Are you there?");
  const down = await scrollTo(threadOf(lea), 650, threadOf(lea).getByText("Are you there?", { exact: true }));
  expect([down.moved < 2, down.drawn < DRAWN]).toEqual([true, true]);

  await lea.goto(`${appUrl()}/s/${SHOP}/search?q=${encodeURIComponent(`"${lineOf(150)}"`)}`);
  await lea.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(line(150)).toBeInViewport();
  await threadOf(lea).hover();
  await expect(async () => {
    await lea.mouse.wheel(0, 400);
    await expect(line(190)).toBeInViewport({ timeout: 300 });
  }).toPass();

  await lea
    .getByRole("button", { name: /^More actions/ })
    .first()
    .click();
  await lea.getByRole("menuitem", { name: "Go to a date" }).click();
  await lea.getByRole("textbox", { name: "Go to a date" }).fill("2026-03-05");
  await lea.getByRole("button", { name: "Go there" }).click();
  await expect(line(83)).toBeInViewport();
  await threadOf(lea).press("Home");
  await expect(line(40)).toBeVisible();

  await reply(lea, "Still there?");
  await expect(threadOf(lea).getByText("Still there?")).toBeInViewport();
  await expect(line(83)).toHaveCount(0);
  await leave(lea);
});
