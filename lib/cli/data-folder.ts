import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { holderOf, takeLock } from "./folder-lock";
import { Refusal } from "./refusal";

/** The folder everything kept is in: COMPTOIR_DATA, or `.data` in the checkout. Refused unless we may write there. */
export function openDataFolder() {
  const folder = resolve(process.env.COMPTOIR_DATA || ".data");
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOSPC") throw new Refusal("The disk is full: free about 1 GB, then start again.", { cause: error });
    throw new Refusal(
      `${folder} cannot be read and written (${code}): give this user the folder, or set COMPTOIR_DATA to another one.`,
      { cause: error },
    );
  }
  return folder;
}

/** Node's own recursive mkdir never ends where the system says a folder cannot be (under /proc). */
function makeFolder(folder: string) {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

/** Holds the data folder for this start alone. */
export async function lockDataFolder(folder: string) {
  const file = join(folder, "lock");
  const lock = await takeLock(file);
  if (lock) return lock;
  const other = holderOf(file);
  const where = other?.note ? ` at ${other.note}` : "";
  throw new Refusal(
    `Comptoir already runs with ${folder}${where} (process ${other?.pid ?? "unknown"}): stop it first, or set COMPTOIR_DATA to another folder.`,
  );
}
