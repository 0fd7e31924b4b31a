import { expect, test } from "vitest";
import { HUMAN_AGENT_MS } from "#lib/contacts/decide-send";
import { HOUR } from "#lib/core/clock";
import { instantAt } from "./conversation-samples";
import { MEMBER_ONLY_MS, timeLeft } from "./time-left";

const WROTE = instantAt(0);
const END = instantAt(24 * 3600);
const at = (ms: number) => new Date(Date.parse(WROTE) + ms);
const row = { channel: "messenger", windowExpiresAt: END, lastContactAt: WROTE } as const;

test("what is shown goes with the rule that decides", () => {
  expect(MEMBER_ONLY_MS).toBe(HUMAN_AGENT_MS);
});

test.each([
  ["while it runs it is open, with what is left", 20 * HOUR, { state: "open", until: END, leftMs: 4 * HOUR }],
  ["to its last instant", 24 * HOUR - 1, { state: "open", until: END, leftMs: 1 }],
  ["at its end only a member may answer", 24 * HOUR, { state: "human", until: instantAt(7 * 24 * 3600) }],
  ["until seven days after her message", 7 * 24 * HOUR, { state: "closed" }],
])("%s", (_, passed, shown) => {
  expect(timeLeft(row, at(passed))).toEqual(shown);
});

test("who never wrote has no window, and a web chat knows of none", () => {
  expect(timeLeft({ ...row, windowExpiresAt: null, lastContactAt: null }, at(0))).toEqual({ state: "closed" });
  expect(timeLeft({ ...row, channel: "web_chat" }, at(0))).toBeNull();
});
