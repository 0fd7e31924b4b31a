import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPeople, sandboxTokens } from "#db/schema/sandbox";
import { now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { hashToken } from "#lib/core/ids";
import { sameSecret } from "../login/registered-app";
import { proofWrong, tokenExpired, tokenInvalid, tokenMissing } from "./facebook-error";

/** Whose token it is, and what that person granted. */
export type TokenHolder = { id: string; name: string; email: string | null; scopes: string[] };

/**
 * The person behind an access token. An `appsecret_proof`, when given, must be the hex HMAC-SHA256 of the token with the
 * app's secret. Throws a FacebookError when the token is missing, unknown or expired, or the proof is wrong.
 */
export async function readToken(token: string | undefined, proof: string | undefined): Promise<TokenHolder> {
  if (!token) throw tokenMissing();
  const expected = createHmac("sha256", env().FACEBOOK.clientSecret).update(token).digest("hex");
  if (proof !== undefined && !sameSecret(proof, expected)) throw proofWrong();
  const [found] = await database()
    .select({
      id: sandboxPeople.id,
      name: sandboxPeople.name,
      email: sandboxPeople.email,
      scopes: sandboxTokens.scopes,
      expiresAt: sandboxTokens.expiresAt,
    })
    .from(sandboxTokens)
    .innerJoin(sandboxPeople, eq(sandboxPeople.id, sandboxTokens.personId))
    .where(eq(sandboxTokens.tokenHash, hashToken(token)));
  if (!found) throw tokenInvalid();
  if (found.expiresAt && found.expiresAt <= now()) throw tokenExpired();
  return { id: found.id, name: found.name, email: found.email, scopes: found.scopes };
}
