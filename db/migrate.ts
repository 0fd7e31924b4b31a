import { readFile } from "node:fs/promises";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runDrizzle } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as runGraphile } from "graphile-worker";
import postgres from "postgres";
import { installConsentTexts } from "./consent-texts";
import { grantApplication } from "./grants";

const FOLDER = path.join(process.cwd(), "db/migrations");
const LOCK = 7_205_759_403;

/** How many migrations this build knows. */
export async function knownMigrations(): Promise<number> {
  const journal: { entries: unknown[] } = JSON.parse(await readFile(path.join(FOLDER, "meta/_journal.json"), "utf8"));
  return journal.entries.length;
}

/** How many migrations the database has had; 0 when none. */
async function appliedMigrations(sql: postgres.Sql): Promise<number> {
  const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!found?.there) return 0;
  const [row] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return Number(row?.n ?? 0);
}

/**
 * Brings the database of `ownerUrl` to this build's schema, under a lock so that one process at a time does it, and
 * gives `appRole` its rights. Throws when the schema is newer than this build, or when the role could see past the
 * walls between shops.
 */
export async function migrate(ownerUrl: string, appRole = "comptoir_app"): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    const [applied, known] = [await appliedMigrations(sql), await knownMigrations()];
    if (applied > known)
      throw new Error(
        `The database is newer than this build (${applied} migrations, ${known} known): start the newer build.`,
      );
    await runDrizzle(drizzle(sql), { migrationsFolder: FOLDER });
    await runGraphile({ connectionString: ownerUrl });
    await grantApplication(sql, appRole);
    await installConsentTexts(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
