import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#lib/core/clock";
import { decideSend, isOpen } from "./decide-send";
import { foldLedger } from "./permissions";
import type { Purpose } from "./purposes";
import type { SendFacts, SendKind } from "./send-facts";
import { AGES, ago, allowing, facts, NOW, REACH, said } from "./send-facts-fixture";

type Age = keyof typeof AGES;
/** What is said without the permission, and with it alone; one word where both say the same. */
type Cell = string | [off: string, on: string];
type Row = [SendKind, SendFacts["author"], SendFacts["channel"], Record<Age, Cell>];

const PURPOSE: Record<SendKind, Purpose> = {
  answer: "service",
  first_message: "service",
  satisfaction: "service",
  receipt: "order_updates",
  payment_request: "order_updates",
  offer: "offers",
  stop_confirmation: "service",
  permission_link: "service",
};
const OFF = "no: service_refused";
const NO_UPDATES = "no: order_updates_refused";
const NO_OFFERS = "no: offers_not_allowed";
const OVER = "no: window_closed";
const HUMAN_OVER = "no: human_window_closed";
const BY_HAND = "no: payment_by_hand";
const updates: Cell = [NO_UPDATES, "order_updates"];
const offers: Cell = [NO_OFFERS, "offers"];

const webAnswer = { open: "open", waiting: "open", idle: "open", gone: [OFF, "service"] } satisfies Row[3];
const webNews = { open: "open_by_hand", waiting: "open_by_hand", idle: "open_by_hand", gone: updates } satisfies Row[3];
const memberAnswer = {
  open: "open",
  waiting: "human_agent_answer",
  idle: [OFF, "human_agent"],
  gone: [OFF, HUMAN_OVER],
} satisfies Row[3];
const automaticAnswer = { open: "open", waiting: [OFF, OVER], idle: [OFF, OVER], gone: [OFF, OVER] } satisfies Row[3];
const memberNews = {
  open: "open_by_hand",
  waiting: [NO_UPDATES, OVER],
  idle: [NO_UPDATES, OVER],
  gone: [NO_UPDATES, HUMAN_OVER],
} satisfies Row[3];
const always = <C extends Cell>(cell: C) => ({ open: cell, waiting: cell, idle: cell, gone: cell });

/** permission.md, the table. `waiting`: two days unanswered; `idle`: six days, answered; `gone`: thirty days. */
const TABLE: Row[] = [
  ["answer", "member", "web_chat", webAnswer],
  ["answer", "automation", "web_chat", webAnswer],
  ["answer", "member", "messenger", memberAnswer],
  ["answer", "automation", "messenger", automaticAnswer],
  ["first_message", "member", "web_chat", webAnswer],
  ["first_message", "automation", "web_chat", webAnswer],
  ["first_message", "member", "messenger", memberAnswer],
  ["first_message", "automation", "messenger", automaticAnswer],
  ["receipt", "member", "web_chat", webNews],
  ["receipt", "automation", "web_chat", always(updates)],
  ["receipt", "member", "messenger", memberNews],
  ["receipt", "automation", "messenger", { ...always([NO_UPDATES, OVER] as Cell), open: updates }],
  ["payment_request", "member", "web_chat", webNews],
  ["payment_request", "automation", "web_chat", always(BY_HAND)],
  ["payment_request", "member", "messenger", memberNews],
  ["payment_request", "automation", "messenger", always(BY_HAND)],
  ["satisfaction", "member", "web_chat", webAnswer],
  ["satisfaction", "automation", "web_chat", webAnswer],
  ["satisfaction", "member", "messenger", { ...automaticAnswer, gone: [OFF, HUMAN_OVER] }],
  ["satisfaction", "automation", "messenger", automaticAnswer],
  ["offer", "member", "web_chat", always(offers)],
  ["offer", "automation", "web_chat", always(offers)],
  [
    "offer",
    "member",
    "messenger",
    { ...always([NO_OFFERS, OVER] as Cell), open: offers, gone: [NO_OFFERS, HUMAN_OVER] },
  ],
  ["offer", "automation", "messenger", { ...always([NO_OFFERS, OVER] as Cell), open: offers }],
];
const EVERY_AGE = Object.keys(AGES) as Age[];

