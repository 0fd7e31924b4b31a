import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holderOf, takeLock } from "./folder-lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "comptoir lock "));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("is refused while a live process holds it, and free again afterwards", async () => {
  const file = join(folder, "lock");
  const lock = await takeLock(file);
  lock?.note("http://localhost:3000");
  expect(await takeLock(file)).toBeNull();
  expect(holderOf(file)).toMatchObject({ pid: process.pid, note: "http://localhost:3000" });
  lock?.release();
  expect(await takeLock(file)).not.toBeNull();
});

test("a lock left by a killed process is taken over", async () => {
  const file = join(folder, "lock");
  writeFileSync(file, `${process.pid}@an earlier life\n`);
  expect(await takeLock(file)).not.toBeNull();
});
