import { z } from "zod";
import { removeFile } from "#lib/core/files";

export const DiscardFiles = z.strictObject({ shopId: z.uuid(), keys: z.array(z.string()) });

/** Removes the bytes of files that no message has any more. Keys outside the shop's own place are left alone. */
export async function discardFiles({ shopId, keys }: z.output<typeof DiscardFiles>): Promise<void> {
  for (const key of keys) if (key.startsWith(`${shopId}/`)) await removeFile(key);
}
