import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startChild } from "./child";
import type { Database } from "./database";
import { Refusal } from "./refusal";
import { timed } from "./say";

/** Lies beside the tables, so that it goes when they go. */
const markOf = (folder: string) => join(folder, "postgres", "comptoir-schema");

/**
 * Runs the migrations by a program of their own. Our own database is left alone when this very build, named by `build`,
 * has brought it up to date before: after a crash everybody waits for this. Any other database is always asked. Whoever
 * begins to change the tables takes back what an earlier build said of them.
 */
export async function bringUpToDate(
  { folder, database, build }: { folder: string; database: Database; build: string | null },
  program: { args: string[]; env: NodeJS.ProcessEnv },
): Promise<void> {
  const mark = database.external ? null : markOf(folder);
  if (mark && build && existsSync(mark) && readFileSync(mark, "utf8") === build) return;
  if (mark) rmSync(mark, { force: true });
  await timed("Bringing the database up to date", async () => {
    const child = await startChild({ ...program, log: null });
    await child.gone;
    if (child.exitCode() !== 0) throw new Refusal("The database was not brought up to date: the reason is above.");
  });
  if (mark && build) writeFileSync(mark, build);
}
