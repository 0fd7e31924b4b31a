import { existsSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { shared } from "./place";
import { findPostmaster } from "./postmaster";
import { logOf, stopServer, whenGone } from "./server";

/** Stops the server of a data folder if one still runs and deletes the data: for the throw-away folders of tests. */
export async function discardPostgres(dataDir: string) {
  if (!existsSync(dataDir)) return;
  const place = realpathSync(dataDir);
  const running = findPostmaster(place);
  if (running) await stopServer(place, { ...running, gone: whenGone(place, running.pid) });
  for (const path of [place, logOf(place), dataDir]) rmSync(path, { recursive: true, force: true });
  if (dirname(dirname(place)) === shared) rmdirSync(dirname(place));
}
