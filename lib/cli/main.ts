import { existsSync } from "node:fs";
import { stopChildren } from "./child";
import { Refusal } from "./refusal";
import { runModule } from "./run-module";
import { whenAskedToStop } from "./when-asked-to-stop";

type Command = (args: string[]) => Promise<number>;

const commands: Record<string, Command> = {
  check: async () => (await import("./check")).check(),
  test: async (args) => (await import("./test")).test(args),
  build: async () => (await import("./build")).buildCommand(),
};

/** Commands that live in a file of their own, run from source: what to import and the function to call. */
const modules: Record<string, [file: string, name: string]> = {
  seed: ["lib/cli/seed/main.ts", "seed"],
  bench: ["bench/main.ts", "run"],
  flood: ["bench/flood.ts", "run"],
  shots: ["lib/cli/shots.ts", "run"],
  doctor: ["lib/cli/doctor.ts", "run"],
  "replay-erasures": ["lib/cli/replay-erasures.ts", "run"],
  faults: ["lib/cli/faults.ts", "run"],
};

/** Runs one command of `npm run` and answers its exit code. A Refusal is shown as its sentence alone. */
export async function run([name = "start", ...args]: string[]): Promise<number> {
  try {
    if (name === "start") return await (await import("./start")).start("built");
    if (name === "dev") return await (await import("./start")).start("sources");
    const stopped = whenAskedToStop((hurry) => stopChildren(hurry.aborted ? 0 : 5_000));
    return await Promise.race([stopped.done.then(() => 130), runOther(name, args)]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function runOther(name: string, args: string[]) {
  const command = commands[name];
  if (command) return command(args);
  const found = modules[name];
  if (found && existsSync(found[0])) return runModule(...found, args);
  throw new Refusal(
    `There is no command ${name}: ${["start", "dev", ...Object.keys(commands), ...Object.keys(modules)].join(", ")}.`,
  );
}
