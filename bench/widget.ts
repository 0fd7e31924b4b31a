import type { Browser, Page } from "@playwright/test";
import { z } from "zod";
import { storefrontUrl } from "../e2e/address";
import { type App, startApp } from "../e2e/app";
import { WEIGHT_BUDGET, weighChat } from "../e2e/weigh";
import type { Figure } from "./main";
import { median } from "./measure";
import { withBrowser } from "./with-browser";

const ROUNDS = 12;
const SLOWDOWN = 4;

/** Milliseconds of the main thread for the whole page and for our script, and how far the layout shifted. */
type Cost = { work: number; script: number; shift: number };

/** Where our script is named in what the browser traced; calls that it makes are within. */
const Ours = z.object({
  name: z.enum(["EvaluateScript", "v8.compile", "FunctionCall"]),
  dur: z.number(),
  args: z.object({ data: z.object({ url: z.string().regex(/\/v1\.js$/) }) }),
});
const Trace = z.object({ traceEvents: z.array(z.unknown()) });

function scriptTime(trace: Buffer): number {
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString()));
  return traceEvents.reduce<number>((sum, event) => sum + (Ours.safeParse(event).data?.dur ?? 0), 0) / 1_000;
}

/** Loads the page at a quarter of the speed. */
async function load(browser: Browser, page: Page, address: string, withChat: boolean): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setBlockedURLs", { urls: withChat ? [] : ["*/v1.js"] });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await session.send("Performance.enable");
  await browser.startTracing(page, { categories: ["devtools.timeline", "v8"] });
  await page.goto(address, { waitUntil: "networkidle" });
  const script = scriptTime(await browser.stopTracing());
  const { metrics } = await session.send("Performance.getMetrics");
  const shift = await page.evaluate(
    () =>
      new Promise<number>((told) => {
        let sum = 0;
        const heard = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += "value" in entry ? Number(entry.value) : 0;
        });
        heard.observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => told(sum)));
      }),
  );
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  return { work: seconds * 1_000, script, shift };
}

async function costs(browser: Browser, address: string): Promise<Record<"bare" | "chat", Cost[]>> {
  const found: Record<"bare" | "chat", Cost[]> = { bare: [], chat: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const way of round % 2 ? (["chat", "bare"] as const) : (["bare", "chat"] as const)) {
      const context = await browser.newContext();
      found[way].push(await load(browser, await context.newPage(), address, way === "chat"));
      await context.close();
    }
  return found;
}

const middle = (all: readonly Cost[], what: keyof Cost) => median(all.map((one) => one[what]));

async function measure(browser: Browser, app: App): Promise<Figure[]> {
  const page = await browser.newPage({ locale: "en-GB" });
  const weight = await weighChat(page, app.url);
  await page.close();
  const { bare, chat } = await costs(browser, storefrontUrl(app.url));
  const [without, withIt] = [middle(bare, "work"), middle(chat, "work")];
  const bytes = (name: string, value: number, most: number): Figure => ({
    name,
    value,
    unit: "bytes",
    baseline: "its budget",
    ratio: value / most,
    goal: `<= ${most}`,
  });
  const figures: Figure[] = [
    bytes("before a click", weight.beforeClick, WEIGHT_BUDGET.beforeClick),
    bytes("to an open chat", weight.toOpen, WEIGHT_BUDGET.toOpen),
    {
      name: "our script at 4x",
      value: middle(chat, "script"),
      unit: "ms",
      baseline: "the whole page's work",
      ratio: middle(chat, "script") / withIt,
      goal: "<= 5 ms",
    },
    {
      name: "the page's work at 4x, more with the chat",
      value: withIt - without,
      unit: "ms",
      baseline: "the page with the chat to the page without",
      ratio: withIt / without,
      goal: "-",
    },
    {
      name: "layout shift",
      value: middle(chat, "shift") - middle(bare, "shift"),
      unit: "",
      baseline: "the page without",
      ratio: 1 + middle(chat, "shift") - middle(bare, "shift"),
      goal: "0",
    },
  ];
  const heavy = figures.filter(({ unit, ratio }) => unit === "bytes" && ratio > 1);
  if (heavy.length > 0) throw new Error(`Over its budget: ${heavy.map(({ name }) => name).join(", ")}.`);
  return figures;
}

/**
 * What the chat costs a storefront: bytes before a click and to an open chat, from the browser's own log of requests, and
 * the main thread's work of the page with and without it, alternately, slowed down four times. Throws when bytes are over
 * the budget (architecture §8).
 */
export async function benchWidget(): Promise<Figure[]> {
  return withBrowser((folder) => startApp(folder), measure);
}
