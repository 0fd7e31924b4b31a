import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { outsideShops } from "#db/in-shop";
import { installation } from "#db/schema/installation";
import { writeDurably } from "#lib/core/durable-file";
import { env } from "#lib/core/env";
import { newId } from "#lib/core/ids";

const NAME = /^\d{4}-\d\d-\d\d\.json$/;

/**
 * Where this database's anchors lie. Each database has a folder of its own: another one's ledgers are never taken for
 * rewritten ones. Anchors of the time when there was one folder for all belong to the first that asks.
 */
export async function folderOf(): Promise<string> {
  const [row] = await outsideShops((tx) => tx.select({ id: installation.id }).from(installation));
  if (!row) throw new Error("the database has no name of its own");
  const before = join(resolve(env().COMPTOIR_DATA), "ledger");
  const folder = join(before, row.id);
  const early = await listDays(before);
  if (early.length > 0 && !(await isThere(folder))) await takeOver(before, early, folder);
  return folder;
}

/** The anchors of a folder, the oldest day first. */
export async function listDays(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(absent)).filter((name) => NAME.test(name)).sort();
}

export function absent(error: unknown): string[] {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
  throw error;
}

const isThere = async (folder: string) => (await readdir(folder).catch(absent)).length > 0;

/** Moves files as they are, all or none, so that each is still checked when it is read. Another process may be faster. */
async function takeOver(from: string, names: readonly string[], folder: string): Promise<void> {
  const draft = `${folder}.${newId()}`;
  try {
    for (const name of names) await writeDurably(join(draft, name), await readFile(join(from, name)));
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (await isThere(folder)) return;
    throw error;
  }
  for (const name of names) await rm(join(from, name), { force: true });
}
