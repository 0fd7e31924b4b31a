import { join } from "node:path";
import postgres from "postgres";
import { keepRunning } from "./keep-running";
import { startPostgres } from "./postgres/start-postgres";
import { Refusal } from "./refusal";

/** Where the data is: as its owner (migrations) and as the app. `stop` ends our own server and leaves any other. */
export type Database = { ownerUrl: string; appUrl: string; external: boolean; stop(patienceMs: number): Promise<void> };

/** The database DATABASE_URL names, else the packaged PostgreSQL in the data folder, kept running on one port. */
export async function openDatabase(folder: string, say: (line: string) => void): Promise<Database> {
  const appUrl = process.env.DATABASE_URL;
  if (!appUrl) return openOwn(folder, say);
  const ownerUrl = process.env.DATABASE_OWNER_URL || appUrl;
  await reach("DATABASE_URL", appUrl);
  if (ownerUrl !== appUrl) await reach("DATABASE_OWNER_URL", ownerUrl);
  return { ownerUrl, appUrl, external: true, stop: async () => undefined };
}

async function openOwn(folder: string, say: (line: string) => void) {
  const dataDir = join(folder, "postgres");
  const { ownerUrl, appUrl, port, ...first } = await startPostgres({ dataDir, say });
  let unused: typeof first | undefined = first;
  const kept = keepRunning("database", {
    start: async () => {
      const running = unused ?? (await startPostgres({ dataDir, port, say }));
      unused = undefined;
      return running;
    },
    say,
  });
  return { ownerUrl, appUrl, external: false, stop: (patienceMs: number) => kept.stop(patienceMs) };
}

/** The address holds a password, so only its host, port and database are ever shown. */
async function reach(variable: string, address: string) {
  let shown: string;
  try {
    const { hostname, port, pathname } = new URL(address);
    shown = `${hostname}:${port || 5432}${pathname}`;
  } catch (error) {
    throw new Refusal(`${variable} is not an address: it looks like postgres://user:password@host:5432/database.`, {
      cause: error,
    });
  }
  const sql = postgres(address, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const why = error instanceof postgres.PostgresError ? error.message : code;
    throw new Refusal(`The database at ${shown} cannot be used (${why}): check ${variable}.`, { cause: error });
  } finally {
    await sql.end({ timeout: 1 });
  }
}
