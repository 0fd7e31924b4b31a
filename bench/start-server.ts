import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Runs what a file exports, a server that writes its port, in a process of its own, from source, with this process's settings. */
export async function startServer(path: string, name: string): Promise<{ port: number; stop: () => Promise<void> }> {
  const file = pathToFileURL(resolve(path)).href;
  const call = `const { ${name} } = await import(${JSON.stringify(file)}); await ${name}(); process.exit(0);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", call], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = new Promise<void>((ended) => child.once("exit", () => ended()));
  const port = await new Promise<number>((started, refused) => {
    child.stdout.once("data", (line) => started(Number(line)));
    child.once("exit", (code) => refused(new Error(`the server ended with ${code}`)));
  });
  return {
    port,
    stop: async () => {
      child.stdin.end();
      await gone;
    },
  };
}
