import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { Outcome } from "./steps";
import { runTool } from "./tool";

/** A cruise that reads next to nothing finds no violation: below this the check itself is broken. */
const FEWEST_MODULES = 50;
const folders = ["app", "lib", "db", "e2e", "bench"];

const Report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Who may import whom (lib/boundaries.cjs), checked in the checkout at `root`. */
export async function boundaries(root: string): Promise<Outcome> {
  const { printed, report } = await cruise(root);
  if (!report) return { ok: false, output: printed };
  const { totalCruised, violations } = report.summary;
  const lines = violations.map(({ from, to, rule }) => `${rule.name}: ${from} imports ${to}`);
  if (totalCruised < FEWEST_MODULES) lines.push(`Only ${totalCruised} modules were read: the check itself is broken.`);
  return { ok: lines.length === 0, output: lines.join("\n") };
}

async function cruise(root: string) {
  const file = resolve(`.test/boundaries-${process.pid}.json`);
  const tool = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const found = folders.filter((folder) => existsSync(resolve(root, folder)));
  const flags = ["--config", "lib/boundaries.cjs", "--output-type", "json", "--output-to", file];
  try {
    const { output } = await runTool("boundaries", [tool, ...flags, ...found], process.env, root);
    return { printed: output, report: existsSync(file) ? Report.parse(JSON.parse(readFileSync(file, "utf8"))) : null };
  } finally {
    rmSync(file, { force: true });
  }
}
