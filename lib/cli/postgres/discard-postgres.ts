import { existsSync, realpathSync, rmSync } from "node:fs";
import { findPostmaster } from "./postmaster";
import { logOf, stopServer, whenGone } from "./server";

/** Stops the server of a data folder if one still runs and deletes the data: for the throw-away folders of tests. */
export async function discardPostgres(dataDir: string) {
  if (!existsSync(dataDir)) return;
  const place = realpathSync(dataDir);
  const running = findPostmaster(place);
  if (running) await stopServer(place, { ...running, gone: whenGone(place, running.pid) });
  for (const path of [place, logOf(place), dataDir]) rmSync(path, { recursive: true, force: true });
}
