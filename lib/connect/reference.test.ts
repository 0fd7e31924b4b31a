import { afterEach, describe, expect, it, vi } from "vitest";
import { HOUR, MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import { makeReference, readReference } from "./reference";

const visitor: VisitorActor = {
  kind: "visitor",
  shopId: newId(),
  shopSlug: "maison-pivoine",
  visitorId: newId(),
  identityId: newId(),
  contactId: newId(),
  channelId: newId(),
  locale: "fr",
  byMail: false,
};
const { shopId, identityId } = visitor;

afterEach(() => {
  vi.useRealTimers();
});

/** The reference with another payload under the same signature. */
function withPayload(reference: string, change: (payload: string) => string): string {
  const [body = "", signature = ""] = reference.split(".");
  const payload = Buffer.from(body, "base64url").toString();
  return `${Buffer.from(change(payload)).toString("base64url")}.${signature}`;
}

describe("the proof that a checkout happened in the browser of a chat", () => {
  it("names the chat's identity and nothing of the person", () => {
    const reference = makeReference(visitor);
    expect(readReference(shopId, reference)).toEqual({ identityId });
    const told = Buffer.from(reference.split(".")[0] ?? "", "base64url").toString();
    expect(told).not.toContain(visitor.contactId);
    expect(told).not.toContain(visitor.visitorId);
  });

  it("is good for two hours", () => {
    vi.useFakeTimers();
    const reference = makeReference(visitor);
    vi.advanceTimersByTime(2 * HOUR - MINUTE);
    expect(readReference(shopId, reference)).toEqual({ identityId });
    vi.advanceTimersByTime(2 * MINUTE);
    expect(readReference(shopId, reference)).toBeNull();
  });

  it("is nothing in another shop", () => {
    expect(readReference(newId(), makeReference(visitor))).toBeNull();
  });

  it.each([
    ["another identity", (payload: string) => payload.replace(identityId, newId())],
    ["another shop", (payload: string) => payload.replace(shopId, newId())],
    ["a longer life", (payload: string) => payload.replace(/\d+$/, (until) => `${Number(until) + HOUR}`)],
    ["more at its end", (payload: string) => `${payload}0`],
    ["nothing", () => ""],
  ])("is nothing with %s under its signature", (_, change) => {
    const altered = withPayload(makeReference(visitor), change);
    const [claimed = ""] = Buffer.from(altered.split(".")[0] ?? "", "base64url")
      .toString()
      .split(".");
    expect(readReference(shopId, altered)).toBeNull();
    expect(readReference(claimed, altered)).toBeNull();
  });

  it("is nothing with another, a shorter, a longer or no signature", () => {
    const [body = "", signature = ""] = makeReference(visitor).split(".");
    const flipped = (signature.startsWith("A") ? "B" : "A") + signature.slice(1);
    for (const other of [flipped, signature.slice(0, -4), `${signature}AAAA`, "", ".", "é"])
      expect(readReference(shopId, `${body}.${other}`)).toBeNull();
    for (const reference of ["", ".", body, `${body}.${signature}`.slice(1), "null", "\0"])
      expect(readReference(shopId, reference)).toBeNull();
  });
});
