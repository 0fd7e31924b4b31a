import { join } from "node:path";
import postgres from "postgres";
import { afterAll, inject, vi } from "vitest";
import { keepSecrets } from "./cli/secrets";
import { browser } from "./http/next-headers-fixture";
import { listenOnce } from "./realtime/deaf-hub-fixture";

const server = inject("server");
const name = `test_${process.env.VITEST_POOL_ID ?? "1"}`;
const secrets = keepSecrets(join(server.folder, "secrets.json"));

/**
 * Each vitest worker has one database, cloned once from the migrated template; test files in it make their own shops.
 * Files that share their modules ask once.
 */
async function cloneOnce() {
  const sql = postgres(server.superuserUrl, { max: 1 });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)} template comptoir owner comptoir_owner`;
  } finally {
    await sql.end();
  }
}

const place = globalThis as { comptoirTestDatabase?: Promise<void>; comptoirFakeGraph?: { forget(): void } };
place.comptoirTestDatabase ??= cloneOnce();
await place.comptoirTestDatabase;
const port = await listenOnce();
Object.assign(process.env, {
  DATABASE_URL: server.appUrl.replace(/comptoir$/, name),
  DATABASE_OWNER_URL: server.ownerUrl.replace(/comptoir$/, name),
  AUTH_SECRET: secrets.authSecret,
  ENCRYPTION_KEYS: secrets.encryptionKeys,
  METRICS_TOKEN: secrets.metricsToken,
  PUBLIC_URL: "http://localhost:3000",
  PORT: String(port),
  COMPTOIR_DATA: join(server.folder, "data"),
  LOG_LEVEL: "silent",
});

afterAll(() => {
  browser.cookies.clear();
  place.comptoirFakeGraph?.forget();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
