import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { INBOX } from "../e2e/address";
import type { App } from "../e2e/app";
import { awake } from "../e2e/awake";
import { signIn } from "../e2e/login";
import { weighEmptyPage } from "./empty-page";
import { startFullShop } from "./full-shop";
import type { Figure } from "./main";
import { median, quantile } from "./measure";
import { withBrowser } from "./with-browser";

const CONVERSATIONS = 100_000;
const SLOWDOWN = 4;
const LOADS = 5;
const PRESSES = 40;
const THREAD = /\/api\/v1\/shops\/[^/]+\/conversations\/[0-9a-f-]{36}/;

type Felt = { events: number[]; longTasks: number[] };

async function slowed(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
}

/** First contentful paint of a fresh load, in milliseconds. */
async function firstPaint(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "load" });
  return page.evaluate(
    () =>
      new Promise<number>((told) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") told(startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}

/** Scripts of the inbox's first load, brotli, in bytes. */
async function weighScripts(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (/\/_next\/.*\.js(\?|$)/.test(response.url()))
      sizes.push(response.body().then((body) => brotliCompressSync(body).length));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  page.removeAllListeners("response");
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** From a key's press to the frame that shows what it did: the next thread, or nothing for a key without a meaning. */
async function press(page: Page, key: "j" | "F9"): Promise<number> {
  await page.evaluate((moves) => {
    const current = () => document.querySelector<HTMLElement>('a[data-conversation][aria-current="true"]');
    const before = current()?.dataset.conversation;
    const shows = () => {
      const row = current();
      const name = row?.querySelector("bdi")?.textContent;
      const log = document.querySelector('[role="log"]');
      const moved = row?.dataset.conversation !== before && name && log?.ariaLabel?.endsWith(` ${name}`);
      return Boolean(moved && log?.querySelector("time"));
    };
    const painted = new Promise<number>((told) => {
      const look = (timeStamp: number, { port1, port2 }: MessageChannel) => {
        port1.onmessage = () => told(performance.now() - timeStamp);
        const again = () => requestAnimationFrame(() => (!moves || shows() ? port2.postMessage(0) : again()));
        again();
      };
      const pressed = ({ timeStamp }: KeyboardEvent) => look(timeStamp, new MessageChannel());
      addEventListener("keydown", pressed, { once: true, capture: true });
    });
    Object.assign(window, { painted });
  }, key === "j");
  await page.keyboard.press(key);
  return page.evaluate(() => Reflect.get(window, "painted") as Promise<number>);
}

async function feel(page: Page): Promise<void> {
  await page.evaluate(() => {
    const felt: Felt = { events: [], longTasks: [] };
    Object.assign(window, { felt });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (Number(Reflect.get(entry, "interactionId")) > 0) felt.events.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) felt.longTasks.push(duration);
    }).observe({ type: "longtask" });
  });
}

async function goThrough(page: Page): Promise<{ j: number[]; nothing: number[]; felt: Felt }> {
  const [j, nothing]: [number[], number[]] = [[], []];
  await feel(page);
  for (let n = 0; n < PRESSES; n += 1) {
    const ready = page.waitForResponse((response) => THREAD.test(response.url()));
    j.push(await press(page, "j"));
    await ready;
    nothing.push(await press(page, "F9"));
  }
  const felt = await page.evaluate(() => Reflect.get(window, "felt") as Felt);
  return { j, nothing, felt };
}

async function measure(browser: Browser, app: App): Promise<Figure[]> {
  const inbox = `${app.url}${INBOX}`;
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.addInitScript("globalThis.__name ??= (one) => one"); // tsx names functions by a helper of its own
  await signIn(page, app.url, "Léa Moreau", INBOX);
  const scripts = await weighScripts(page, inbox);
  const empty = weighEmptyPage();
  await slowed(page);
  const paints: number[] = [];
  const plain: number[] = [];
  for (let n = 0; n < LOADS; n += 1) {
    plain.push(await firstPaint(page, `${app.url}/terms`));
    paints.push(await firstPaint(page, inbox));
  }
  await awake(page.getByRole("listitem").getByRole("link").first());
  await press(page, "j");
  const { j, nothing, felt } = await goThrough(page);
  const sorted = (all: number[]) => [...all].sort((a, b) => a - b);
  const idle = median(nothing);
  const at = `at ${SLOWDOWN}x`;
  const ofKey = (name: string, value: number, goal: string): Figure => ({
    ...{ name, value, unit: "ms", goal },
    baseline: `a key that does nothing: ${idle.toFixed(1)} ms`,
    ratio: value / idle,
  });
  return [
    {
      ...{ name: "inbox scripts over an empty page", value: (scripts - empty) / 1_000, unit: "KB", goal: "<= 60 KB" },
      ...{ baseline: `an empty Next page: ${(empty / 1_000).toFixed(1)} KB`, ratio: scripts / empty },
    },
    {
      ...{ name: `first paint ${at}`, value: median(paints), unit: "ms", goal: "-" },
      ...{ baseline: `the terms: ${median(plain).toFixed(0)} ms`, ratio: median(paints) / median(plain) },
    },
    ofKey(`j to painted thread ${at}, p50`, quantile(sorted(j), 0.5), "-"),
    ofKey(`j to painted thread ${at}, p95`, quantile(sorted(j), 0.95), "<= 50 ms"),
    ofKey(`interaction to next paint ${at}, p98`, quantile(sorted(felt.events), 0.98), "-"),
    ofKey(`long tasks ${at}, the longest of ${felt.longTasks.length}`, Math.max(0, ...felt.longTasks), "-"),
  ];
}

/**
 * The inbox of a shop with 100,000 conversations, at a quarter of the speed, by Chromium's own clocks: what it loads,
 * when it is first seen, and how long `j` takes to show the next thread to somebody who reads each.
 */
export async function benchInbox(): Promise<Figure[]> {
  return withBrowser((folder) => startFullShop(folder, CONVERSATIONS), measure);
}
