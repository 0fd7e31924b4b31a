import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxTokens } from "#db/schema/sandbox";
import { env } from "#lib/core/env";
import { hashToken, newToken } from "#lib/core/ids";
import { exchangeCode, TOKEN_LIFE } from "../login/exchange-code";
import { APP_NAME, isRegisteredApp, sameSecret } from "../login/registered-app";
import type { Call } from "./call";
import {
  appTokenNeeded,
  appUnknown,
  codeMissing,
  FacebookError,
  grantUnsupported,
  parameterMissing,
  redirectMissing,
  secretWrong,
} from "./facebook-error";
import { basicClient } from "./read-parameters";
import { appToken, findToken, flawOf, type Holder, readToken } from "./read-token";

const seconds = (at: Date | null) => (at ? Math.floor(at.getTime() / 1_000) : 0);

/** `oauth/access_token`: a code's exchange, a token that lasts longer, or the app's own token. */
export async function accessToken(call: Call) {
  const { request, parameters } = call;
  const client = basicClient(request);
  const clientId = parameters.text("client_id") ?? client?.id;
  const clientSecret = parameters.text("client_secret") ?? client?.secret;
  const redirectUri = parameters.text("redirect_uri");
  const code = parameters.text("code");
  const grant = parameters.text("grant_type") ?? "authorization_code";
  if (!["authorization_code", "fb_exchange_token", "client_credentials"].includes(grant)) throw grantUnsupported();
  if (!clientId) throw appUnknown();
  if (!clientSecret) throw secretWrong();
  if (grant !== "authorization_code") {
    if (!isRegisteredApp(clientId)) throw appUnknown();
    if (!sameSecret(clientSecret, env().FACEBOOK.clientSecret)) throw secretWrong();
    if (grant === "client_credentials") return { access_token: appToken(), token_type: "bearer" };
    return exchangeToken(call);
  }
  if (!redirectUri) throw redirectMissing();
  if (!code) throw codeMissing();
  return exchangeCode({ clientId, clientSecret, redirectUri, code, codeVerifier: parameters.text("code_verifier") });
}

/** A long-lived token for a living one of a person, about 60 days from now. */
async function exchangeToken({ parameters, controls }: Call) {
  const given = parameters.text("fb_exchange_token");
  if (!given) throw parameterMissing("fb_exchange_token");
  const holder = await readToken(given, controls.now);
  if (holder.kind !== "user") throw new FacebookError(1, "Cannot exchange this kind of token.");
  const token = `EAA${newToken()}`;
  const { clientId, personId, scopes, declined, targets, dataAccessExpiresAt } = holder.kept;
  await database()
    .insert(sandboxTokens)
    .values({
      tokenHash: hashToken(token),
      ...{ clientId, personId, scopes, declined, targets, dataAccessExpiresAt },
      longLived: true,
      issuedAt: controls.now,
      expiresAt: new Date(controls.now.getTime() + TOKEN_LIFE * 1_000),
    });
  return { access_token: token, token_type: "bearer", expires_in: TOKEN_LIFE };
}

/**
 * The token of a Page by way of a person's token: the same each time. By way of a long-lived one it never expires.
 */
export async function pageTokenOf(holder: Extract<Holder, { kind: "user" }>, pageId: string): Promise<string> {
  const { kept } = holder;
  const made = createHmac("sha256", env().FACEBOOK.clientSecret).update(`page:${kept.tokenHash}:${pageId}`);
  const token = `EAA${made.digest("base64url")}`;
  await database()
    .insert(sandboxTokens)
    .values({
      ...kept,
      tokenHash: hashToken(token),
      kind: "page",
      pageId,
      ...(kept.longLived ? { expiresAt: null } : {}),
    })
    .onConflictDoNothing();
  return token;
}

/** `debug_token`: what a token is. One that is not valid, or was never given, is an answer and no error. */
export async function debugToken({ parameters, controls, holder }: Call) {
  const asker = await holder();
  if (asker.kind === "page") throw appTokenNeeded();
  const input = parameters.text("input_token");
  if (!input) throw parameterMissing("input_token");
  const { clientId } = env().FACEBOOK;
  const app = { app_id: clientId, application: APP_NAME };
  const found = await findToken(input);
  if (!found) {
    const isApp = await readToken(input, controls.now).catch(() => null);
    if (isApp) return { data: { ...app, type: "APP", is_valid: true, scopes: [] } };
    const error = { code: 190, message: "Invalid OAuth access token - Cannot parse access token" };
    return { data: { error, is_valid: false, scopes: [] } };
  }
  const { kept, tasks } = found;
  const flaw = flawOf(kept, tasks, controls.now);
  const told = flaw && { error: { code: flaw.code, message: flaw.message, subcode: flaw.subcode ?? 0 } };
  return {
    data: {
      ...app,
      type: kept.kind.toUpperCase(),
      data_access_expires_at: seconds(kept.dataAccessExpiresAt),
      ...told,
      expires_at: seconds(kept.expiresAt),
      is_valid: flaw === null,
      issued_at: seconds(kept.issuedAt),
      ...(kept.pageId ? { profile_id: kept.pageId } : {}),
      scopes: kept.scopes,
      granular_scopes: granular(kept.scopes, kept.targets),
      user_id: kept.personId,
    },
  };
}

/** Scopes that reach only some Pages name them; one that reaches all names none. */
function granular(scopes: string[], targets: Record<string, string[]>) {
  return scopes
    .filter((scope) => scope !== "public_profile" && scope !== "email")
    .map((scope) => ({ scope, ...(targets[scope] ? { target_ids: targets[scope] } : {}) }));
}

/** Ends every token of a person. `subcode` says why: 458 app removed, 460 password changed. */
export async function revokeTokens(personId: string, subcode: number, at: Date): Promise<void> {
  await database()
    .update(sandboxTokens)
    .set({ revokedAt: at, revokeSubcode: subcode })
    .where(eq(sandboxTokens.personId, personId));
}
