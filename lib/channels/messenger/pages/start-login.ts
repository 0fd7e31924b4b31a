import { createHash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { facebookLoginRequests } from "#db/schema/messenger";
import { MINUTE, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { hashToken, newToken } from "#lib/core/ids";
import { seal } from "#lib/core/seal";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import type { StartLogin } from "./input";
import { NEEDED_SCOPES } from "./scopes";

const REQUEST_LIFE_MS = 15 * MINUTE;

/** Where Facebook sends the member back: registered with the app, the same to the letter at the exchange. */
export const loginRedirect = (): string => `${env().PUBLIC_URL}/api/connect/facebook`;

/**
 * Begins a login by which a member lets us see her Pages, apart from the one she signs in with. Gives the address of
 * the dialog. Its state works once, for fifteen minutes, for the session that asked. Owners and admins only.
 */
export async function startLogin(actor: MemberActor, input: StartLogin): Promise<{ url: string }> {
  requireRole(actor, "admin");
  const [state, verifier] = [`${actor.shopSlug}.${newToken()}`, newToken()];
  const stateHash = hashToken(state);
  const at = now();
  await inShop(actor.shopId, async (tx) => {
    await tx
      .delete(facebookLoginRequests)
      .where(and(eq(facebookLoginRequests.shopId, actor.shopId), lt(facebookLoginRequests.expiresAt, at)));
    await tx.insert(facebookLoginRequests).values({
      stateHash,
      shopId: actor.shopId,
      memberId: actor.memberId,
      sessionId: actor.sessionId,
      sealedVerifier: seal(verifier, `facebook_login_requests:${stateHash}`),
      expiresAt: new Date(at.getTime() + REQUEST_LIFE_MS),
    });
  });
  const url = new URL(env().FACEBOOK.dialogUrl);
  const parameters = {
    client_id: env().FACEBOOK.clientId,
    redirect_uri: loginRedirect(),
    state,
    response_type: "code",
    scope: ["public_profile", ...NEEDED_SCOPES, ...input.optional].join(","),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...(input.again ? { auth_type: "rerequest" } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href };
}
