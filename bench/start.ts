import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, processesOf, startApp } from "../e2e/app";
import { buildApp } from "./build-app";
import type { Figure } from "./main";
import { median } from "./measure";
import { megabytesOf, treeOf } from "./memory";

const WARM_RUNS = 3;

async function timed(run: () => Promise<App>): Promise<{ app: App; seconds: number }> {
  const began = performance.now();
  const app = await run();
  return { app, seconds: (performance.now() - began) / 1000 };
}

function bareStart(): number {
  const began = performance.now();
  spawnSync(process.execPath, ["-e", ""]);
  return (performance.now() - began) / 1000;
}

async function bareMemory(): Promise<number> {
  const idle = spawn(process.execPath, ["-e", "process.stdout.write('.'); setInterval(() => {}, 1e6)"]);
  await new Promise((ready) => idle.stdout.once("data", ready));
  const megabytes = megabytesOf([idle.pid ?? 0]);
  idle.kill();
  return megabytes;
}

/** Once everything is built: cold start (empty data folder: database made, migrated, seeded), warm start, and the idle memory of the whole stack. */
export async function benchStart(): Promise<Figure[]> {
  buildApp();
  const folder = await mkdtemp(join(tmpdir(), "comptoir-bench-"));
  try {
    const bare = median([bareStart(), bareStart(), bareStart()]);
    const cold = await timed(() => startApp(folder));
    await cold.app.stop();
    const warm: number[] = [];
    let figures: Figure[] = [];
    for (let run = 0; run < WARM_RUNS; run += 1) {
      const { app, seconds } = await timed(() => startApp(folder));
      warm.push(seconds);
      if (run === WARM_RUNS - 1) figures = await memoryFigures(app);
      await app.stop();
    }
    const against = "an empty node process";
    return [
      { name: "cold start", value: cold.seconds, unit: "s", baseline: against, ratio: cold.seconds / bare, goal: "-" },
      {
        name: "warm start",
        value: median(warm),
        unit: "s",
        baseline: against,
        ratio: median(warm) / bare,
        goal: "< 10 s",
      },
      ...figures,
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function memoryFigures(app: App): Promise<Figure[]> {
  const bare = await bareMemory();
  const named = { launcher: app.launcher.pid ?? 0, ...processesOf(app.folder) };
  const roots = Object.entries(named);
  const counted = new Set<number>();
  const parts = roots
    .filter(([name]) => name !== "launcher")
    .map(([name, pid]) => {
      const tree = treeOf(pid).filter((one) => !counted.has(one));
      for (const one of tree) counted.add(one);
      return { name, megabytes: megabytesOf(tree) };
    });
  const launcher = treeOf(named.launcher).filter((one) => !counted.has(one));
  parts.unshift({ name: "launcher", megabytes: megabytesOf(launcher) });
  const total = parts.reduce((sum, part) => sum + part.megabytes, 0);
  const figure = (name: string, megabytes: number, goal: string): Figure => ({
    name,
    value: megabytes,
    unit: "MB",
    baseline: "an idle node process",
    ratio: megabytes / bare,
    goal,
  });
  return [
    ...parts.map((part) => figure(`idle memory, ${part.name}`, part.megabytes, "-")),
    figure("idle memory, all", total, "<= 300 MB"),
  ];
}
