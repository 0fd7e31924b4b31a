import NextAuth from "next-auth";
import { env } from "#lib/core/env";
import { authOptions } from "#lib/http/auth-options";
import { readCookie } from "#lib/http/cookies";
import { SESSION_COOKIE } from "#lib/http/session";

/** Where the library keeps the page to go to after signing in. */
const CALLBACK_COOKIE = "__Secure-next-auth.callback-url";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Cancelled in the dialog (RFC 6749 §4.1.2.1): the library would call it a failure and forget where she was going. */
function cancelled(request: Request): Response {
  const login = new URL("/login", env().PUBLIC_URL);
  login.searchParams.set("error", "AccessDenied");
  const target = new URLSearchParams(`to=${readCookie(request, CALLBACK_COOKIE) ?? ""}`).get("to");
  login.searchParams.set("callbackUrl", target || "/");
  return Response.redirect(login, 302);
}

async function handler(request: Request, context: Context): Promise<Response> {
  const [step] = (await context.params).nextauth;
  if (step === "callback" && new URL(request.url).searchParams.get("error") === "access_denied")
    return cancelled(request);
  const options = authOptions({
    userAgent: request.headers.get("user-agent"),
    signingIn: step === "callback",
    replaces: readCookie(request, SESSION_COOKIE),
  });
  return NextAuth(options)(request, context);
}

export { handler as GET, handler as POST };
