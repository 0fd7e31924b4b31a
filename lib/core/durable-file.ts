import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { newId } from "./ids";

/** Writes a file in place of any that was there. Durable when it returns; never seen half written. */
export async function writeDurably(place: string, bytes: Uint8Array | string): Promise<void> {
  const draft = `${place}.${newId()}`;
  await mkdir(dirname(place), { recursive: true });
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
