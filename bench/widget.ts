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
/** Source: the Long Tasks specification, WID-07. */
const LONG_TASK_MS = 50;

/**
 * Milliseconds of the main thread for the whole page, for our script while the page loads and once it is idle, its
 * longest stretch, when the largest thing of the page was painted, and how far the layout shifted.
 */
type Cost = { work: number; script: number; idle: number; longest: number; painted: number; shift: number };

/** Where our script is named in what the browser traced, in time of its thread; compiling and calls are within. */
const Ours = z.object({
  name: z.enum(["EvaluateScript", "FunctionCall"]),
  tdur: z.number(),
  args: z.object({ data: z.object({ url: z.string().regex(/\/v1\.js$/) }) }),
});
const Trace = z.object({ traceEvents: z.array(z.unknown()) });

/** The stretches of our script: it runs as it loads, and is called back once the page is idle. */
function scriptTime(trace: Buffer): Pick<Cost, "script" | "idle" | "longest"> {
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString()));
  const stretches = traceEvents.flatMap((event) => Ours.safeParse(event).data ?? []);
  const sum = (wanted: string) =>
    stretches.reduce((all, { name, tdur }) => all + (name === wanted ? tdur / 1_000 : 0), 0);
  return {
    script: sum("EvaluateScript"),
    idle: sum("FunctionCall"),
    longest: Math.max(...stretches.map(({ tdur }) => tdur / 1_000)),
  };
}

/** What the page's own observer noted since it was loaded: the layout's shifts, and its largest paint. */
const observed = () =>
  new Promise<Pick<Cost, "shift" | "painted">>((told) => {
    let [shift, painted] = [0, 0];
    const heard = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.entryType === "layout-shift") shift += "value" in entry ? Number(entry.value) : 0;
        else painted = Math.max(painted, entry.startTime);
    });
    heard.observe({ type: "layout-shift", buffered: true });
    heard.observe({ type: "largest-contentful-paint", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => told({ shift, painted })));
  });

/** Loads the page at a quarter of the speed. */
async function load(browser: Browser, page: Page, address: string, withChat: boolean): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setBlockedURLs", { urls: withChat ? [] : ["*/v1.js"] });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await session.send("Performance.enable");
  await browser.startTracing(page, { categories: ["devtools.timeline", "v8"] });
  await page.goto(address, { waitUntil: "networkidle" });
  const ours = scriptTime(await browser.stopTracing());
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  return { work: seconds * 1_000, ...ours, ...(await page.evaluate(observed)) };
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
      name: "our script at 4x once the page is idle",
      value: middle(chat, "idle"),
      unit: "ms",
      baseline: "the whole page's work",
      ratio: middle(chat, "idle") / withIt,
      goal: "-",
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
      name: "our longest stretch at 4x",
      value: Math.max(...chat.map(({ longest }) => longest)),
      unit: "ms",
      baseline: "a long task",
      ratio: Math.max(...chat.map(({ longest }) => longest)) / LONG_TASK_MS,
      goal: `<= ${LONG_TASK_MS} ms`,
    },
    {
      name: "the largest paint at 4x, later with the chat",
      value: middle(chat, "painted") - middle(bare, "painted"),
      unit: "ms",
      baseline: "the page with the chat to the page without",
      ratio: middle(chat, "painted") / middle(bare, "painted"),
      goal: "< 50 ms",
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
 * the main thread's work and the largest paint of the page with and without it, alternately, slowed down four times. Throws when bytes are over
 * the budget (architecture §8).
 */
export async function benchWidget(): Promise<Figure[]> {
  return withBrowser((folder) => startApp(folder), measure);
}
