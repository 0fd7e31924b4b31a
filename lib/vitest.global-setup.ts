import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { discardPostgres } from "./cli/postgres/discard-postgres";
import { isAlive } from "./cli/postgres/postmaster";
import { startPostgres } from "./cli/postgres/start-postgres";

/** What each test file needs to make and reach its own database. */
export type TestServer = { port: number; superuserUrl: string; ownerUrl: string; appUrl: string; folder: string };

declare module "vitest" {
  export interface ProvidedContext {
    server: TestServer;
  }
}

const runs = resolve(".test");

/**
 * One PostgreSQL for the run, in a folder named by our process: runs at once never meet, and the next run clears
 * what a killed one left. Its migrated database `comptoir` is the template of every worker's own.
 */
export default async function setup(project: TestProject) {
  await clearDeadRuns();
  const folder = join(runs, `run-${process.pid}`);
  const dataDir = join(folder, "postgres");
  const server = await startPostgres({ dataDir, durable: false });
  await migrateTemplate(server.ownerUrl);
  const { port, superuserUrl, ownerUrl, appUrl } = server;
  project.provide("server", { port, superuserUrl, ownerUrl, appUrl, folder });
  return async () => {
    await server.stop();
    await clear(folder);
  };
}

async function clearDeadRuns() {
  if (!existsSync(runs)) return;
  for (const name of readdirSync(runs)) {
    const pid = Number(name.match(/^run-(\d+)$/)?.[1]);
    if (pid && (pid === process.pid || !isAlive(pid))) await clear(join(runs, name));
  }
}

async function clear(folder: string) {
  await discardPostgres(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
}

async function migrateTemplate(ownerUrl: string) {
  if (!existsSync("db/migrate.ts")) return;
  const { migrate }: { migrate(ownerUrl: string): Promise<void> } = await import(resolve("db/migrate.ts"));
  await migrate(ownerUrl);
}
