import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { BucketSettings } from "./env";
import { AppError } from "./errors";
import { log } from "./log";
import { guardedFetch, type OutboundAnswer, OutboundRefused } from "./outbound";

type Ask = { method: "PUT" | "GET" | "DELETE"; key: string; bytes?: Uint8Array };

/** More than any file that is taken in, and any part of an export. */
const MAX_BYTES = 64 * 1024 * 1024;
const WITHIN_MS = 30_000;
const NOT_FOUND = 404;

/** The statuses of what was done: for DELETE an absent object is as good. Source: Amazon S3 API reference. */
const DONE: Record<Ask["method"], readonly number[]> = {
  PUT: [200],
  GET: [200, NOT_FOUND],
  DELETE: [200, 204, NOT_FOUND],
};

/**
 * An object store of the S3 protocol: one object a key, addressed by path, each request signed with the hash of its
 * bytes. What is put is durable once it is answered. Throws AppError unavailable when the store does not do as asked.
 */
export function openBucket(settings: BucketSettings) {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });
  const origins = [new URL(endpoint).origin];

  async function ask({ method, key, bytes }: Ask): Promise<OutboundAnswer> {
    const hash = createHash("sha256")
      .update(bytes ?? "")
      .digest("hex");
    const address = `${endpoint}/${bucket}/${key}`;
    const signed = await client.sign(address, { method, headers: { "x-amz-content-sha256": hash } });
    const init = { method, headers: Object.fromEntries(signed.headers), maxBytes: MAX_BYTES, timeoutMs: WITHIN_MS };
    const answer = await guardedFetch(address, bytes ? { ...init, body: bytes } : init, { configured: origins });
    if (!DONE[method].includes(answer.status)) throw refusedBy(method, `status ${answer.status}`);
    return answer;
  }

  async function asked(what: Ask): Promise<OutboundAnswer> {
    try {
      return await ask(what);
    } catch (error) {
      if (error instanceof OutboundRefused) throw refusedBy(what.method, error.reason);
      throw error;
    }
  }

  return {
    put: async (key: string, bytes: Uint8Array): Promise<void> => {
      await asked({ method: "PUT", key, bytes });
    },
    get: async (key: string): Promise<Buffer | null> => {
      const { status, body } = await asked({ method: "GET", key });
      return status === NOT_FOUND ? null : body;
    },
    remove: async (key: string): Promise<void> => {
      await asked({ method: "DELETE", key });
    },
  };
}

function refusedBy(method: Ask["method"], why: string): AppError {
  log.error({ method, why }, "the object store did not do as asked");
  return new AppError("unavailable", "unavailable");
}
