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

/** Who may import whom (lib/boundaries.cjs), checked in the checkout at `root`: by all imports, then by those at run time. */
export async function boundaries(root: string): Promise<Outcome> {
  const outputs = [];
  for (const imports of ["all", "runtime"]) {
    const { printed, report } = await cruise(root, imports);
    if (!report) return { ok: false, output: printed };
    const { totalCruised, violations } = report.summary;
    outputs.push(...violations.map(({ from, to, rule }) => `${rule.name}: ${from} imports ${to}`));
    if (totalCruised < FEWEST_MODULES)
      outputs.push(`Only ${totalCruised} modules were read: the check itself is broken.`);
  }
  return { ok: outputs.length === 0, output: outputs.join("\n") };
}

async function cruise(root: string, imports: string) {
  const file = resolve(`.test/boundaries-${imports}-${process.pid}.json`);
  const tool = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const found = folders.filter((folder) => existsSync(resolve(root, folder)));
  const flags = ["--config", "lib/boundaries.cjs", "--output-type", "json", "--output-to", file];
  const env = { ...process.env, BOUNDARIES: imports };
  try {
    const { output } = await runTool(`boundaries-${imports}`, [tool, ...flags, ...found], env, root);
    return { printed: output, report: existsSync(file) ? Report.parse(JSON.parse(readFileSync(file, "utf8"))) : null };
  } finally {
    rmSync(file, { force: true });
  }
}
