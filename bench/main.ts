import { benchInbox } from "./inbox";
import { benchIngest } from "./ingest";
import { benchLive } from "./live";
import { benchReads } from "./reads";
import { benchSearch } from "./search";
import { benchStart } from "./start";
import { benchWidget } from "./widget";

export type Figure = {
  name: string;
  value: number;
  unit: string;
  baseline: string;
  ratio: number;
  goal: string;
  /** What keeps it from being better, in words, where that was measured in the same run. */
  limit?: string;
};

const BENCHES: Record<string, () => Promise<Figure[]>> = {
  start: benchStart,
  ingest: benchIngest,
  live: benchLive,
  widget: benchWidget,
  inbox: benchInbox,
  reads: benchReads,
  search: benchSearch,
};

function table(figures: readonly Figure[]): string {
  const rows = figures.map((f) => [
    f.name,
    `${f.value.toFixed(2)} ${f.unit}`,
    `${f.ratio.toFixed(2)} x`,
    f.baseline,
    f.goal,
  ]);
  const all = [["figure", "value", "ratio", "against", "goal"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
}

/** What limits each figure of which that was measured, a line each. */
function limits(figures: readonly Figure[]): string {
  const lines = figures.flatMap(({ name, limit }) => (limit ? [`${name}: ${limit}`] : []));
  return lines.length > 0 ? `\n\n${lines.join("\n")}` : "";
}

/**
 * `npm run bench [name] [-- --json]`: measures one group of figures, or all. Every figure stands beside a baseline
 * measured in the same run; only their ratio means anything on another machine.
 */
export async function run(args: string[]): Promise<number> {
  const [name] = args.filter((arg) => !arg.startsWith("--"));
  const wanted = name ? { [name]: BENCHES[name] } : BENCHES;
  const figures: Figure[] = [];
  for (const [key, bench] of Object.entries(wanted)) {
    if (!bench) {
      process.stderr.write(`There is no bench ${key}: ${Object.keys(BENCHES).join(", ")}.\n`);
      return 1;
    }
    figures.push(...(await bench()));
  }
  process.stdout.write(
    `${args.includes("--json") ? JSON.stringify(figures, null, 2) : table(figures) + limits(figures)}\n`,
  );
  return 0;
}
