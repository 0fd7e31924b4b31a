import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startChild } from "./child";

/**
 * Runs one exported function of a TypeScript file in a process of its own, from source, in our terminal. Answers its
 * exit code: the number the function answers, 0 without one, 1 when it throws.
 */
export async function runModule(file: string, name: string, args: string[], env: NodeJS.ProcessEnv = process.env) {
  const call = `import { ${name} } from ${JSON.stringify(pathToFileURL(resolve(file)).href)};
    const answer = await ${name}(process.argv.slice(1));
    process.exit(typeof answer === "number" ? answer : 0);`;
  const flags = ["--import", "tsx", "--input-type=module", "--eval", call, "--"];
  const child = await startChild({ args: [...flags, ...args], env, log: null });
  await child.gone;
  return child.exitCode() ?? 1;
}
