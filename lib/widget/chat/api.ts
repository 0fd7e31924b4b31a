import type { Place } from "./state";
import type { Draft } from "./timeline";
import { fieldsOf, isMessage, isSession, type Purpose, type SessionView, type VisitorMessageView } from "./views";

/**
 * Why an answer did not come. `message` is the server's sentence, or null when there was none to read. `retry`: no
 * connection, a timeout, too many requests or a server fault; the same call may succeed later. `after`: seconds the server asked for.
 */
export type Problem = { ok: false; status: number; message: string | null; retry: boolean; after: number };
export type Outcome<T> = { ok: true; value: T } | Problem;

const answerWithin = 20_000; // milliseconds
export const unreachable: Problem = { ok: false, status: 0, message: null, retry: true, after: 0 };

/** What an answer that is not good says. */
export function problemOf(status: number, json: unknown, retryAfter: string | null): Problem {
  const { message } = fieldsOf(fieldsOf(json).problem);
  const retry = status >= 500 || [408, 425, 429].includes(status);
  const after = Number(retryAfter) || 0;
  return { ok: false, status, message: typeof message === "string" ? message : null, retry, after };
}

/** The message that was stored, from the answer that says so. */
export function readMessage(answer: unknown): VisitorMessageView | null {
  const { message } = fieldsOf(answer);
  return isMessage(message) ? message : null;
}

export type VisitorApi = ReturnType<typeof visitorApi>;

/** The visitor API of one shop. Nothing throws: every problem is a value. */
export function visitorApi(slug: string, locale: string) {
  async function call<T>(
    method: "GET" | "POST",
    path: string,
    body: object | null,
    read: (answer: unknown) => T | null,
  ): Promise<Outcome<T>> {
    try {
      const answer = await fetch(`/api/widget/${slug}/${path}`, {
        method,
        ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
        signal: AbortSignal.timeout(answerWithin),
      });
      const json: unknown = answer.status === 204 ? null : await answer.json().catch(() => null);
      if (!answer.ok) {
        return problemOf(answer.status, json, answer.headers.get("retry-after"));
      }
      const value = read(json);
      return value === null ? unreachable : { ok: true, value };
    } catch {
      return unreachable; // no connection, or an answer cut short: nothing more is known
    }
  }

  const session = (answer: unknown) => (isSession(answer) ? answer : null);
  const messages = (answer: unknown): readonly VisitorMessageView[] | null => {
    const list = fieldsOf(answer).messages;
    return Array.isArray(list) && list.every(isMessage) ? list : null;
  };
  const text = (key: string) => (answer: unknown) => {
    const value = fieldsOf(answer)[key];
    return typeof value === "string" ? value : null;
  };
  const nothing = () => true as const;

  return {
    /** What a part that is fetched later asks for. */
    post: (path: string, body: object) => call("POST", path, body, fieldsOf),
    session: () => call("GET", `session?locale=${locale}`, null, session),
    /** Makes the visitor, and her cookie: called on her first message and never before. */
    begin: (page?: string) => call("POST", "session", { locale, ...(page && { page }) }, session),
    /** Stores one message; called twice with one key, it answers with the first. */
    send: ({ clientKey, body, sticker, tapped, replyTo }: Draft) =>
      call("POST", "messages", { clientKey, body, sticker, tapped, replyTo }, readMessage),
    /** Up to 200 messages above `seq`, oldest first. */
    after: (seq: number) => call("GET", `messages?after=${seq}`, null, messages),
    /** The 50 messages below `seq`, oldest first. */
    before: (seq: number) => call("GET", `messages?before=${seq}`, null, messages),
    seen: (deliveredSeq: number, readSeq: number) => call("POST", "seen", { deliveredSeq, readSeq }, nothing),
    typing: () => call("POST", "typing", {}, nothing),
    allow: (allow: readonly Purpose[], textVersion: string) =>
      call("POST", "permissions", { allow, textVersion, locale }, session),
    /** The link with which this conversation goes on in Messenger. */
    messenger: (source: Place) => call("POST", "messenger", { source }, text("url")),
    /** Mails a code to an address; answers with the ticket that goes with it. */
    email: (email: string) => call("POST", "email", { email }, text("ticket")),
    confirm: (ticket: string, code: string) => call("POST", "email/confirm", { ticket, code }, session),
    /** The login's address; with a page of the shop, whether the login may come back there. */
    connect: (codeChallenge: string, returnTo?: string) =>
      call("POST", "connect", { codeChallenge, locale, returnTo }, fieldsOf),
    redeem: (code: string, codeVerifier: string): Promise<Outcome<SessionView>> =>
      call("POST", "connect/redeem", { code, codeVerifier }, session),
    /** Who is logged in at the storefront: her own conversation, if its server signed it. */
    identify: (who: { token: string } | { name: string }) => call("POST", "identify", { ...who, locale }, session),
    /** Ends this browser's visit. */
    reset: () => call("POST", "reset", { locale }, session),
    /** The signed, short-lived reference a checkout may pass on; null when there is no chat to refer to. */
    reference: async () => {
      const outcome = await call("GET", "reference", null, text("reference"));
      return outcome.ok ? outcome.value : null;
    },
  };
}
