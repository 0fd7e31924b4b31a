import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { writeDurably } from "./durable-file";
import { env } from "./env";

const KEY = /^[A-Za-z0-9_-]{1,100}(\/[A-Za-z0-9_-]{1,100}){0,3}$/;

/** Where a key's bytes are. Throws for anything that is not letters, digits, `_`, `-` and single slashes between them. */
function placeOf(key: string): string {
  if (!KEY.test(key)) throw new Error("not the key of a file");
  return join(resolve(env().COMPTOIR_DATA), "files", key);
}

/** Keeps bytes under a key, in place of any that were there. Durable when it returns; never seen half written. */
export async function putFile(key: string, bytes: Uint8Array): Promise<void> {
  await writeDurably(placeOf(key), bytes);
}

/** The bytes kept under a key, or null. */
export async function getFile(key: string): Promise<Buffer | null> {
  try {
    return await readFile(placeOf(key));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Forgets what is kept under a key; nothing there is as good. */
export async function removeFile(key: string): Promise<void> {
  await rm(placeOf(key), { force: true });
}