describe.each(TABLE)("%s by %s in %s", (message, author, channel, outcomes) => {
  const purpose = PURPOSE[message];
  const others = (["service", "order_updates", "offers"] as const).filter((other) => other !== purpose);
  const cell = { message, author, channel };

  it.each(EVERY_AGE)("%s: without the permission, then with it", (age) => {
    const expected = outcomes[age];
    expect([
      said({ ...cell, ...AGES[age], permissions: allowing(...others) }),
      said({ ...cell, ...AGES[age], permissions: allowing(purpose) }),
    ]).toEqual(typeof expected === "string" ? [expected, expected] : expected);
  });

  it("never to somebody who blocked the shop, in a channel that is gone, or to somebody out of reach", () => {
    const all = { ...cell, permissions: allowing("service", "order_updates", "offers") };
    for (const age of EVERY_AGE) {
      expect(said({ ...all, ...AGES[age], blocked: true })).toBe("no: contact_blocked");
      expect(said({ ...all, ...AGES[age], blocked: true, stoppedAt: ago(HOUR) })).toBe("no: stop_word");
      expect(said({ ...all, ...AGES[age], erasing: true })).toBe("no: not_while_erasing");
      expect(said({ ...all, ...AGES[age], disconnected: true })).toBe("no: channel_disconnected");
      if (channel === "messenger")
        expect(said({ ...all, ...AGES[age], reach: { ...REACH, unreachable: true } })).toBe("no: contact_unreachable");
    }
  });

  it("a permission that was taken back is as good as none", () => {
    const withdrawn = foldLedger([
      { purpose, action: "granted", act: "chat_card", at: ago(2 * DAY) },
      { purpose, action: "withdrawn", act: "my_permissions", at: ago(DAY) },
    ]);
    for (const age of EVERY_AGE) {
      const before = said({ ...cell, ...AGES[age], permissions: allowing() });
      const after = said({ ...cell, ...AGES[age], permissions: withdrawn });
      expect(after).toBe(before === NO_OFFERS ? "no: offers_refused" : before);
    }
  });

  it("after STOP nothing goes, until she writes again", () => {
    const stopped = foldLedger(
      (["service", "order_updates", "offers"] as const).flatMap((one) => [
        { purpose: one, action: "granted", act: "chat_card", at: ago(2 * DAY) },
        { purpose: one, action: "withdrawn", act: "stop_word", at: ago(HOUR) },
      ]),
    );
    const stop = { ...AGES.open, unanswered: true, permissions: stopped };
    expect(said({ ...cell, ...stop })).toMatch(
      /^no: (stop_word|order_updates_refused|offers_refused|payment_by_hand)$/,
    );
    const wrote = { ...stop, lastContactAt: ago(MINUTE) };
    expect(said({ ...cell, ...wrote })).toBe(
      said({ ...cell, ...wrote, permissions: allowing() }).replace(NO_OFFERS, "no: offers_refused"),
    );
  });
});

describe("an open conversation", () => {
  it("in web chat is one she waits in, or wrote in less than seven days ago", () => {
    const web = (given: Partial<SendFacts>) => isOpen(facts({ channel: "web_chat", windowExpiresAt: null, ...given }));
    expect(web({ lastContactAt: ago(7 * DAY - 1) })).toBe(true);
    expect(web({ lastContactAt: ago(7 * DAY) })).toBe(false);
    expect(web({ lastContactAt: ago(90 * DAY), unanswered: true })).toBe(true);
    expect(web({ lastContactAt: null })).toBe(false);
  });

  it("in Messenger is one whose stored window is not over, whether she waits or not", () => {
    const messenger = (given: Partial<SendFacts>) => isOpen(facts({ channel: "messenger", ...given }));
    expect(messenger({ windowExpiresAt: ago(-1) })).toBe(true);
    expect(messenger({ windowExpiresAt: NOW })).toBe(false);
    expect(messenger({ windowExpiresAt: ago(MINUTE), lastContactAt: ago(HOUR), unanswered: true })).toBe(false);
    expect(messenger({ windowExpiresAt: null })).toBe(false);
    expect(messenger({ windowExpiresAt: ago(-5 * DAY), lastContactAt: ago(2 * DAY) })).toBe(true);
  });
});

