/** What a send can be told to do wrong, and webhooks at the end. */
const OF_SENDING = [
  /** Answers after three seconds. */
  "slow",
  /** HTTP 500 with code 2. */
  "server_error",
  /** Does what was asked, then gives no usable answer. */
  "lost_answer",
  /** Does what was asked, then answers code 1, subcode 1357046. */
  "unreadable_answer",
  /** 613. */
  "rate_limit",
  /** 4. */
  "app_limit",
  /** 190/460, and the token stays dead. */
  "token_revoked",
  /** 551/1545041. */
  "person_unavailable",
  /** 10/2018278, whatever the clock says. */
  "window_closed",
  /** 10/1893063. */
  "page_restricted",
  /** 100/2018074: what the next message names by its attachment id is forgotten for good. */
  "upload_forgotten",
  /** The next webhooks carry a signature of another secret. */
  "wrong_signature",
] as const;

/** The other calls that can be told to fail: reads of any kind, those of the Messenger profile, uploads of files. */
export const FAILING_AREAS = ["read", "profile", "upload"] as const;
export type FailingArea = (typeof FAILING_AREAS)[number];

/** What any of them can be told to do wrong, as a send can. */
export const OF_ANY_CALL = [
  "slow",
  "server_error",
  "lost_answer",
  "rate_limit",
  "app_limit",
  "token_revoked",
] as const satisfies (typeof OF_SENDING)[number][];

export type Failure = (typeof OF_SENDING)[number] | `${FailingArea}.${(typeof OF_ANY_CALL)[number]}`;

/**
 * What the Graph API can be told to do wrong, so many times each: of sending by its name, of other calls behind their
 * area.
 */
export const FAILURES: readonly Failure[] = [
  ...OF_SENDING,
  ...FAILING_AREAS.flatMap((area) => OF_ANY_CALL.map((kind): Failure => `${area}.${kind}`)),
];

/** Of which area a failure is, and what goes wrong. */
export function partsOf(failure: Failure) {
  const [area, kind] = failure.split(".");
  return {
    area: FAILING_AREAS.find((one) => one === area) ?? ("sending" as const),
    kind: OF_SENDING.find((one) => one === (kind ?? area)) ?? ("server_error" as const),
  };
}
