import NextAuth from "next-auth";
import { env } from "#lib/core/env";
import { answerTooMany } from "#lib/http/answer-too-many";
import { authOptions } from "#lib/http/auth-options";
import { clientAddress } from "#lib/http/client-address";
import { readCookie } from "#lib/http/cookies";
import { limit } from "#lib/http/limit";
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

/** The sign-in button's script reads from the answer which page to show next. */
function backToLogin({ status, headers }: Response): Response {
  const again = { "retry-after": headers.get("retry-after") ?? "60", "cache-control": "no-store" };
  return Response.json({ url: `${env().PUBLIC_URL}/login?error=TooMany` }, { status, headers: again });
}

async function handler(request: Request, context: Context): Promise<Response> {
  const [step] = (await context.params).nextauth;
  if (step === "signin" || step === "callback") {
    const tooMany = await answerTooMany(request, () => limit("signs in", clientAddress(request)));
    if (tooMany) return request.method === "POST" ? backToLogin(tooMany) : tooMany;
  }
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
