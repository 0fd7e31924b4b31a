import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { HOUR } from "#lib/core/clock";
import { MailAddress } from "#lib/mail/address";
import { personName, plainText } from "#lib/shops/input";

/** The longest a signed word about who is logged in may last, and how far two clocks may be apart. */
const LONGEST_LIFE_MS = HOUR;
const SKEW_MS = 60_000;

const Header = z.strictObject({ alg: z.literal("HS256"), kid: z.uuid(), typ: z.literal("JWT").optional() });

const Claims = z.strictObject({
  /** The shop's own id of her. */
  sub: plainText(1, 200),
  /** The shop's address at Comptoir: a token of another shop is worth nothing. */
  aud: z.string(),
  exp: z.number().int(),
  iat: z.number().int().optional(),
  nbf: z.number().int().optional(),
  name: personName(120).optional(),
  email: MailAddress.optional(),
  /** True when the shop has seen to it that the address is hers. */
  email_verified: z.boolean().optional(),
});
export type IdentityClaims = z.output<typeof Claims>;

const PART = /^[\w-]+$/;

function decode(part: string): unknown {
  if (!PART.test(part)) return null;
  const bytes = Buffer.from(part, "base64url");
  if (bytes.toString("base64url") !== part) return null;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

/** The id of the key a token says it was signed with; null for what is no token of ours. */
export function keyOfToken(token: string): string | null {
  const [head = ""] = token.split(".");
  const header = Header.safeParse(decode(head));
  return header.success ? header.data.kid : null;
}

/**
 * What a token says, if it is signed with `secret` (HS256 and nothing else), for this shop, in force now and for an
 * hour at most; otherwise null, whatever is wrong with it. It is no word of one use: each page that she opens says it
 * again, so what ends it is its time or the end of its key. Source: RFC 7519, RFC 8725 §3, WID-02.
 */
export function readIdentityToken(token: string, secret: string, shop: string, at: Date): IdentityClaims | null {
  const [head = "", body = "", signature = "", ...more] = token.split(".");
  if (more.length > 0 || keyOfToken(token) === null) return null;
  const expected = createHmac("sha256", secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, "base64url");
  if (given.toString("base64url") !== signature) return null;
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claims = Claims.safeParse(decode(body));
  if (!claims.success || claims.data.aud !== shop) return null;
  const { exp, iat = 0, nbf = 0 } = claims.data;
  const time = at.getTime();
  const inForce = exp * 1_000 > time && exp * 1_000 <= time + LONGEST_LIFE_MS + SKEW_MS;
  return inForce && Math.max(iat, nbf) * 1_000 <= time + SKEW_MS ? claims.data : null;
}
