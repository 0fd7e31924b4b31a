import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { startPostgres } from "#lib/cli/postgres/start-postgres";
import { keepSecrets } from "#lib/cli/secrets";

/**
 * Runs a migrated database of its own in a folder of its own, durable (synchronous commit and fsync on), and makes this
 * process's settings those of an app on it. `sql` is its owner's pool of `connections`; `stop` leaves nothing behind.
 */
export async function startDatabase(connections: number) {
  const folder = await mkdtemp(join(tmpdir(), "comptoir-bench-"));
  const server = await startPostgres({ dataDir: join(folder, "postgres") });
  const secrets = keepSecrets(join(folder, "secrets.json"));
  Object.assign(process.env, {
    DATABASE_URL: server.appUrl,
    DATABASE_OWNER_URL: server.ownerUrl,
    LOG_LEVEL: "error",
    AUTH_SECRET: secrets.authSecret,
    ENCRYPTION_KEYS: secrets.encryptionKeys,
    PUBLIC_URL: "http://localhost:3000",
  });
  const { migrate } = await import("#db/migrate");
  await migrate(server.ownerUrl);
  const sql = postgres(server.ownerUrl, { max: connections, onnotice: () => undefined });
  return {
    sql,
    stop: async () => {
      await sql.end();
      const { closeDatabase } = await import("#db/client");
      await closeDatabase();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
