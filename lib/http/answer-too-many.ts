import { AppError, STATUS } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { LOCALE_COOKIE, negotiateLocale } from "#lib/i18n/locales";
import { readCookie } from "./cookies";
import { retryAfter } from "./limit";
import { problemOf } from "./outcome";

/**
 * What a browser that went too far is shown instead of a page: one sentence in its language. Null when `count` let it
 * pass.
 */
export async function answerTooMany(request: Request, count: () => Promise<void>): Promise<Response | null> {
  try {
    await count();
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const locale = negotiateLocale(request.headers.get("accept-language"), readCookie(request, LOCALE_COOKIE));
    const { message } = problemOf(error, locale, newId());
    const plain = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
    return new Response(`${message}\n`, { status: STATUS[error.code], headers: { ...plain, ...retryAfter(error) } });
  }
}
