import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { SHOP } from "./address";
import { type App, startApp } from "./app";
import { kill } from "./kill";
import { leave, pageOf } from "./login";

const folder = resolve(import.meta.dirname, "../.test/history-data");
const PAGE = "1000000000001";
/** The platform still gives the twenty newest messages of a thread. */
const THREADS = 500;
const EACH = 20;
const ALL = THREADS * EACH;

type Row = { lastSeq: number; unread: number; waitingSince: string | null; lastMessage: { at: string } | null };

async function json(page: Page, path: string) {
  return (await page.request.get(new URL(`/api/v1/shops/${SHOP}/${path}`, page.url()).href)).json();
}

/** Every closed conversation of the shop. */
async function closed(page: Page): Promise<Row[]> {
  const all: Row[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const answer: { rows: Row[]; next: string | null } = await json(page, `conversations?view=closed&limit=100${next}`);
    all.push(...answer.rows);
    cursor = answer.next;
  }
  return all;
}

const messagesIn = (rows: Row[]) => rows.reduce((sum, row) => sum + row.lastSeq, 0);

test("10,000 past messages come in once, through a pause and a killed worker", async ({ browser }) => {
  test.setTimeout(300_000);
  await rm(folder, { recursive: true, force: true });
  let app: App = await startApp(folder);
  const lea = await pageOf(browser, app.url, "Léa Moreau", `/s/${SHOP}/settings/messenger`);
  try {
    const made = await lea.request.post(`${app.url}/sandbox/messenger/acts`, {
      data: { act: "flood", pageId: PAGE, threads: THREADS, each: EACH },
      headers: { origin: app.url },
    });
    expect(made.status()).toBe(204);
    const before = await closed(lea);
    const counts = await json(lea, "conversations?view=open");

    const card = lea.locator("section").filter({ has: lea.getByRole("heading", { name: "Past conversations" }) });
    await card.getByRole("button", { name: "Fetch them" }).click();
    const progress = card.getByText(/of about 10,\d{3}, back to/);
    await expect(progress).toBeVisible({ timeout: 30_000 });
    await card.getByRole("button", { name: "Pause" }).click();
    await expect(card.getByText("Paused")).toBeVisible();
    await card.getByRole("button", { name: "Resume" }).click();
    await expect(card.getByText("Importing")).toBeVisible();

    ({ app } = await kill(app, "worker"));
    await expect(card.getByText("Complete")).toBeVisible({ timeout: 180_000 });
    await expect(card.getByText("10,000 messages imported")).toBeVisible();

    const after = await closed(lea);
    expect(after.length - before.length).toBe(THREADS);
    expect(messagesIn(after) - messagesIn(before)).toBe(ALL);
    expect(after.every(({ unread, waitingSince }) => unread === 0 && waitingSince === null)).toBe(true);
    expect((await json(lea, "conversations?view=open")).rows.length).toBe(counts.rows.length);
  } finally {
    await leave(lea);
    await app.stop();
  }
});
