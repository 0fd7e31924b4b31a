import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { writeDurably } from "./durable-file";
import { env } from "./env";

const placeOf = (key: string) => join(resolve(env().COMPTOIR_DATA), "files", key);

/** Files in the data folder: durable when kept, never seen half written. */
export const fileFolder = {
  put: (key: string, bytes: Uint8Array): Promise<void> => writeDurably(placeOf(key), bytes),
  async get(key: string): Promise<Buffer | null> {
    try {
      return await readFile(placeOf(key));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    }
  },
  remove: (key: string): Promise<void> => rm(placeOf(key), { force: true }),
};
