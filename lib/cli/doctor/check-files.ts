import { env } from "#lib/core/env";
import { getFile, putFile, removeFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { guardedFetch } from "#lib/core/outbound";
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

/** Whether the origin of files leads here, and to nothing but files. */
export async function checkFilesOrigin(running: boolean): Promise<Finding[]> {
  const { FILES_ORIGIN: origin } = env();
  if (!origin) return [];
  const what = "Origin of files";
  if (!running) return [{ what, state: "skipped", found: "is served by the web process", advice: "npm start" }];
  const ask = (path: string) => guardedFetch(`${origin}${path}`, { timeoutMs: 5_000 }, { configured: [origin] });
  try {
    const [file, other] = await Promise.all([ask(`/files/${newId()}`), ask("/login")]);
    if (file.status === 404 && file.body.includes("not_found") && other.status === 404)
      return [{ what, state: "well", found: `${origin} leads here, and to files alone` }];
  } catch {} // it does not answer: the same is to be done
  const advice = "let that host lead to this server, with its own name in the Host header";
  return [{ what, state: "failed", found: `${origin} does not lead here`, advice }];
}
