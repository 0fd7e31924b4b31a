import { join } from "node:path";
import { closeDatabase } from "#db/client";
import { openDataFolder } from "./data-folder";
import { type Database, openDatabase } from "./database";
import { checkDatabase, checkLive } from "./doctor/check-base";
import { checkApp, checkWebhook } from "./doctor/check-facebook";
import { checkLedger } from "./doctor/check-ledger";
import { checkPages } from "./doctor/check-pages";
import { type Finding, line } from "./doctor/finding";
import { holderOf } from "./folder-lock";
import { startPostgres } from "./postgres/start-postgres";
import { checkSettings, childSettings } from "./settings";

const DEFAULT_PORT = 3_000;

/**
 * `npm run doctor`: tries the database, the permission ledgers, the live updates, the Facebook app, its webhook and every connected Page, and
 * says for each how it is and what to do. Changes nothing. Answers the exit code: 1 when something must be mended.
 */
export async function run(): Promise<number> {
  const folder = openDataFolder();
  const holder = holderOf(join(folder, "lock"));
  const database = await reachDatabase(folder, holder !== null);
  try {
    const port = Number(process.env.PORT || portOf(holder?.note) || DEFAULT_PORT);
    Object.assign(process.env, childSettings({ folder, port, database, dev: false }));
    const settings = checkSettings(process.env);
    process.stdout.write(`Comptoir at ${settings.PUBLIC_URL}, ${holder ? "running" : "not running"}\n\n`);
    const findings = await examine(database, holder !== null);
    const failed = findings.filter(({ state }) => state === "failed").length;
    process.stdout.write(`\n${failed === 0 ? "Nothing to mend." : `${failed} to mend.`}\n`);
    return failed === 0 ? 0 : 1;
  } finally {
    await closeDatabase();
    if (!holder) await database.stop(8_000);
  }
}

async function examine(database: Database, running: boolean): Promise<Finding[]> {
  const findings: Finding[] = [];
  const say = (found: Finding[]) => {
    for (const finding of found) process.stdout.write(`${line(finding)}\n`);
    findings.push(...found);
  };
  say(await checkDatabase());
  say(await checkLedger());
  say(await checkLive(running));
  const app = await checkApp(running);
  say(app);
  say(await checkWebhook(running));
  if (app.every(({ state }) => state === "well" || state === "warning")) say(await checkPages(database.ownerUrl));
  return findings;
}

/** The server of a running start is used as it is and left running. */
async function reachDatabase(folder: string, running: boolean): Promise<Database> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (process.env.DATABASE_URL || !running) return openDatabase(folder, say);
  const { ownerUrl, appUrl } = await startPostgres({ dataDir: join(folder, "postgres"), say });
  return { ownerUrl, appUrl, external: false, stop: async () => undefined };
}

const portOf = (address: string | undefined) => (address && URL.canParse(address) ? new URL(address).port : undefined);
