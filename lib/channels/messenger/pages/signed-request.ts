import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "#lib/core/env";
import { AppError } from "#lib/core/errors";
import { parseJson } from "#lib/core/parse-json";

const SHAPE = /^([\w-]{1,100})\.([\w-]{1,4000})$/;

const Payload = z.object({
  algorithm: z.literal("HMAC-SHA256"),
  user_id: z.union([z.string().regex(/^\d{1,40}$/), z.number().int().positive()]).transform(String),
  issued_at: z.number().optional(),
  expires: z.number().optional(),
});

const SECOND_MS = 1_000;

/**
 * The Facebook user a `signed_request` is about. The signature covers the second part as it was received; any other
 * algorithm, an ended request and a wrong signature are refused alike. Source: Messenger reference §1.6.
 */
export function readSignedRequest(given: unknown): { userId: string } {
  const [, signature, encoded] = SHAPE.exec(typeof given === "string" ? given : "") ?? [];
  if (!signature || !encoded) throw refusal();
  const expected = createHmac("sha256", env().FACEBOOK.clientSecret).update(encoded).digest();
  const sent = Buffer.from(signature, "base64url");
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) throw refusal();
  const payload = Payload.safeParse(read(encoded));
  if (!payload.success) throw refusal();
  const { user_id: userId, expires } = payload.data;
  if (expires && expires * SECOND_MS < Date.now()) throw refusal();
  return { userId };
}

function read(encoded: string): unknown {
  try {
    return parseJson(Buffer.from(encoded, "base64url"));
  } catch {
    return null;
  }
}

const refusal = () => new AppError("unauthenticated", "signed_request");
