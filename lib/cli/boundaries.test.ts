import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundaries } from "./boundaries-step";

/** One file per rule that breaks exactly what the rule forbids: [rule, file, content]. */
const planted = [
  ["no-cycles", "lib/shops/planted-a.ts", 'import "./planted-b";'],
  ["no-unresolved", "lib/shops/planted-missing.ts", 'import "#lib/core/no-such-file";'],
  ["db-is-the-ground", "db/planted.ts", 'import "#lib/shops/planted-target";'],
  ["nothing-imports-app", "lib/shops/planted-app.ts", 'import "../../app/_ui/planted-control";'],
  ["pages-never-query", "app/planted.ts", 'import "#db/client";'],
  ["sandbox-is-outside", "lib/shops/planted-sandbox.ts", 'import "#lib/sandbox/planted-target";'],
  ["sandbox-knows-no-domain", "lib/sandbox/planted.ts", 'import "#lib/shops/planted-target";'],
  ["widget-stands-alone", "lib/widget/planted.ts", 'import "zod";'],
  ["kernel-knows-no-domain", "lib/jobs/planted.ts", 'import "#lib/orders/planted-target";'],
  ["nothing-imports-an-entry-point", "lib/core/planted.ts", 'import "#lib/cli/refusal";'],
  ["contacts-looks-down-only", "lib/contacts/planted.ts", 'import type { Target } from "#lib/orders/planted-target";'],
  ["browser-never-reaches-db", "app/_parts/planted.tsx", 'import "../../lib/shops/planted-to-db";'],
  ["browser-never-reaches-db", "app/_parts/planted-check.tsx", 'import "../../lib/shops/planted-to-zod";'],
  ["browser-never-reaches-db", "app/_parts/planted-id.tsx", 'import "../../lib/core/ids";'],
] as const;

/** What looks like a violation and is none: [file, content]. */
const innocent = [
  ["lib/shops/innocent-a.ts", 'import { type B } from "./innocent-b"; export type A = B;'],
  ["lib/shops/innocent-b.ts", 'import type { A } from "./innocent-a"; export type B = A;'],
  ["app/_parts/innocent.tsx", 'import { act } from "../innocent-actions"; export const use = act;'],
  ["app/innocent-actions.ts", '"use server"; import "../lib/shops/planted-to-db"; export async function act() {}'],
] as const;

const targets = {
  "lib/shops/planted-b.ts": 'import "./planted-a";',
  "lib/shops/planted-target.ts": "export const target = 1;",
  "lib/shops/planted-to-db.ts": 'import "#db/client";',
  "lib/shops/planted-to-zod.ts": 'import { z } from "zod"; export const Shape = z.string();',
  "lib/sandbox/planted-target.ts": "export const target = 1;",
  "lib/orders/planted-target.ts": "export type Target = 1;",
  "app/_ui/planted-control.tsx": "export const Control = () => <p>control</p>;",
};

/** As much of the repository as the planted files import, and as the check wants to have read. */
const GROUND = ["package.json", "lib/boundaries.cjs", "db", "lib/core", "lib/cli"];

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "comptoir boundaries "));
  for (const path of GROUND) cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  for (const [, file, content] of planted) plant(file, content);
  for (const [file, content] of innocent) plant(file, content);
  for (const [file, content] of Object.entries(targets)) plant(file, content);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function plant(file: string, content: string) {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), `${content}\n`);
}

test("every planted violation is caught", async () => {
  const { ok, output } = await boundaries(copy);
  expect(ok).toBe(false);
  const missed = planted.filter(([rule, file]) => !output.includes(`${rule}: ${file} imports`));
  expect(missed.map(([rule]) => rule)).toEqual([]);
  expect(output.split("\n").filter((line) => line.includes("innocent"))).toEqual([]);
}, 60_000);

test("a check that reads next to nothing fails", async () => {
  const empty = join(copy, "empty");
  mkdirSync(join(empty, "app"), { recursive: true });
  cpSync("lib/boundaries.cjs", join(empty, "lib", "boundaries.cjs"));
  writeFileSync(join(empty, "app", "alone.ts"), "export const alone = 1;\n");
  expect((await boundaries(empty)).output).toContain("the check itself is broken");
}, 60_000);
