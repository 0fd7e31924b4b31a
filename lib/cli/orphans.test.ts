import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startChild } from "./child";
import { endOrphans, noteChild } from "./orphans";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "comptoir orphans "));
  file = join(folder, "run.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = () => join(folder, "log");
const waiting = (script: string) =>
  startChild({
    args: ["-e", `${script}; setInterval(() => undefined, 1000)`],
    env: process.env,
    log: join(folder, "log"),
  });

test("ends what an earlier start left running, also when it does not listen", async () => {
  const child = await waiting("process.on('SIGTERM', () => undefined); console.log('deaf')");
  await vi.waitFor(() => expect(readFileSync(log(), "utf8")).toContain("deaf"), { timeout: 10_000 });
  noteChild(file, "web", child.pid);
  expect(await endOrphans(file, 100)).toEqual(["web"]);
  expect(await child.gone).toContain("SIGKILL");
  expect(existsSync(file)).toBe(false);
});

test("leaves alone another process that was given the same id", async () => {
  const child = await waiting("");
  writeFileSync(file, JSON.stringify({ web: `${child.pid}@an earlier life` }));
  expect(await endOrphans(file)).toEqual([]);
  expect(child.exitCode()).toBeNull();
  await child.stop(0);
});
