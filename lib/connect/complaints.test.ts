import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { reports } from "#db/schema/reports";
import { loadBudget } from "#lib/conversations/reports/load-budget";
import { reviseBudget } from "#lib/conversations/reports/revise-budget";
import { DAY, HOUR, MINUTE } from "#lib/core/clock";
import { placeOrder } from "#lib/orders/order-fixture";
import { eraseContact } from "#lib/privacy/ask-erasure";
import { makeShop } from "#lib/shops/shop-fixture";
import { jobsOf, runJobs, takeJobs } from "#lib/worker/jobs-fixture";
import { daysAhead, makeReported, makeShopper, offer, storedReports, told, weighed } from "#lib/worker/reports-fixture";
import { mergeContacts } from "./merge-contacts";
import { reportInChat } from "./report-in-chat";
import { makeThread } from "./visitor-fixture";

afterEach(() => void vi.useRealTimers());

describe("a shop's complaint budget", () => {
  it("slows offers by the third shopper and stops them by the fifth, and answers never", async () => {
    const world = await makeShop();
    const reporters = await makeReported(world, 4);
    expect(await weighed(world)).toMatchObject({ state: "slowed", reporters: 4, reasons: { advertising: 4 } });
    const shopper = await makeShopper(world);
    expect(daysAhead(await offer(world, shopper))).toBeLessThan(4);
    expect(daysAhead(await offer(world, shopper))).toBeGreaterThan(25);
    await shopper.report(true);
    const { until } = await weighed(world);
    expect(daysAhead({ sendAt: until })).toBeCloseTo(30, 1);
    const another = await makeShopper(world);
    await expect(offer(world, another)).rejects.toMatchObject({ key: "offers_stopped", params: { date: until } });
    expect(await told(world, another)).toBeTruthy();
    await reporters[0]?.report(false);
    expect(await weighed(world)).toMatchObject({ state: "slowed", reporters: 4 });
    expect(await offer(world, another)).toBeTruthy();
  });

  it("counts five who report at the same instant, each once whatever they report", async () => {
    const world = await makeShop();
    const reporters = await makeReported(world, 5);
    expect(await weighed(world)).toMatchObject({ state: "stopped", reporters: 5 });
    const [first] = reporters;
    if (!first) throw new Error("nobody reported");
    const more = await told(world, first);
    await reportInChat(first.visitor, { messageId: more, reported: true, reason: null });
    expect(await weighed(world)).toMatchObject({ reporters: 5, reasons: { advertising: 5, none: 1 } });
  });

  it("is not cleared by joining or erasing who reported, of whom nothing is left but that somebody did", async () => {
    const world = await makeShop();
    const [first, second] = [await makeThread(world.shop), await makeShopper(world)];
    await placeOrder(first.visitor, { paid: true });
    const messageId = await told(world, first);
    await reportInChat(first.visitor, { messageId, reported: true, reason: "rude" });
    await second.report(true, "advertising");
    const { contactId } = second.visitor;
    await mergeContacts(world.owner, { contactId, otherId: first.visitor.contactId });
    const again = await makeShopper(world);
    await again.report(true);
    expect(await weighed(world)).toMatchObject({ state: "slowed", reporters: 3 });
    await runJobs(world.shop.id);
    await eraseContact(world.owner, { contactId });
    await runJobs(world.shop.id);
    const left = (await storedReports(world.shop.id)).filter((one) => one.contactId !== again.visitor.contactId);
    expect(left).toHaveLength(2);
    for (const one of left) expect(one).toMatchObject({ messageId: null, conversationId: null, reason: null });
    const [erased] = await inShop(world.shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.id, contactId)));
    expect(erased?.erasedAt).not.toBeNull();
    await again.report(false);
    expect(await weighed(world)).toMatchObject({ state: "warned", reporters: 2 });
  });

  it("gets milder as reports grow old and offers come to many", async () => {
    const world = await makeShop();
    await makeReported(world, 1);
    expect(await weighed(world)).toMatchObject({ state: "warned", reporters: 1 });
    const old = new Date(Date.now() - 31 * DAY);
    await inShop(world.shop.id, async (tx) => {
      await tx.update(reports).set({ at: old }).where(eq(reports.shopId, world.shop.id));
    });
    expect(await weighed(world)).toMatchObject({ state: "good", reporters: 0, until: null });
  });

  it("tells nothing of one report for a day, in numbers, in reasons or by when it ends, and of several at once", async () => {
    const world = await makeShop();
    const shoppers: Awaited<ReturnType<typeof makeShopper>>[] = [];
    for (let n = 0; n < 6; n += 1) shoppers.push(await makeShopper(world));
    const report = (from: number, to: number) => {
      vi.setSystemTime(Date.now() + MINUTE);
      return Promise.all(shoppers.slice(from, to).map((one) => one.report(true, "advertising")));
    };
    const midnight = Math.ceil(Date.now() / DAY) * DAY;
    vi.setSystemTime(midnight + 10 * HOUR);
    const hours = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        vi.setSystemTime(Date.now() + HOUR);
        await reviseBudget({ shopId: world.shop.id });
      }
      return loadBudget(world.owner);
    };
    await report(0, 2);
    expect(await hours(37)).toMatchObject({ state: "good", reporters: 0, reasons: null });
    const shown = { state: "warned", reporters: 2, until: new Date(midnight + 31 * DAY).toISOString(), reasons: null };
    expect(await hours(1)).toMatchObject(shown);
    await shoppers[0]?.report(false);
    expect(await hours(2)).toMatchObject(shown);
    expect(await hours(24)).toMatchObject({ ...shown, reporters: 1 });
    await report(2, 4);
    expect(await hours(1)).toMatchObject({ ...shown, reporters: 1 });
    await report(4, 5);
    const several = { state: "slowed", reporters: 4, reasons: { advertising: 4 } };
    expect(await hours(1)).toMatchObject(several);
    await report(5, 6);
    expect(await hours(1)).toMatchObject(several);
  });

  it("is weighed by the hour as long as it may change, without anybody's permission, and told only when it changed", async () => {
    const { shop, owner } = await makeShop();
    const thread = await makeThread(shop);
    await placeOrder(thread.visitor, { paid: true });
    const messageId = await told({ shop, owner }, thread);
    const said = async () => (await takeJobs(shop.id)).filter(({ payload }) => payload.type === "budget.changed");
    const due = async () => (await jobsOf(shop.id)).filter(({ task }) => task === "reviseBudget");
    await reportInChat(thread.visitor, { messageId, reported: true, reason: null });
    await reportInChat(thread.visitor, { messageId, reported: true, reason: "rude" });
    expect(await due()).toMatchObject([{ payload: { shopId: shop.id }, due: false }]);
    expect(await weighed({ shop, owner })).toMatchObject({ state: "warned", reporters: 1 });
    expect(await due()).toHaveLength(1);
    expect(await said()).toHaveLength(1);
    await reviseBudget({ shopId: shop.id });
    expect(await due()).toHaveLength(1);
    expect(await said()).toEqual([]);
    await reportInChat(thread.visitor, { messageId, reported: false, reason: null });
    expect(await weighed({ shop, owner })).toMatchObject({ state: "good", reporters: 0 });
    expect(await said()).toHaveLength(1);
    await reviseBudget({ shopId: shop.id });
    expect(await due()).toEqual([]);
  });
});
