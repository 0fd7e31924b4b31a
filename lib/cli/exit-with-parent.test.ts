import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";
import { identify } from "./process-identity";

const watched = `
  import { exitWithParent } from ${JSON.stringify(pathToFileURL(resolve("lib/core/exit-with-parent.ts")).href)};
  exitWithParent();
  setInterval(() => undefined, 1000);
  process.stdout.write(process.pid + "\\n");`;

/** A launcher that starts one child, passes on what it says, and then only lives. */
const launcher = `
  const { spawn } = require("node:child_process");
  const args = ["--import", "tsx", "--input-type=module", "--eval", process.env.WATCHED];
  spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, COMPTOIR_PARENT_PID: String(process.pid) } });
  setInterval(() => undefined, 1000);`;

test("a child ends by itself when its launcher was killed", async () => {
  const parent = spawn(process.execPath, ["--eval", launcher], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, WATCHED: watched },
  });
  const [said] = await once(parent.stdout, "data");
  const pid = Number(said);
  expect(identify(pid)).not.toBeNull();
  parent.kill("SIGKILL");
  await vi.waitFor(() => expect(identify(pid)).toBeNull(), { timeout: 10_000 });
}, 30_000);
