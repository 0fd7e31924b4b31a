import { describe, expect, expectTypeOf, it } from "vitest";
import { DAY, HOUR } from "#lib/core/clock";
import { decideSend } from "./decide-send";
import { WIDEST } from "./offer-limits";
import { foldLedger } from "./permissions";
import type { How, MessageTag, SendFacts, SendKind } from "./send-facts";
import { AGES, ago, allowing, facts, REACH, said } from "./send-facts-fixture";

const KINDS: SendKind[] = ["answer", "first_message", "receipt", "payment_request", "satisfaction", "offer"];
const all = allowing("service", "order_updates", "offers");

function how(given: Partial<SendFacts>): How | null | string {
  const decision = decideSend(facts({ channel: "messenger", permissions: all, ...given }));
  return decision.allowed ? decision.how : decision.key;
}

describe("how the platform is told to take a message", () => {
  it("as an answer where she waits, as an update where she does not, with a tag only for a late person", () => {
    expect(how({ unanswered: true })).toEqual({ messagingType: "RESPONSE", to: "psid" });
    expect(how({})).toEqual({ messagingType: "UPDATE", to: "psid" });
    expect(how(AGES.idle)).toEqual({ messagingType: "MESSAGE_TAG", tag: "HUMAN_AGENT", to: "psid" });
    expect(how({ channel: "web_chat", reach: null })).toBeNull();
  });

  it("never with a tag inside the window, never with any but HUMAN_AGENT, and never for automation", () => {
    expectTypeOf<MessageTag>().toEqualTypeOf<"HUMAN_AGENT">();
    for (const message of KINDS)
      for (const author of ["member", "automation"] as const)
        for (const [age, given] of Object.entries(AGES))
          for (const template of [true, false]) {
            const told = how({ message, author, ...given, reach: { ...REACH, template } });
            if (typeof told === "string" || told === null || !("tag" in told)) continue;
            expect([told.tag, author, age === "open", message]).toEqual([
              "HUMAN_AGENT",
              "member",
              false,
              expect.stringMatching(/^(answer|first_message)$/),
            ]);
          }
  });

  it("by an approved utility template for order news after the window, which nothing else may use", () => {
    const late = { ...AGES.gone, reach: { ...REACH, template: true } };
    const utility = { messagingType: "UTILITY", template: true, to: "psid" };
    for (const author of ["member", "automation"] as const)
      expect(how({ ...late, author, message: "receipt" })).toEqual(utility);
    expect(how({ ...late, message: "payment_request" })).toEqual(utility);
    expect(how({ ...late, message: "receipt", permissions: allowing("service", "offers") })).toBe(
      "order_updates_refused",
    );
    for (const message of ["answer", "satisfaction", "offer"] as const)
      expect(how({ ...late, message })).toBe("human_window_closed");
    const refused = decideSend(facts({ channel: "messenger", ...late, permissions: all }));
    expect(refused).toMatchObject({ alternatives: ["m_me", "receipt", "wait"] });
  });

  it("marks what no person wrote as automatic", () => {
    expect(decideSend(facts({ author: "automation" }))).toMatchObject({ allowed: true, automatic: true });
    expect(decideSend(facts({}))).toMatchObject({ allowed: true, automatic: false });
  });
});

