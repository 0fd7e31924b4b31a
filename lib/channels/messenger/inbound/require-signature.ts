import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/core/env";
import { AppError } from "#lib/core/errors";

/**
 * Refuses a delivery unless `header` (X-Hub-Signature-256) signs exactly these bytes with the app's secret: `sha256=`
 * and 64 lower-case hex digits. Without a secret nothing is taken in: the platform tries again later (WHI-03).
 */
export function requireSignature(header: string | null | undefined, body: Uint8Array): void {
  const secret = env().FACEBOOK.clientSecret;
  if (!secret) throw new AppError("unavailable", "unavailable");
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(/^sha256=([0-9a-f]{64})$/.exec(header ?? "")?.[1] ?? "", "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new AppError("unauthenticated", "signature");
}
