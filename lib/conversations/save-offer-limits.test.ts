import { afterEach, expect, it, vi } from "vitest";
import { WIDEST, withinRule } from "#lib/contacts/offer-limits";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { thread } from "#lib/worker/scheduled-fixture";
import { loadOfferLimits } from "./load-offer-limits";
import { SaveOfferLimits, saveOfferLimits } from "./save-offer-limits";

afterEach(() => void vi.useRealTimers());

const LIMITS = { from: 10, to: 18, aMonth: 1, restDays: 30 };

it("holds offers to the hours and the pace that the shop chose", async () => {
  const the = await thread(["offers"]);
  expect(await loadOfferLimits(the.owner)).toEqual({ ...WIDEST, version: 0 });
  expect(await saveOfferLimits(the.owner, { ...LIMITS, version: 0 })).toEqual({ ...LIMITS, version: 1 });
  vi.setSystemTime(new Date("2026-12-01T08:30:00Z"));
  const early = await the.write({ purpose: "offers" });
  expect(early.sendAt, "half past nine in Paris is too early").toBe("2026-12-01T09:00:00.000Z");
  await the.due(early.id, early.sendAt);
  expect(await the.stored(early.id)).toMatchObject({ delivery: "sent" });
  const next = await the.write({ purpose: "offers" });
  expect(next.sendAt, "thirty days lie between two, and New Year’s Day is none").toBe("2026-12-31T09:00:00.000Z");
});

it("counts what went long ago, as far back as a shop may choose", async () => {
  const the = await thread(["offers"]);
  await saveOfferLimits(the.owner, { ...LIMITS, restDays: 60, version: 0 });
  vi.setSystemTime(new Date("2026-12-01T11:00:00Z"));
  const { id } = await the.write({ purpose: "offers", sendAt: "2026-12-01T11:30:00Z" });
  await the.due(id, "2026-12-01T11:30:00Z");
  expect(await the.stored(id)).toMatchObject({ delivery: "sent" });
  vi.setSystemTime(new Date("2027-01-20T11:00:00Z"));
  const { sendAt } = await the.write({ purpose: "offers" });
  expect(Date.parse(sendAt ?? "")).toBeGreaterThan(Date.parse("2027-01-29T00:00:00Z"));
});

it("holds also what waited already, decided again at its time", async () => {
  const the = await thread(["offers"]);
  vi.setSystemTime(new Date("2026-12-01T21:00:00Z"));
  const { id, sendAt } = await the.write({ purpose: "offers" });
  expect(sendAt).toBe("2026-12-02T07:00:00.000Z");
  await saveOfferLimits(the.owner, { ...LIMITS, version: 0 });
  await the.due(id, sendAt);
  expect(await the.stored(id)).toMatchObject({ delivery: "scheduled", sendAt: new Date("2026-12-02T09:00:00Z") });
});

it("cannot be wider than the rule, by no way", () => {
  const parse = (more: object) => SaveOfferLimits.safeParse({ ...LIMITS, version: 0, ...more }).success;
  expect(parse({})).toBe(true);
  for (const wider of [{ from: 7 }, { to: 21 }, { aMonth: 3 }, { restDays: 6 }, { aMonth: 0 }, { from: 16, to: 12 }])
    expect(parse(wider), JSON.stringify(wider)).toBe(false);
  expect(withinRule({ from: 0, to: 24, aMonth: 9, restDays: 0 })).toEqual(WIDEST);
});

it("is for owners and admins, and loses nobody's choice unseen", async () => {
  const { owner } = await makeShop();
  const agent = await makeMember(owner);
  await expect(saveOfferLimits(agent, { ...LIMITS, version: 0 })).rejects.toMatchObject({ code: "forbidden" });
  await saveOfferLimits(owner, { ...LIMITS, version: 0 });
  await expect(saveOfferLimits(owner, { ...LIMITS, version: 0 })).rejects.toMatchObject({ key: "widget_changed" });
});
