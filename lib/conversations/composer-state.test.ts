import { expect, it } from "vitest";
import { AGES, ago, allowing, NOW, REACH } from "#lib/contacts/send-facts-fixture";
import { DAY, HOUR, MINUTE } from "#lib/core/clock";
import { type ComposerFacts, type ComposerRow, composerState } from "./composer-state";

const REACHED = { ...REACH, optedInAt: null, firstMessageAt: null };
const facts = (given: Partial<ComposerFacts> = {}): ComposerFacts => ({
  conversationId: "c",
  contactName: "Amélie",
  blocked: false,
  stoppedAt: null,
  erasing: false,
  pausedUntil: null,
  permissions: allowing(),
  reach: REACHED,
  webChat: true,
  ...given,
});

function row(age: keyof typeof AGES, given: Partial<ComposerRow> = {}): ComposerRow {
  const { unanswered, lastContactAt, windowExpiresAt } = AGES[age];
  return {
    channel: "messenger",
    channelState: "open",
    waitingSince: unanswered ? lastContactAt.toISOString() : null,
    lastContactAt: lastContactAt.toISOString(),
    windowExpiresAt: windowExpiresAt.toISOString(),
    ...given,
  };
}

it("goes from open to low to a person's answer to closed as time passes, without asking anybody", () => {
  const states = [0, 23 * HOUR - 15 * MINUTE, 23 * HOUR - 14 * MINUTE, 23 * HOUR, 6 * DAY, 7 * DAY].map((passed) => {
    const at = new Date(NOW.getTime() + passed);
    return composerState(row("open"), facts({ permissions: allowing("service") }), at).state;
  });
  expect(states).toEqual(["open", "open", "low", "human_only", "human_only", "closed"]);
});

it("says why nothing may be sent and what may be done instead", () => {
  const closed = composerState(row("gone"), facts({ permissions: allowing("service") }), NOW);
  expect(closed).toMatchObject({ state: "closed", alternatives: ["web_chat", "m_me", "wait"] });
  expect(closed.refusal).toMatchObject({ key: "human_window_closed", params: { name: "Amélie" } });
  expect(composerState(row("idle"), facts(), NOW).refusal?.key).toBe("service_refused");
  const stop = facts({ blocked: true, stoppedAt: ago(HOUR).toISOString() });
  expect(composerState(row("open"), stop, NOW)).toMatchObject({
    refusal: { key: "stop_word", params: { name: "Amélie", date: ago(HOUR).toISOString() } },
    alternatives: ["wait"],
  });
  const byHand = composerState(row("waiting"), facts(), NOW);
  expect(byHand).toMatchObject({ state: "human_only", alternatives: ["web_chat", "m_me", "wait"] });
  const approved = facts({
    permissions: allowing("order_updates"),
    reach: { ...REACHED, template: true },
    webChat: false,
  });
  expect(composerState(row("waiting"), approved, NOW).alternatives).toEqual(["m_me", "receipt", "wait"]);
  const disconnected = composerState(row("open", { channelState: "disconnected" }), facts(), NOW);
  expect(disconnected).toMatchObject({ state: "closed", refusal: { key: "channel_disconnected" } });
});

it("says before anything is sent in the web chat what refuses it, and opens again with her next words", () => {
  const nothing = allowing();
  const of = facts({ reach: null, permissions: nothing });
  const gone = row("gone", { channel: "web_chat", windowExpiresAt: null });
  expect(composerState(gone, of, NOW)).toMatchObject({
    state: "closed",
    windowExpiresAt: null,
    humanUntil: null,
    refusal: { key: "service_refused" },
    alternatives: ["wait"],
  });
  expect(composerState(gone, facts({ reach: null, permissions: allowing("service") }), NOW).state).toBe("open");
  const open = row("open", { channel: "web_chat", windowExpiresAt: null });
  expect(composerState(open, of, NOW).state).toBe("open");
  expect(composerState(open, { ...of, blocked: true }, NOW)).toMatchObject({ refusal: { key: "contact_blocked" } });
});

it("offers the one first message until its day is over, and has no window in web chat", () => {
  const nobody = row("gone", { lastContactAt: null, windowExpiresAt: null });
  const login = facts({ reach: { ...REACHED, psid: false, optedInAt: ago(HOUR).toISOString() } });
  expect(composerState(nobody, login, NOW)).toMatchObject({
    state: "first_message",
    windowExpiresAt: ago(-23 * HOUR).toISOString(),
  });
  expect(composerState(nobody, login, ago(-23 * HOUR))).toMatchObject({ refusal: { key: "first_message_late" } });
  const web = composerState(row("open", { channel: "web_chat", windowExpiresAt: null }), facts({ reach: null }), NOW);
  expect(web).toEqual({ state: "open", windowExpiresAt: null, humanUntil: null, refusal: null, alternatives: [] });
});
