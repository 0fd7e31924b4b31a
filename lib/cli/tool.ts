import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { startChild } from "./child";

const folder = ".test";

/** Runs one of our tools with Node and answers whether it succeeded, with all it printed. */
export async function runTool(name: string, args: string[], env: NodeJS.ProcessEnv = process.env, cwd = process.cwd()) {
  const log = join(folder, `${name}-${process.pid}.log`);
  mkdirSync(folder, { recursive: true });
  try {
    const child = await startChild({ args, env: { ...env, NO_COLOR: "1", FORCE_COLOR: "0" }, log: resolve(log), cwd });
    await child.gone;
    return { ok: child.exitCode() === 0, output: readFileSync(log, "utf8") };
  } finally {
    rmSync(log, { force: true });
  }
}

/** Runs one of our tools in the terminal, where it shows its own progress, and answers whether it succeeded. */
export async function showTool(args: string[], env: NodeJS.ProcessEnv = process.env) {
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" };
  const child = await startChild({ args, env: { ...env, ...plain }, log: null });
  await child.gone;
  return child.exitCode() === 0;
}
