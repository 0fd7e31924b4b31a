import { MINUTE } from "#lib/core/clock";
import type { GraphError } from "../graph-error";
import { type Trouble, troubleOf } from "../pages/troubles";

/** What becomes of a message after a refusal. `key` is a key of the message catalogue `messengerSend.problems`. */
export type Verdict =
  | { step: "fail"; key: string }
  /** Tried again by itself, `most` times in all. */
  | { step: "retry"; key: string; most: number }
  /** The whole Page waits for at least `restMs`. */
  | { step: "rest"; key: string; restMs: number }
  /** The channel stops until it is mended; the message waits. */
  | { step: "pause"; key: string; trouble: Trouble }
  /** This person cannot be written to until she writes. */
  | { step: "unreachable"; key: string }
  /** Another app holds the thread: taken back once, then tried again. */
  | { step: "take_thread"; key: string }
  /** It may have arrived: only its echo, or a member, decides. */
  | { step: "unconfirmed" };

const TRIES = 8;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * MINUTE;

const fail = (key: string): Verdict => ({ step: "fail", key });
const unreachable: Verdict = { step: "unreachable", key: "unreachable" };
const busy: Verdict = { step: "retry", key: "platform_busy", most: TRIES };

/** By `code/subcode`, then by `code`. Source: Messenger reference §4. */
const BY_CODE: Record<string, Verdict> = {
  "2/2018344": fail("terms_open"),
  "2": busy,
  "1200": busy,
  "4/2018354": { step: "retry", key: "too_soon", most: TRIES },
  "10/2018278": fail("outside_window"),
  "10/2018065": fail("outside_window"),
  "10/2534022": fail("outside_window"),
  "10/2018108": unreachable,
  "10/2018300": { step: "take_thread", key: "other_app" },
  "10": fail("permission_missing"),
  "100/2018001": fail("unknown_person"),
  "100/2018008": { step: "retry", key: "file_refused", most: 2 },
  "100/2018047": fail("file_refused"),
  "100/2018074": fail("file_refused"),
  "100/2018109": fail("file_too_large"),
  "100": fail("not_accepted"),
  "200/2018028": fail("in_development"),
  "200/1545041": unreachable,
  "200/2018021": fail("not_accepted"),
  "200/2018027": fail("not_accepted"),
  "200": fail("permission_missing"),
  "230": fail("reply_refused"),
  "551": unreachable,
  "2022": fail("page_messages_off"),
  "10900": fail("reply_refused"),
  "10903": fail("reply_refused"),
  "10904": fail("page_messages_off"),
  "10303": fail("not_accepted"),
};
/** The paid marketing API's own codes, from and to, which a message of ours may meet only by mistake. */
const PAID_MARKETING = { from: 2_300_000, to: 2_300_052 };
const RATE_LIMITS = new Set([4, 17, 32, 613]);
const TOO_MANY_REQUESTS = 429;

const TROUBLE_KEYS: Partial<Record<Trouble, string>> = { page_restricted: "page_restricted" };

/** Decides by code and subcode, never by the text. `attempts` counts this one. */
export function verdictOf(error: GraphError, attempts: number): Verdict {
  const { code, subcode, httpStatus, usage } = error;
  const trouble = troubleOf(error);
  if (trouble) return { step: "pause", key: TROUBLE_KEYS[trouble] ?? "connection_lost", trouble };
  const known = BY_CODE[`${code}/${subcode}`];
  if (httpStatus === TOO_MANY_REQUESTS || (code !== null && RATE_LIMITS.has(code) && !known))
    return { step: "rest", key: "rate_limited", restMs: Math.max(usage.restMs, pauseAfter(attempts)) };
  if (error.mayHaveArrived) return { step: "unconfirmed" };
  if (code === null) return capped(busy, attempts);
  const isPaid = code >= PAID_MARKETING.from && code <= PAID_MARKETING.to;
  return capped(known ?? BY_CODE[String(code)] ?? fail(isPaid ? "not_accepted" : "unknown"), attempts);
}

/** How long a message rests after its `attempts`th try, in milliseconds: twice as long each time, a quarter of an hour at most. */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MS);
}

function capped(verdict: Verdict, attempts: number): Verdict {
  const most = verdict.step === "retry" ? verdict.most : verdict.step === "fail" ? attempts + 1 : 2;
  const mayEnd = verdict.step === "retry" || verdict.step === "take_thread";
  return mayEnd && attempts >= most ? fail(verdict.key) : verdict;
}