describe("the first message after Login Connect", () => {
  const login = (reach: Partial<typeof REACH> = {}, given: Partial<SendFacts> = {}): Partial<SendFacts> => ({
    channel: "messenger",
    lastContactAt: null,
    windowExpiresAt: null,
    reach: { ...REACH, psid: false, optedInAt: ago(HOUR), ...reach },
    ...given,
  });

  it("is one, within 24 hours of the opt-in to the millisecond, to the login's id and without a tag", () => {
    expect(how(login())).toEqual({ messagingType: "UPDATE", to: "login_id" });
    expect(said(login({ optedInAt: ago(DAY - 1) }))).toBe("first_message");
    expect(said(login({ optedInAt: ago(DAY) }))).toBe("no: first_message_late");
    expect(said(login({ firstMessageAt: ago(HOUR - 1) }))).toBe("no: first_message_used");
    expect(said(login({ firstMessageAt: ago(2 * HOUR) }))).toBe("first_message");
    expect(said(login({ optedInAt: null }))).toBe("no: no_address");
  });

  it("may be anything but an offer, which needs its permission, and a question how it went", () => {
    for (const author of ["member", "automation"] as const)
      for (const message of ["answer", "first_message", "receipt"] as const)
        expect(said(login({}, { message, author }))).toBe("first_message");
    expect(said(login({}, { message: "payment_request" }))).toBe("first_message");
    expect(said(login({}, { message: "payment_request", author: "automation" }))).toBe("no: payment_by_hand");
    expect(said(login({}, { message: "satisfaction" }))).toBe("no: satisfaction_asked");
    expect(said(login({}, { message: "offer" }))).toBe("no: offers_not_allowed");
    expect(said(login({}, { message: "offer", permissions: allowing("offers") }))).toBe("first_message");
  });

  it("goes no more once she took it back, and goes to the login of somebody whose window is over", () => {
    const withdrawn = foldLedger([
      { purpose: "service", action: "withdrawn", act: "my_permissions", at: ago(HOUR / 2) },
    ]);
    expect(said(login({}, { permissions: withdrawn }))).toBe("no: service_refused");
    const back = { ...login({ psid: true }), ...AGES.gone, permissions: allowing("service") };
    expect(how(back)).toEqual({ messagingType: "UPDATE", to: "login_id" });
    expect(how({ ...back, reach: { ...REACH, optedInAt: ago(DAY) } })).toBe("human_window_closed");
  });
});

describe("an offer", () => {
  const offer = (at: string, sentAt: Date[] = [], zone = "Europe/Paris") =>
    decideSend(
      facts({
        message: "offer",
        permissions: allowing("offers"),
        at: new Date(at),
        offers: { sentAt, zone, alsaceMoselle: false, limits: WIDEST, suppressed: false },
      }),
    );
  const held = (at: string, zone?: string) => {
    const decision = offer(at, [], zone);
    return decision.allowed ? "goes" : decision.later?.toISOString();
  };

  it("waits for her morning at night, on Sundays and on public holidays", () => {
    expect(held("2026-05-23T12:00:00Z")).toBe("goes");
    expect(held("2026-05-22T17:59:59Z")).toBe("goes");
    expect(held("2026-05-22T18:00:00Z")).toBe("2026-05-23T06:00:00.000Z");
    expect(held("2026-05-22T05:59:59Z")).toBe("2026-05-22T06:00:00.000Z");
    expect(held("2026-05-23T18:00:00Z")).toBe("2026-05-26T06:00:00.000Z");
    expect(held("2026-12-24T20:00:00Z")).toBe("2026-12-26T07:00:00.000Z");
    expect(held("2026-12-24T20:00:00Z", "Europe/London")).toBe("2026-12-28T08:00:00.000Z");
    expect(held("2026-05-23T23:00:00Z", "Asia/Tokyo")).toBe("2026-05-24T23:00:00.000Z");
    expect(held("2026-03-28T20:00:00Z")).toBe("2026-03-30T06:00:00.000Z");
    expect(offer("2026-05-22T18:00:00Z")).toMatchObject({
      key: "quiet_hours",
      params: { name: "Amélie", time: "2026-05-23T06:00:00.000Z", zone: "Europe/Paris" },
    });
  });

  it("goes once a week and twice a month at most, and says when the next may", () => {
    const at = "2026-05-23T12:00:00Z";
    const daysAgo = (days: number) => ago(days * DAY);
    expect(offer(at, [daysAgo(7)])).toMatchObject({ allowed: true });
    expect(offer(at, [daysAgo(6)])).toMatchObject({ key: "offers_cap", later: new Date("2026-05-26T06:00:00Z") });
    expect(offer(at, [daysAgo(8), daysAgo(20)])).toMatchObject({
      key: "offers_cap",
      later: new Date("2026-06-02T12:00:00Z"),
    });
    expect(offer(at, [daysAgo(8), daysAgo(30)])).toMatchObject({ allowed: true });
  });
});

it("an offer of a shop in Alsace or Moselle waits on its holidays too", () => {
  const at = new Date("2026-04-03T10:00:00Z");
  const onGoodFriday = (alsaceMoselle: boolean) =>
    decideSend(
      facts({
        ...{ message: "offer", permissions: allowing("offers"), at },
        offers: { sentAt: [], zone: "Europe/Paris", alsaceMoselle, limits: WIDEST, suppressed: false },
      }),
    );
  expect(onGoodFriday(false)).toMatchObject({ allowed: true });
  expect(onGoodFriday(true)).toMatchObject({ key: "quiet_hours", later: new Date("2026-04-04T06:00:00Z") });
});
