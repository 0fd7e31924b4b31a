import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { bringUpToDate } from "./bring-up-to-date";
import type { Database } from "./database";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "up-to-date-"));
  mkdirSync(join(folder, "postgres"));
  appendFileSync(join(folder, "runs"), "");
});

const runs = () => readFileSync(join(folder, "runs"), "utf8");

/** Starts with a migration program that writes down that it ran, and ends as told. */
async function start(build: string | null, { external = false, exit = 0 } = {}): Promise<void> {
  const database: Database = { external, appUrl: "", ownerUrl: "", stop: async () => undefined };
  const program = `require("node:fs").appendFileSync(${JSON.stringify(join(folder, "runs"))}, "x"); process.exit(${exit})`;
  await bringUpToDate({ folder, database, build }, { args: ["--eval", program], env: process.env });
}

test("a build runs its migrations once on our own database, and on any other each time", async () => {
  await start("one");
  await start("one");
  expect(runs()).toBe("x");
  await start("one", { external: true });
  expect(runs()).toBe("xx");
});

test("what a build said counts no more once the sources, or another build, began to change the tables", async () => {
  await start("one");
  await start(null);
  await start("one");
  expect(runs()).toBe("xxx");
  await expect(start("two", { exit: 1 })).rejects.toThrow("not brought up to date");
  expect(existsSync(join(folder, "postgres", "comptoir-schema"))).toBe(false);
});
