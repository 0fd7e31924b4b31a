import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { identify, livePid } from "./process-identity";

test("names a live process, and forgets it once it has ended", async () => {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
  const identity = identify(child.pid ?? 0) ?? "";
  expect(livePid(identity)).toBe(child.pid);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(livePid(identity)).toBeNull();
});

test("does not take another process with the same id for it", () => {
  expect(livePid(`${process.pid}@another start`)).toBeNull();
});
