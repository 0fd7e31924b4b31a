import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import * as sandboxTasks from "#lib/sandbox/tasks";
import { subscriptions } from "../worker/subscriptions";
import { tasks } from "../worker/tasks";
import { DOORS } from "./doors";
import { scanDoors } from "./scan-doors-fixture";

const workerDoors = () => [
  ...[...Object.keys(tasks), ...Object.keys(sandboxTasks)].map((name) => `task ${name}`),
  ...subscriptions.flatMap(({ type, shown, lasting }) => [...shown, ...lasting].map(({ name }) => `${type} ${name}`)),
];

it("TEN-02: every door has its line, and every line its door", async () => {
  const standing = [...(await scanDoors()), ...workerDoors()];
  const declared = DOORS.map((one) => one.door);
  expect(new Set(declared).size, "a door has two lines").toBe(declared.length);
  expect(
    standing.filter((one) => !declared.includes(one)),
    "doors without a line in lib/http/doors.ts",
  ).toEqual([]);
  expect(
    declared.filter((one) => !standing.includes(one)),
    "lines of lib/http/doors.ts without a door",
  ).toEqual([]);
});

it("TEN-02: a new route, action, inline action or kind of channel is named by the scan", async () => {
  const folder = mkdtempSync(join(process.cwd(), ".test", "doors-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const plant = (file: string, source: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  };
  plant("app/api/x/route.ts", "export const GET = () => null; const run = () => null; export { run as DELETE };");
  plant("app/x/actions.ts", '"use server";\nexport async function leak() {}\nexport const other = async () => {};');
  plant(
    "app/x/page.tsx",
    'async function hidden(id: string) {\n  "use server";\n  return id;\n}\nexport default () => null;',
  );
  plant("app/y/page.tsx", 'export default () => () => ({ [`x`]: async () => { "use server"; } });');
  plant("app/y/_parts/quiet.tsx", "export const quiet = null;");
  plant("channels.ts", 'const PREFIX = { order: "private-order-" };');
  const found = await scanDoors(join(folder, "app"), join(folder, "channels.ts"));
  expect(found.map((one) => one.replace(`${folder}/`, "")).sort()).toEqual(
    [
      "DELETE app/api/x",
      "GET app/api/x",
      "an unnamed action app/y/page.tsx",
      "channel private-order",
      "hidden app/x/page.tsx",
      "leak app/x",
      "other app/x",
    ].sort(),
  );
});
