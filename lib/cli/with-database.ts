import { join } from "node:path";
import { closeDatabase } from "#db/client";
import type { env } from "#lib/core/env";
import { openDataFolder } from "./data-folder";
import { type Database, openDatabase } from "./database";
import { holderOf } from "./folder-lock";
import { startPostgres } from "./postgres/start-postgres";
import { checkSettings, childSettings } from "./settings";

const DEFAULT_PORT = 3_000;

type Reached = {
  database: Database;
  settings: ReturnType<typeof env>;
  /** Whether a start holds the data folder. */
  running: boolean;
};

/**
 * Does `work` with the database and the settings of this data folder, beside a running start or alone. Answers what the
 * work answers; a server that was started for it is stopped again, that of a running start is left as it is.
 */
export async function withDatabase(work: (reached: Reached) => Promise<number>): Promise<number> {
  const folder = openDataFolder();
  const holder = holderOf(join(folder, "lock"));
  const running = holder !== null;
  const database = await reachDatabase(folder, running);
  try {
    const port = Number(process.env.PORT || portOf(holder?.note) || DEFAULT_PORT);
    Object.assign(process.env, childSettings({ folder, port, database, dev: false }));
    return await work({ database, settings: checkSettings(process.env), running });
  } finally {
    await closeDatabase();
    if (!running) await database.stop(8_000);
  }
}

async function reachDatabase(folder: string, running: boolean): Promise<Database> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (process.env.DATABASE_URL || !running) return openDatabase(folder, say);
  const { ownerUrl, appUrl } = await startPostgres({ dataDir: join(folder, "postgres"), say });
  return { ownerUrl, appUrl, external: false, stop: async () => undefined };
}

const portOf = (address: string | undefined) => (address && URL.canParse(address) ? new URL(address).port : undefined);
