import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "./database";
import { Refusal } from "./refusal";
import { runModule } from "./run-module";
import { timed } from "./say";

const file = "lib/cli/seed/main.ts";

/**
 * Fills the demo shop the first time a database is used with this data folder. A seed that was cut short is run
 * again, so it must be harmless to repeat.
 */
export async function seedOnce(folder: string, database: Database, env: NodeJS.ProcessEnv) {
  const marker = join(folder, "seeded");
  const { host, pathname } = new URL(database.ownerUrl);
  const wanted = database.external ? createHash("sha256").update(`${host}${pathname}`).digest("hex") : "own";
  if (!existsSync(file) || (existsSync(marker) && readFileSync(marker, "utf8") === wanted)) return;
  await timed("Filling the demo shop", async () => {
    const code = await runModule(file, "seed", [], env);
    if (code !== 0) throw new Refusal("The demo shop could not be filled; the reason is above.");
  });
  writeFileSync(marker, wanted);
}
