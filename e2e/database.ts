import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres, { type TransactionSql } from "postgres";
import { z } from "zod";

const Secrets = z.object({ postgres: z.object({ superuser: z.string() }) });

/** Changes what the app of the run has stored, in one transaction, past every rule: only for what time or the world would do. */
export async function inDatabase(change: (tx: TransactionSql) => Promise<void>): Promise<void> {
  const folder = process.env.E2E_DATA ?? "";
  const secrets = Secrets.parse(JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")));
  const port = Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[3]);
  const sql = postgres({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: secrets.postgres.superuser,
    database: "comptoir",
    max: 1,
  });
  try {
    await sql.begin(change);
  } finally {
    await sql.end();
  }
}
