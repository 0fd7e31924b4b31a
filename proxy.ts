import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/core/env";
import { answerTooMany } from "#lib/http/answer-too-many";
import { clientAddress } from "#lib/http/client-address";
import { isBarred, isFilesHost, storefrontHost } from "#lib/http/hosts";
import { limit } from "#lib/http/limit";
import { pageHeaders } from "#lib/http/page-headers";

/**
 * Shows the demo storefront on its own host, and gives every page of ours its security headers, as often as one
 * address may open pages. It decides nothing about who may see what: that is the data layer's.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  if (env().sandbox && request.headers.get("host") === storefrontHost()) {
    if (/^\/(sandbox|art)\/.+\.\w+$/.test(pathname)) return NextResponse.next();
    const inside = request.nextUrl.clone();
    inside.pathname = `/sandbox/shop${pathname === "/" ? "" : pathname}`;
    return NextResponse.rewrite(inside);
  }
  if (isBarred(request.headers.get("host"), pathname)) return new Response("There is nothing here.\n", { status: 404 });
  if (isFilesHost(request.headers.get("host"))) return NextResponse.next(); // a signed address, counted where it was given
  const tooMany = await answerTooMany(request, () => limit("opens", clientAddress(request)));
  if (tooMany) return tooMany;
  const headers = pageHeaders(pathname, randomBytes(16).toString("base64"));
  const sent = new Headers(request.headers);
  sent.set("content-security-policy", headers["content-security-policy"] ?? "");
  const response = NextResponse.next({ request: { headers: sent } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ["/((?!api/|_next/|widget/|v1\\.js|service-worker\\.js|manifest\\.webmanifest|icons/|icon\\.svg|fonts/).*)"],
};
