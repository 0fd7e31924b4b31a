import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discardPostgres } from "./discard-postgres";
import { type RunningPostgres, startPostgres } from "./start-postgres";

let folder: string;
let dataDir: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "comptoir pg "));
  dataDir = join(folder, ".data", "postgres");
});

afterAll(async () => {
  await discardPostgres(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

const start = (port?: number) => startPostgres({ dataDir, ...(port ? { port } : {}) });

async function ask(url: string, question: string) {
  const sql = postgres(url, { max: 1 });
  try {
    return (await sql.unsafe(question)).map((row) => ({ ...row }));
  } finally {
    await sql.end();
  }
}

describe("startPostgres", { timeout: 60_000 }, () => {
  let running: RunningPostgres;

  test("makes the database, the roles and the extensions in a path with a space", async () => {
    running = await start();
    expect(statSync(join(folder, ".data", "secrets.json")).mode & 0o777).toBe(0o600);
    const roles = "select rolname, rolsuper, rolbypassrls from pg_roles where rolname like 'comptoir%' order by 1";
    expect(await ask(running.appUrl, roles)).toEqual([
      { rolname: "comptoir_app", rolsuper: false, rolbypassrls: false },
      { rolname: "comptoir_owner", rolsuper: false, rolbypassrls: false },
    ]);
    const extensions = await ask(running.appUrl, "select extname from pg_extension where extname <> 'plpgsql'");
    expect(extensions.map((row) => row.extname).sort()).toEqual([
      "btree_gin",
      "citext",
      "pg_trgm",
      "pgcrypto",
      "unaccent",
    ]);
  });

  test("lets the owner make tables and the app not", async () => {
    await ask(running.ownerUrl, "create table kept (word text)");
    await ask(running.ownerUrl, "insert into kept values ('still here')");
    await expect(ask(running.appUrl, "create table mine (word text)")).rejects.toThrow(/permission denied/);
  });

  test("takes over a server that already runs there", async () => {
    const again = await start();
    expect({ pid: again.pid, port: again.port }).toEqual({ pid: running.pid, port: running.port });
  });

  test("comes back on the same port after kill -9, with what was written", async () => {
    process.kill(running.pid, "SIGKILL");
    await running.gone;
    const back = await start(running.port);
    expect(back.port).toBe(running.port);
    expect(back.pid).not.toBe(running.pid);
    expect(await ask(back.ownerUrl, "select word from kept")).toEqual([{ word: "still here" }]);
    running = back;
  });

  test("stops, and leaves no pid file", async () => {
    await running.stop();
    expect(existsSync(join(dataDir, "postmaster.pid"))).toBe(false);
  });
});
