import { sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { knownMigrations } from "#db/migrate";
import { presenceChannel } from "#lib/realtime/channels";
import { channelUsers } from "#lib/realtime/publish";

const NOBODY = "00000000-0000-7000-8000-000000000000";

type Check = "ok" | "failing" | "older" | "newer";
type Checks = { database: Check; schema: Check; jobs: Check; live: Check };

/** A job that could run waits this long only when no worker takes it. */
const LONGEST_WAIT_S = 30;

async function askDatabase(): Promise<Pick<Checks, "database" | "schema" | "jobs">> {
  try {
    const known = await knownMigrations();
    const [row] = await outsideShops((tx) =>
      tx.execute<{ applied: number; waited: number }>(sql`select schema_version() as applied, jobs_waited() as waited`),
    );
    const applied = Number(row?.applied ?? 0);
    const schema = applied === known ? "ok" : applied < known ? "older" : "newer";
    return { database: "ok", schema, jobs: Number(row?.waited ?? 0) < LONGEST_WAIT_S ? "ok" : "failing" };
  } catch {
    return { database: "failing", schema: "failing", jobs: "failing" };
  }
}

async function askLive(): Promise<Check> {
  try {
    await channelUsers(presenceChannel(NOBODY));
    return "ok";
  } catch {
    return "failing";
  }
}

/** Asks everything a request needs, all at once. Names only what fails, never why. */
export async function checkReadiness(): Promise<{ ready: boolean; checks: Checks }> {
  const [database, live] = await Promise.all([askDatabase(), askLive()]);
  const checks = { ...database, live };
  return { ready: Object.values(checks).every((check) => check === "ok"), checks };
}
