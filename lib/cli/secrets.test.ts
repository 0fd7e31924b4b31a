import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepSecrets } from "./secrets";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "comptoir secrets "));
  file = join(folder, "secrets.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("are made once, for their owner's eyes only", () => {
  const made = keepSecrets(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(keepSecrets(file)).toEqual(made);
  expect(made.encryptionKeys).toMatch(/^k1:[A-Za-z0-9+/]{43}=$/);
});

test("what is missing is added, and what is there, known or not, stays", () => {
  writeFileSync(file, JSON.stringify({ authSecret: "kept", hub: { key: "kept too" }, later: "from a newer build" }));
  expect(keepSecrets(file)).toMatchObject({
    authSecret: "kept",
    hub: { key: "kept too" },
    later: "from a newer build",
  });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ authSecret: "kept", later: "from a newer build" });
});

test("a damaged file is refused, not replaced", () => {
  writeFileSync(file, "{ half");
  expect(() => keepSecrets(file)).toThrow("is damaged");
  expect(readFileSync(file, "utf8")).toBe("{ half");
});
