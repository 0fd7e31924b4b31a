import { expect, test, vi } from "vitest";
import { runSteps } from "./steps";

test("counts tests, whole steps, and steps that fail or throw", async () => {
  const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const total = await runSteps([
    [
      { name: "types", run: async () => ({ ok: true, output: "" }) },
      { name: "lint", run: async () => ({ ok: false, output: "a.ts:1 is wrong" }) },
    ],
    { name: "unit", run: async () => ({ ok: true, output: "", passed: 40, failed: 0 }) },
    { name: "crashed", run: async () => ({ ok: false, output: "", passed: 3, failed: 0 }) },
    { name: "missing", run: () => Promise.reject(new Error("no such tool")) },
  ]);
  const lines = printed.mock.calls.map(([line]) => String(line));
  printed.mockRestore();
  expect(total).toEqual({ passed: 44, failed: 3 });
  expect(lines.some((line) => line.includes("a.ts:1 is wrong"))).toBe(true);
});
