import NextAuth from "next-auth";
import { authOptions } from "#lib/http/auth-options";
import { readCookie } from "#lib/http/cookies";
import { SESSION_COOKIE } from "#lib/http/session";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, context: Context): Promise<Response> {
  const [step] = (await context.params).nextauth;
  const options = authOptions({
    userAgent: request.headers.get("user-agent"),
    signingIn: step === "callback",
    replaces: readCookie(request, SESSION_COOKIE),
  });
  return NextAuth(options)(request, context);
}

export { handler as GET, handler as POST };
