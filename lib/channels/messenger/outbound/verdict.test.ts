import { expect, it } from "vitest";
import { MINUTE } from "#lib/core/clock";
import { messagesFor } from "#lib/i18n/messages";
import { GraphError } from "../graph-error";
import { pauseAfter, verdictOf } from "./verdict";

const NO_USAGE = { percent: 0, restMs: 0 };

function said(code: number | null, subcode: number | null, attempts = 1, given: Partial<GraphError> = {}): string {
  const mayHaveArrived = given.mayHaveArrived ?? code === 1;
  const facts = { code, subcode, message: "", trace: null, httpStatus: 400, usage: NO_USAGE, ...given };
  const verdict = verdictOf(new GraphError({ ...facts, mayHaveArrived }), attempts);
  return "key" in verdict ? `${verdict.step}: ${verdict.key}` : verdict.step;
}

/** The error table of the Messenger reference, §4, each row of it that a send may meet. */
it.each<[number | null, number | null, string]>([
  [1, 99, "unconfirmed"],
  [1, 1_357_046, "unconfirmed"],
  [2, null, "retry: platform_busy"],
  [1_200, null, "retry: platform_busy"],
  [2, 2_018_344, "fail: terms_open"],
  [4, null, "rest: rate_limited"],
  [4, 2_018_022, "rest: rate_limited"],
  [4, 2_018_354, "retry: too_soon"],
  [613, 1_893_016, "rest: rate_limited"],
  [10, 2_018_278, "fail: outside_window"],
  [10, 2_018_065, "fail: outside_window"],
  [10, 2_018_108, "unreachable: unreachable"],
  [10, 2_018_300, "take_thread: other_app"],
  [10, 1_893_063, "pause: page_restricted"],
  [10, null, "fail: permission_missing"],
  [100, null, "fail: not_accepted"],
  [100, 2_018_001, "fail: unknown_person"],
  [100, 2_018_015, "fail: not_accepted"],
  [100, 2_018_053, "fail: not_accepted"],
  [100, 2_018_109, "fail: file_too_large"],
  [100, 2_018_008, "retry: file_refused"],
  [100, 2_018_047, "fail: file_refused"],
  [100, 2_018_074, "fail: file_refused"],
  [102, null, "pause: connection_lost"],
  ...[458, 459, 460, 463, 464, 467, 492].map((sub): [number, number, string] => [190, sub, "pause: connection_lost"]),
  [200, null, "fail: permission_missing"],
  [200, 2_018_028, "fail: in_development"],
  [200, 1_545_041, "unreachable: unreachable"],
  [200, 2_018_021, "fail: not_accepted"],
  [200, 2_018_027, "fail: not_accepted"],
  [230, null, "fail: reply_refused"],
  [368, null, "pause: page_restricted"],
  [551, 1_545_041, "unreachable: unreachable"],
  [10_900, null, "fail: reply_refused"],
  [10_903, null, "fail: reply_refused"],
  [10_904, null, "fail: page_messages_off"],
  [2_022, null, "fail: page_messages_off"],
  [10_303, null, "fail: not_accepted"],
  [2_300_000, null, "fail: not_accepted"],
  [2_300_052, null, "fail: not_accepted"],
  [9_999, null, "fail: unknown"],
])("%s/%s: %s, with a sentence in both languages", (code, subcode, expected) => {
  const verdict = said(code, subcode);
  expect(verdict).toBe(expected);
  const key = verdict.split(": ")[1] ?? "unconfirmed";
  for (const locale of ["en", "fr"] as const)
    expect(messagesFor(locale).messengerSend.problems).toHaveProperty(key, expect.any(String));
});

it("takes no answer for an unknown outcome only when the call may have arrived, and HTTP 429 for a limit", () => {
  expect(said(null, null, 1, { mayHaveArrived: true, httpStatus: null })).toBe("unconfirmed");
  expect(said(null, null, 1, { mayHaveArrived: false, httpStatus: null })).toBe("retry: platform_busy");
  expect(said(null, null, 1, { mayHaveArrived: false, httpStatus: 429 })).toBe("rest: rate_limited");
  expect(said(190, 460, 1, { mayHaveArrived: true })).toBe("pause: connection_lost");
});

it("gives up what passes after so many tries, what is mended after one, and never a limit", () => {
  expect([7, 8].map((attempts) => said(2, null, attempts))).toEqual(["retry: platform_busy", "fail: platform_busy"]);
  expect(said(100, 2_018_008, 2)).toBe("fail: file_refused");
  expect(said(10, 2_018_300, 2)).toBe("fail: other_app");
  expect(said(613, null, 200)).toBe("rest: rate_limited");
});

it("rests longer each time, and as long as the platform asks", () => {
  expect([1, 2, 3, 20].map(pauseAfter)).toEqual([5_000, 10_000, 20_000, 15 * MINUTE]);
  const facts = { code: 4, subcode: null, message: "", trace: null, httpStatus: 400, mayHaveArrived: false };
  const usage = { percent: 100, restMs: 40 * MINUTE };
  expect(verdictOf(new GraphError({ ...facts, usage }), 1)).toMatchObject({ restMs: 40 * MINUTE });
});
