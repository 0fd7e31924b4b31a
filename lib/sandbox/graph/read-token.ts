import { createHmac } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPeople, sandboxTokens } from "#db/schema/sandbox";
import { sandboxPageRoles } from "#db/schema/sandbox-messenger";
import { env } from "#lib/core/env";
import { hashToken } from "#lib/core/ids";
import { sameSecret } from "../login/registered-app";
import {
  type FacebookError,
  proofMissing,
  proofWrong,
  tokenDead,
  tokenExpired,
  tokenInvalid,
  tokenMissing,
} from "./facebook-error";

/** How old an `appsecret_time` may be, in seconds. */
const PROOF_LIFE = 300;

export type Kept = typeof sandboxTokens.$inferSelect;
export type Someone = { id: string; name: string; email: string | null };

/** Who calls: a person, a Page by way of a person, or the app itself. */
export type Holder = { token: string; scopes: string[] } & (
  | { kind: "user"; person: Someone; kept: Kept }
  | { kind: "page"; person: Someone; kept: Kept; pageId: string; tasks: string[] }
  | { kind: "app" }
);

/** What a call says of itself. */
export type Credentials = { token: string | undefined; proof: string | undefined; proofTime: string | undefined };

const hmac = (message: string) => createHmac("sha256", env().FACEBOOK.clientSecret).update(message).digest("hex");

/** The app's own token as `client_credentials` gives it; the literal `ID|SECRET` is taken as well. */
export function appToken(): string {
  return `${env().FACEBOOK.clientId}|${hmac("app token").slice(0, 27)}`;
}

function isAppToken(token: string): boolean {
  const { clientId, clientSecret } = env().FACEBOOK;
  return sameSecret(token, `${clientId}|${clientSecret}`) || sameSecret(token, appToken());
}

/**
 * Checks an `appsecret_proof`: the hex HMAC-SHA256 of the token with the app's secret, or of `token|time` while `time`
 * is at most five minutes old. Says whether there was one; throws when it is wrong, or missing where it is demanded.
 * The app's own token holds the secret itself, so a proof of another token beside it is ignored.
 */
export function checkProof({ token, proof, proofTime }: Credentials, at: Date, demanded: boolean): boolean {
  if (!token) return false;
  if (proof === undefined) {
    if (demanded && !isAppToken(token)) throw proofMissing();
    return false;
  }
  const age = Math.abs(at.getTime() / 1_000 - Number(proofTime));
  const message = proofTime === undefined ? token : `${token}|${proofTime}`;
  if (proofTime !== undefined && !(age <= PROOF_LIFE)) throw proofWrong();
  if (sameSecret(proof, hmac(message))) return true;
  if (isAppToken(token)) return false;
  throw proofWrong();
}

/** Finds a kept token with its person and, for a Page's, what she may do there; whatever its state. */
export async function findToken(token: string) {
  const [found] = await database()
    .select({ kept: sandboxTokens, person: sandboxPeople, tasks: sandboxPageRoles.tasks })
    .from(sandboxTokens)
    .innerJoin(sandboxPeople, eq(sandboxPeople.id, sandboxTokens.personId))
    .leftJoin(
      sandboxPageRoles,
      and(eq(sandboxPageRoles.personId, sandboxTokens.personId), eq(sandboxPageRoles.pageId, sandboxTokens.pageId)),
    )
    .where(eq(sandboxTokens.tokenHash, hashToken(token)));
  return found;
}

/** Why a token is not valid at an instant, if it is not. */
export function flawOf(kept: Kept, tasks: string[] | null, at: Date): FacebookError | null {
  if (kept.revokedAt) return tokenDead(kept.revokeSubcode ?? 460);
  if (kept.expiresAt && kept.expiresAt <= at) return tokenExpired();
  if (kept.kind === "page" && !tasks?.length) return tokenDead(492);
  return null;
}

/** Who holds an access token. Throws when it is missing, unknown, expired or revoked. */
export async function readToken(token: string | undefined, at: Date): Promise<Holder> {
  if (!token) throw tokenMissing();
  if (isAppToken(token)) return { kind: "app", token, scopes: [] };
  const found = await findToken(token);
  if (!found) throw tokenInvalid();
  const { kept, person, tasks } = found;
  const flaw = flawOf(kept, tasks, at);
  if (flaw) throw flaw;
  const known = { token, scopes: kept.scopes, person, kept };
  return kept.kind === "page" && kept.pageId
    ? { kind: "page", ...known, pageId: kept.pageId, tasks: tasks ?? [] }
    : { kind: "user", ...known };
}
