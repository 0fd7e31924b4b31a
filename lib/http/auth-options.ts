import type { NextAuthOptions } from "next-auth";
import FacebookProvider from "next-auth/providers/facebook";
import { DAY } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { newToken } from "#lib/core/ids";
import { log } from "#lib/core/log";
import { authAdapter } from "#lib/shops/auth-adapter";
import { SESSION_LIFE_MS } from "#lib/shops/find-session";
import { keepPicture } from "#lib/shops/keep-picture";
import { SESSION_COOKIE } from "./session";

const GRAPH_TIMEOUT_MS = 10_000;
const SCOPES = "public_profile email";

/**
 * How people sign in: through Facebook, or through the sandbox's dialog at the same kind of addresses. Sessions live
 * in the database, so that ending one takes effect at once.
 */
export function authOptions(browser: Parameters<typeof authAdapter>[0]): NextAuthOptions {
  const { FACEBOOK, AUTH_SECRET, GRAPH_VERSION } = env();
  return {
    secret: AUTH_SECRET,
    adapter: authAdapter(browser),
    useSecureCookies: true,
    session: {
      strategy: "database",
      maxAge: SESSION_LIFE_MS / 1_000,
      updateAge: DAY / 1_000,
      generateSessionToken: newToken,
    },
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: { httpOnly: true, sameSite: "lax", path: "/", secure: true } },
    },
    pages: { signIn: "/login", error: "/login" },
    providers: [
      FacebookProvider({
        clientId: FACEBOOK.clientId,
        clientSecret: FACEBOOK.clientSecret,
        checks: ["state", "pkce"],
        httpOptions: { timeout: GRAPH_TIMEOUT_MS },
        client: { token_endpoint_auth_method: "client_secret_post" },
        authorization: { url: FACEBOOK.dialogUrl, params: { scope: SCOPES } },
        token: `${FACEBOOK.graphUrl}/${GRAPH_VERSION}/oauth/access_token`,
        userinfo: { url: `${FACEBOOK.graphUrl}/${GRAPH_VERSION}/me`, params: { fields: "id,name,email,picture" } },
      }),
    ],
    callbacks: {
      redirect: ({ url }) => safeRedirect(url, env().PUBLIC_URL),
    },
    events: {
      signIn: ({ user, profile }) => keepPicture(user.id, profile),
    },
    logger: {
      error: (code) => log.warn({ reason: code }, "sign-in failed"),
      warn: (code) => log.warn({ reason: code }, "sign-in warning"),
      debug: () => undefined,
    },
  };
}

/** Where to go after signing in: a path of our own, else the start. Source: NEXT-07. */
export function safeRedirect(url: string, base: string): string {
  try {
    const target = new URL(url, base);
    return target.origin === new URL(base).origin && url.length < 2_000 && !/[\\\s]/.test(url) ? target.href : base;
  } catch {
    return base;
  }
}
