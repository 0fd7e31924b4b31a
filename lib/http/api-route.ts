import type { z } from "zod";
import { AppError, STATUS, unauthenticated } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { LOCALE_COOKIE, negotiateLocale } from "#lib/i18n/locales";
import type { MemberActor } from "#lib/shops/actor";
import { findSession } from "#lib/shops/find-session";
import { loadMember } from "#lib/shops/load-member";
import { recordingDenials } from "#lib/shops/record-act";
import { readCookie } from "./cookies";
import { retryAfter } from "./limit";
import { parseInput, problemOf } from "./outcome";
import { SESSION_COOKIE } from "./session";

const NO_STORE = { "cache-control": "private, no-store" };

/** Answers with what `run` gives, or with its refusal in the asker's language and the refusal's status. */
export async function answer(request: Request, run: () => Promise<Response>): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? newId();
  try {
    const response = await run();
    response.headers.set("x-request-id", requestId);
    return response;
  } catch (error) {
    const locale = negotiateLocale(request.headers.get("accept-language"), readCookie(request, LOCALE_COOKIE));
    const problem = problemOf(error, locale, requestId);
    const headers = { ...NO_STORE, "x-request-id": requestId, ...retryAfter(error) };
    return Response.json({ problem }, { status: STATUS[problem.code], headers });
  }
}

/** JSON for one person only: no shared cache may keep it. */
export function privateJson(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: NO_STORE });
}

type Context = { params: Promise<Record<string, string>> };

/** Numbers of a query string, so that a strict schema sees them as numbers. */
function readQuery(request: Request, numbers: readonly string[]): Record<string, unknown> {
  const entries = [...new URL(request.url).searchParams];
  if (new Set(entries.map(([name]) => name)).size !== entries.length) throw new AppError("invalid", "invalid");
  return Object.fromEntries(
    entries.map(([name, value]) => [name, numbers.includes(name) && /^\d{1,15}$/.test(value) ? Number(value) : value]),
  );
}

/** The member whose session cookie the request carries, in the shop of the address. */
export async function requireApiMember(request: Request, shop: string): Promise<MemberActor> {
  const token = readCookie(request, SESSION_COOKIE);
  const person = token ? await findSession(token) : null;
  if (!person) throw unauthenticated();
  return loadMember(person, shop);
}

/**
 * A GET of `/api/v1/shops/[shop]/…` for members: the session cookie gives the actor, path and query together the
 * input. `names` maps a path segment to its input field; `numbers` are the query fields that are numbers.
 */
export function apiRoute<S extends z.ZodType, T>(
  schema: S,
  query: (actor: MemberActor, input: z.output<S>) => Promise<T>,
  { names = {}, numbers = [] }: { names?: Record<string, string>; numbers?: readonly string[] } = {},
) {
  return (request: Request, context: Context): Promise<Response> =>
    answer(request, async () => {
      const { shop = "", ...path } = await context.params;
      const actor = await requireApiMember(request, shop);
      const fromPath = Object.fromEntries(Object.entries(path).map(([name, value]) => [names[name] ?? name, value]));
      const input = parseInput(schema, { ...readQuery(request, numbers), ...fromPath });
      return privateJson(await recordingDenials(actor, () => query(actor, input)));
    });
}
