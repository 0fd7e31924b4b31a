import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#lib/core/clock";
import { decideSend, isOpen, type SendFacts } from "./decide-send";
import { foldLedger, type Purpose } from "./permissions";

const NOW = new Date("2026-05-23T12:00:00Z");
const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds);

function allowing(...purposes: Purpose[]) {
  return foldLedger(purposes.map((purpose) => ({ purpose, action: "granted", act: "chat_card", at: ago(90 * DAY) })));
}

/** When she last wrote, and what that makes of the conversation. */
const OPEN = { unanswered: false, lastContactAt: ago(HOUR), windowExpiresAt: ago(-HOUR) };
const IDLE = { unanswered: false, lastContactAt: ago(6 * DAY), windowExpiresAt: ago(5 * DAY) };
const GONE = { unanswered: false, lastContactAt: ago(30 * DAY), windowExpiresAt: ago(29 * DAY) };

const facts = (given: Partial<SendFacts>): SendFacts => ({
  message: "answer",
  author: "member",
  channel: "web_chat",
  contactName: "Amélie",
  blocked: false,
  ...OPEN,
  permissions: allowing(),
  at: NOW,
  ...given,
});

const said = (given: Partial<SendFacts>) => {
  const decision = decideSend(facts(given));
  return decision.allowed ? decision.rule : `no: ${decision.key}`;
};

/**
 * permission.md, the table, for answers and receipts: each row gives the outcome in an open conversation, and in one
 * that is not, with everything else allowed but the purpose in question off, and with only that purpose on. In
 * Messenger a conversation that is not open is within seven days of her last message, then beyond.
 */
type Row = [
  SendFacts["message"],
  SendFacts["author"],
  SendFacts["channel"],
  Record<"open" | "idle" | "gone", [string, string]>,
];
const SERVICE = "no: service_refused";
const UPDATES = "no: order_updates_refused";
const CLOSED = "no: window_closed";
const HUMAN_CLOSED = "no: human_window_closed";

const TABLE: Row[] = [
  ["answer", "member", "web_chat", { open: ["open", "open"], idle: ["open", "open"], gone: [SERVICE, "service"] }],
  ["answer", "automation", "web_chat", { open: ["open", "open"], idle: ["open", "open"], gone: [SERVICE, "service"] }],
  [
    "answer",
    "member",
    "messenger",
    { open: ["open", "open"], idle: [SERVICE, "human_agent"], gone: [SERVICE, HUMAN_CLOSED] },
  ],
  ["answer", "automation", "messenger", { open: ["open", "open"], idle: [SERVICE, CLOSED], gone: [SERVICE, CLOSED] }],
  [
    "receipt",
    "member",
    "web_chat",
    {
      open: ["open_by_hand", "open_by_hand"],
      idle: ["open_by_hand", "open_by_hand"],
      gone: [UPDATES, "order_updates"],
    },
  ],
  [
    "receipt",
    "automation",
    "web_chat",
    { open: [UPDATES, "order_updates"], idle: [UPDATES, "order_updates"], gone: [UPDATES, "order_updates"] },
  ],
  [
    "receipt",
    "member",
    "messenger",
    { open: ["open_by_hand", "open_by_hand"], idle: [UPDATES, CLOSED], gone: [UPDATES, HUMAN_CLOSED] },
  ],
  [
    "receipt",
    "automation",
    "messenger",
    { open: [UPDATES, "order_updates"], idle: [UPDATES, CLOSED], gone: [UPDATES, CLOSED] },
  ],
];
const WHEN = { open: OPEN, idle: IDLE, gone: GONE };

describe.each(TABLE)("%s by %s in %s", (message, author, channel, outcomes) => {
  const purpose: Purpose = message === "answer" ? "service" : "order_updates";
  const others = (["service", "order_updates", "offers"] as const).filter((other) => other !== purpose);

  it.each(["open", "idle", "gone"] as const)("%s: without the permission, then with it", (when) => {
    const cell = { message, author, channel, ...WHEN[when] };
    expect([
      said({ ...cell, permissions: allowing(...others) }),
      said({ ...cell, permissions: allowing(purpose) }),
    ]).toEqual(outcomes[when]);
  });

  it("never to somebody who blocked the shop, whatever else holds", () => {
    const permissions = allowing("service", "order_updates", "offers");
    for (const when of [OPEN, IDLE, GONE])
      expect(said({ message, author, channel, ...when, unanswered: true, permissions, blocked: true })).toBe(
        "no: contact_blocked",
      );
  });

  it("a permission that was taken back is as good as none", () => {
    const withdrawn = foldLedger([
      { purpose, action: "granted", act: "chat_card", at: ago(2 * DAY) },
      { purpose, action: "withdrawn", act: "my_permissions", at: ago(DAY) },
    ]);
    for (const when of [OPEN, IDLE, GONE]) {
      const cell = { message, author, channel, ...when };
      expect(said({ ...cell, permissions: withdrawn })).toBe(said({ ...cell, permissions: allowing() }));
    }
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
  });
});

describe("HUMAN_AGENT: a member in Messenger, after the window", () => {
  const permissions = allowing("service");
  const late = (given: Partial<SendFacts>) =>
    said({ channel: "messenger", permissions, windowExpiresAt: ago(HOUR), ...given });

  it("for seven days after her last message, to the millisecond", () => {
    expect(late({ lastContactAt: ago(7 * DAY - 1) })).toBe("human_agent");
    expect(late({ lastContactAt: ago(7 * DAY) })).toBe(HUMAN_CLOSED);
    expect(late({ lastContactAt: ago(7 * DAY + 1) })).toBe(HUMAN_CLOSED);
  });

  it("never for an automatic message, for a receipt, or where she never wrote", () => {
    expect(late({ lastContactAt: ago(2 * DAY), author: "automation" })).toBe(CLOSED);
    expect(late({ lastContactAt: ago(2 * DAY), message: "receipt", permissions: allowing("order_updates") })).toBe(
      CLOSED,
    );
    expect(late({ lastContactAt: null })).toBe(CLOSED);
  });

  it("says when the window closed and until when a member may still answer", () => {
    const decision = decideSend(
      facts({ channel: "messenger", author: "automation", permissions, ...IDLE, windowExpiresAt: ago(5 * DAY) }),
    );
    expect(decision).toEqual({
      allowed: false,
      rule: "window",
      key: "window_closed",
      params: { name: "Amélie", ago: ago(5 * DAY).toISOString(), date: ago(-DAY).toISOString() },
    });
  });
});
