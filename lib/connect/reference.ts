import { createHmac, timingSafeEqual } from "node:crypto";
import { HOUR, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import type { VisitorActor } from "#lib/shops/actor";

const LIFE_MS = 2 * HOUR;

const sign = (payload: string) =>
  createHmac("sha256", env().AUTH_SECRET).update(`visitor-reference:${payload}`).digest();

/**
 * A proof, good for two hours, that a checkout happened in the browser of this chat. The storefront passes it along
 * with the order; it opens nothing and names nobody.
 */
export function makeReference(actor: VisitorActor): string {
  const payload = [actor.shopId, actor.identityId, now().getTime() + LIFE_MS].join(".");
  return `${Buffer.from(payload).toString("base64url")}.${sign(payload).toString("base64url")}`;
}

/** The identity a reference was made for in this shop, or null when it is altered, expired or another shop's. */
export function readReference(shopId: string, reference: string): { identityId: string } | null {
  const [body = "", signature = ""] = reference.split(".");
  const payload = Buffer.from(body, "base64url").toString();
  const expected = sign(payload);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [shop, identityId, until] = payload.split(".");
  return shop === shopId && identityId && Number(until) > now().getTime() ? { identityId } : null;
}
