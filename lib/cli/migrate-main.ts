import { migrate } from "#db/migrate";
import { env } from "#lib/core/env";

/** The program that brings the database up to date and ends: its code would otherwise stay in the launcher's memory. */
try {
  const { DATABASE_OWNER_URL, DATABASE_URL } = env();
  await migrate(DATABASE_OWNER_URL, decodeURIComponent(new URL(DATABASE_URL).username));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
