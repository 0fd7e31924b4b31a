import { env } from "#lib/core/env";
import { AppError, STATUS } from "#lib/core/errors";
import type { Html } from "../html";
import { storefrontOrigin } from "./origin";
import { drawProblem } from "./pages/problem";
import type { Visit } from "./visit";

/** Answers one kind of request of the storefront; `id` is the last part of an address that has one. */
export type Serve = (visit: Visit, request: Request, id: string) => Promise<Response>;

function headers(): Record<string, string> {
  const comptoir = env().PUBLIC_URL;
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${comptoir}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `frame-src ${comptoir}`,
    `form-action 'self' ${new URL(env().FACEBOOK.dialogUrl).origin}`,
    "base-uri 'none'",
    `frame-ancestors ${comptoir}`,
  ];
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy.join("; "),
    "cache-control": "private, no-store",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
  };
}

/** A page of the storefront as an answer. */
export function pageOf(html: Html, status = 200): Response {
  return new Response(html.text, { status, headers: headers() });
}

/** A cookie of the storefront, for a month. No script of a page sees it. */
export function cookieOf(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax`;
}

/** Sends the browser to a path of the storefront after a form. */
export function seeOther(path: string, ...cookies: string[]): Response {
  const headers = new Headers({ location: `${storefrontOrigin()}${path}` });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** A cookie the browser sent, by its name. */
export function readOwnCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/).map((pair) => pair.split("="));
  return pairs.find(([key]) => key === name)?.[1];
}

function problemPage(visit: Visit, problem: AppError): Response {
  const { notFound, notOpen, refused } = visit.words;
  const sentences: Record<string, string> = { not_found: notFound, unavailable: notOpen };
  return pageOf(drawProblem(visit, sentences[problem.code] ?? refused), STATUS[problem.code]);
}

/** In the sandbox's frame, which is another site's to a browser, a cookie comes back only when it says so. */
function allowInFrame({ headers: sent }: Response): void {
  const cookies = sent.getSetCookie();
  sent.delete("set-cookie");
  for (const cookie of cookies)
    sent.append("set-cookie", cookie.replace("SameSite=Lax", "SameSite=None; Secure; Partitioned"));
}

/**
 * Lets `serve` answer on the storefront's own host only: what is asked of another host is sent to it, and a form of
 * another origin is refused. A language chosen by `?lang=` is remembered; an AppError becomes a page that says it.
 */
export async function serveStorefront(visit: Visit, request: Request, id: string, serve: Serve): Promise<Response> {
  const origin = storefrontOrigin();
  const posted = request.method !== "GET" && request.method !== "HEAD";
  if (posted && request.headers.get("origin") !== origin) return new Response("Forbidden", { status: 403 });
  if (!posted && request.headers.get("host") !== new URL(origin).host) return seeOther("/");
  const answer = await serve(visit, request, id).catch((problem: unknown) => {
    if (problem instanceof AppError) return problemPage(visit, problem);
    throw problem;
  });
  const chosen = new URL(request.url).searchParams.get("lang") === visit.locale;
  if (chosen) answer.headers.append("set-cookie", cookieOf("lang", visit.locale));
  if (request.headers.get("sec-fetch-dest") === "iframe") allowInFrame(answer);
  return answer;
}
