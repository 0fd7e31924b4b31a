import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "#lib/core/env";
import { keepPlans } from "./keep-plans";

const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS = 5_000;
const FIRST_RETRY_S = 0.05;
const LONGEST_RETRY_S = 1;

export type Database = PostgresJsDatabase & { $client: postgres.Sql };

const place = globalThis as { comptoirDatabase?: { sql: postgres.Sql; db: Database } };

function connect() {
  if (!("transactionGuard" in postgres))
    throw new Error(
      "The postgres driver is not patched: a lost connection could mix two shops. Run `npm run postinstall`.",
    );
  const sql = postgres(env().DATABASE_URL, {
    max: POOL_SIZE,
    idle_timeout: 60,
    connect_timeout: 10,
    backoff: (failures) => Math.min(FIRST_RETRY_S * 2 ** failures, LONGEST_RETRY_S),
    onnotice: () => undefined,
    connection: {
      application_name: "comptoir",
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    },
  });
  return { sql, db: drizzle(keepPlans(sql)) };
}

/**
 * The pool of this process, connected as the application's role on first use. One per process, also where the code
 * is bundled more than once.
 */
export function database(): Database {
  place.comptoirDatabase ??= connect();
  return place.comptoirDatabase.db;
}

/** Ends every connection of this process, letting what runs finish for up to five seconds. */
export async function closeDatabase(): Promise<void> {
  const open = place.comptoirDatabase;
  delete place.comptoirDatabase;
  await open?.sql.end({ timeout: 5 });
}
