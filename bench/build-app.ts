import { spawnSync } from "node:child_process";

/** Builds the app if it changed, without a word. Throws where that failed. */
export function buildApp(): void {
  const built = spawnSync(process.execPath, ["lib/cli/bootstrap.mjs", "build"], { stdio: "ignore" });
  if (built.status !== 0) throw new Error("The app could not be built: lib/cli/bootstrap.mjs build says why.");
}
