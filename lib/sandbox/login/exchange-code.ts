import { createHash } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { sandboxCodes, sandboxTokens } from "#db/schema/sandbox";
import { DAY, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { hashToken, newToken } from "#lib/core/ids";
import {
  appUnknown,
  codeExpired,
  codeUnknown,
  codeUsed,
  redirectDiffers,
  secretWrong,
  verifierWrong,
} from "../graph/facebook-error";
import { readControls } from "../messenger/controls";
import { isRegisteredApp, sameSecret } from "./registered-app";

/** Life of an access token in seconds: about 60 days. */
export const TOKEN_LIFE = 5_183_944;
/** How long after a login the app may read data, in milliseconds. */
export const DATA_ACCESS_LIFE = 90 * DAY;

export type CodeExchange = {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  code: string;
  codeVerifier: string | undefined;
};

export type AccessToken = { access_token: string; token_type: "bearer"; expires_in: number };

/**
 * Gives an access token for a code, once. Of any number of exchanges at the same time one succeeds.
 * Throws a FacebookError for an unknown app, a wrong secret, an unknown, used or expired code, another redirect_uri,
 * and a verifier that does not fit the challenge of the dialog (RFC 7636 §4.6) or came without one.
 */
export async function exchangeCode(asked: CodeExchange): Promise<AccessToken> {
  if (!isRegisteredApp(asked.clientId)) throw appUnknown();
  if (!sameSecret(asked.clientSecret, env().FACEBOOK.clientSecret)) throw secretWrong();
  const sameCode = eq(sandboxCodes.codeHash, hashToken(asked.code));
  const at = now();
  return outsideShops(async (tx) => {
    const [found] = await tx.select().from(sandboxCodes).where(sameCode);
    if (!found || found.clientId !== asked.clientId) throw codeUnknown();
    if (found.redirectUri !== asked.redirectUri) throw redirectDiffers();
    if (!verifierFits(found.codeChallenge, asked.codeVerifier)) throw verifierWrong();
    const [taken] = await tx
      .update(sandboxCodes)
      .set({ usedAt: at })
      .where(and(sameCode, isNull(sandboxCodes.usedAt), gt(sandboxCodes.expiresAt, at)))
      .returning();
    if (!taken) throw found.usedAt || found.expiresAt > at ? codeUsed() : codeExpired();
    const token = `EAA${newToken()}`;
    const { clientId, personId, scopes, declined, targets } = taken;
    const { now: issuedAt } = await readControls(tx);
    await tx.insert(sandboxTokens).values({
      tokenHash: hashToken(token),
      ...{ clientId, personId, scopes, declined, targets, issuedAt },
      expiresAt: new Date(issuedAt.getTime() + TOKEN_LIFE * 1_000),
      dataAccessExpiresAt: new Date(issuedAt.getTime() + DATA_ACCESS_LIFE),
    });
    return { access_token: token, token_type: "bearer", expires_in: TOKEN_LIFE };
  });
}

function verifierFits(challenge: string | null, verifier: string | undefined): boolean {
  if (challenge === null) return verifier === undefined;
  return verifier !== undefined && createHash("sha256").update(verifier).digest("base64url") === challenge;
}
