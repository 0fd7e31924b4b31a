import { finishLogin, LoginAnswer, type LoginEnd, shopOfState } from "#lib/channels/messenger/pages/finish-login";
import { env } from "#lib/core/env";
import { AppError, unauthenticated } from "#lib/core/errors";
import { readCookie } from "#lib/http/cookies";
import { SESSION_COOKIE } from "#lib/http/session";
import { findSession } from "#lib/shops/find-session";
import { loadMember } from "#lib/shops/load-member";

/** A fragment of its own, because browsers carry Facebook's `#_=_` through a redirect that has none. */
const goTo = (path: string) =>
  new Response(null, {
    status: 303,
    headers: { location: `${env().PUBLIC_URL}${path}`, "cache-control": "no-store", "referrer-policy": "no-referrer" },
  });

/** Where Facebook sends a member back after she chose what we may do with her Pages. */
export async function GET(request: Request): Promise<Response> {
  const answer = LoginAnswer.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const slug = answer.success ? shopOfState(answer.data.state) : null;
  if (!answer.success || !slug) return goTo("/#content");
  const page = `/s/${slug}/settings/messenger`;
  const end = await ended(request, slug, answer.data);
  if (end === "signed_out") return goTo(`/login?callbackUrl=${encodeURIComponent(`${page}?login=state`)}#content`);
  return goTo(end === "absent" ? "/#content" : `${page}?login=${end}#pages`);
}

async function ended(request: Request, slug: string, answer: LoginAnswer): Promise<LoginEnd | "signed_out" | "absent"> {
  try {
    const token = readCookie(request, SESSION_COOKIE);
    const person = token ? await findSession(token) : null;
    if (!person) throw unauthenticated();
    return await finishLogin(await loadMember(person, slug), answer);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === "unauthenticated" ? "signed_out" : "absent";
  }
}
