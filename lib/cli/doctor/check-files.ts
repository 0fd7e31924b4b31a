import { env } from "#lib/core/env";
import { getFile, putFile, removeFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import type { Finding } from "./finding";

/** Whether files can be kept where the settings say, read back and forgotten. */
export async function checkFiles(): Promise<Finding[]> {
  const { BUCKET } = env();
  const what = "Files";
  const key = `doctor/${newId()}`;
  const bytes = Buffer.from(key);
  try {
    await putFile(key, bytes);
    const same = (await getFile(key))?.equals(bytes) ?? false;
    await removeFile(key);
    if (same && (await getFile(key)) === null)
      return [
        {
          what,
          state: "well",
          found: BUCKET ? `the bucket ${BUCKET.bucket} keeps them` : "the data folder keeps them",
        },
      ];
  } catch {} // what went wrong is in the log; what to do is the same
  const advice = BUCKET
    ? "check S3_*: the key pair must read, write, delete and list the bucket"
    : "let this user write in COMPTOIR_DATA, on a disk with room";
  return [{ what, state: "failed", found: "cannot be kept and read back", advice }];
}