describe("HUMAN_AGENT: a member in Messenger, after the window", () => {
  const permissions = allowing("service");
  const late = (given: Partial<SendFacts>) =>
    said({ channel: "messenger", permissions, windowExpiresAt: ago(HOUR), ...given });

  it("for seven days after her last message, to the millisecond", () => {
    for (const unanswered of [true, false]) {
      const rule = unanswered ? "human_agent_answer" : "human_agent";
      expect(late({ lastContactAt: ago(7 * DAY - 1), unanswered })).toBe(rule);
      expect(late({ lastContactAt: ago(7 * DAY), unanswered })).toBe(HUMAN_OVER);
      expect(late({ lastContactAt: ago(7 * DAY + 1), unanswered })).toBe(HUMAN_OVER);
    }
  });

  it("never for an automatic message, for a receipt, where she never wrote, or where the app may not", () => {
    expect(late({ lastContactAt: ago(2 * DAY), author: "automation" })).toBe(OVER);
    expect(late({ lastContactAt: ago(2 * DAY), message: "receipt", permissions: allowing("order_updates") })).toBe(
      OVER,
    );
    expect(late({ lastContactAt: null })).toBe(OVER);
    expect(late({ lastContactAt: ago(2 * DAY), reach: { ...REACH, humanAgent: false } })).toBe(
      "no: human_agent_missing",
    );
  });

  it("says when the window closed, until when a member may still answer, and what is left", () => {
    const automatic = { channel: "messenger", author: "automation", permissions, ...AGES.idle } as const;
    expect(decideSend(facts({ ...automatic, webChat: true }))).toEqual({
      allowed: false,
      rule: "window",
      key: "window_closed",
      params: { name: "Amélie", ago: ago(5 * DAY).toISOString(), date: ago(-DAY).toISOString() },
      alternatives: ["web_chat", "m_me", "wait"],
      later: null,
    });
  });
});

describe("a receipt that she did not allow", () => {
  const left = (given: Partial<SendFacts>) => {
    const decision = decideSend(facts({ message: "receipt", ...AGES.gone, ...given }));
    return decision.allowed ? "goes" : [decision.key, ...decision.alternatives];
  };
  const answerable = allowing("service");

  it("lets a member ask her first, where she may be answered", () => {
    expect(left({ permissions: answerable })).toEqual(["order_updates_refused", "ask", "wait"]);
    expect(left({ permissions: answerable, channel: "messenger", ...AGES.idle })).toContain("ask");
    expect(left({ permissions: allowing() })).toEqual(["order_updates_refused", "wait"]);
    expect(left({ permissions: answerable, channel: "messenger" })).toEqual(["order_updates_refused", "wait"]);
    expect(left({ permissions: answerable, author: "automation" })).toEqual(["order_updates_refused", "wait"]);
  });

  it("but not within thirty days of her no", () => {
    const permissions = answerable;
    expect(left({ permissions, saidNoAt: ago(29 * DAY) })).not.toContain("ask");
    expect(left({ permissions, saidNoAt: ago(30 * DAY) })).toContain("ask");
  });
});

it("the link for which she asked goes whatever she allows, where she may be answered, and is no member's to say", () => {
  const link = (given: Partial<SendFacts> = {}) => said({ message: "permission_link", author: "automation", ...given });
  for (const given of [{}, { blocked: true }, { pausedUntil: ago(-DAY) }, { permissions: allowing("order_updates") }])
    expect(link({ channel: "messenger", ...given })).toBe("permission_link");
  expect(link({ channel: "messenger", ...AGES.waiting })).toBe(OVER);
  expect(link({ erasing: true })).toBe("no: not_while_erasing");
  expect(link({ author: "member" })).toBe("no: by_herself");
});

describe("the word back after STOP", () => {
  const confirm = (given: Partial<SendFacts> = {}) =>
    said({ message: "stop_confirmation", author: "automation", blocked: true, ...given });

  it("answers her in spite of the block that STOP is, while she may be answered", () => {
    expect(confirm()).toBe("stop_confirmation");
    expect(confirm({ pausedUntil: ago(-DAY) })).toBe("stop_confirmation");
    expect(confirm({ channel: "messenger" })).toBe("stop_confirmation");
    expect(confirm({ channel: "messenger", ...AGES.waiting })).toBe(OVER);
    expect(confirm({ erasing: true })).toBe("no: not_while_erasing");
    expect(confirm({ disconnected: true })).toBe("no: channel_disconnected");
  });

  it("is no member's to say, and no longer said once she allowed something", () => {
    expect(confirm({ author: "member" })).toBe("no: stop_over");
    expect(confirm({ permissions: allowing("order_updates") })).toBe("no: stop_over");
  });
});
