import { afterEach, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { complaintBudgets } from "#db/schema/reports";
import { thread } from "#lib/worker/scheduled-fixture";
import { cancelScheduled } from "./cancel-scheduled";
import { closeConversation } from "./close-conversation";
import { loadComposer } from "./load-composer";
import { loadThread } from "./load-thread";
import { recheckWaiting } from "./recheck-waiting";

afterEach(() => void vi.useRealTimers());

describe("a scheduled offer", () => {
  it("written on a Saturday evening waits until Monday, 8 am in her zone, and is decided again then", async () => {
    const the = await thread(["offers"]);
    vi.setSystemTime(new Date("2026-11-28T21:00:00Z"));
    const { id, sendAt } = await the.write({ purpose: "offers" });
    expect(sendAt).toBe("2026-11-30T07:00:00.000Z");
    await the.due(id, sendAt);
    expect(await the.stored(id)).toMatchObject({ delivery: "sent", purpose: "offers" });
  });

  it("that is held back, and put off for days by the rule, opens no closed conversation", async () => {
    const the = await thread(["offers"]);
    const { conversationId } = the;
    await closeConversation(the.owner, { conversationId });
    vi.setSystemTime(new Date("2026-11-28T21:00:00Z"));
    const { sendAt } = await the.write({ purpose: "offers", hold: 10 });
    expect(sendAt).toBe("2026-11-30T07:00:00.000Z");
    expect((await loadThread(the.owner, { conversationId })).row).toMatchObject({ status: "closed" });
  });

  it("beyond a cap goes when there is room again; of two that wait the first goes first", async () => {
    const the = await thread(["offers"]);
    vi.setSystemTime(new Date("2026-12-01T10:00:00Z"));
    const first = await the.write({ purpose: "offers", sendAt: "2026-12-02T10:00:00Z" });
    const second = await the.write({ purpose: "offers" });
    expect([first.sendAt, second.sendAt]).toEqual(["2026-12-02T10:00:00.000Z", "2026-12-09T10:00:00.000Z"]);
    await the.due(first.id, first.sendAt);
    expect(await the.stored(first.id)).toMatchObject({ delivery: "sent" });
  });

  it("is told beforehand what becomes of it: it goes, waits for its hour or a cap, or is refused", async () => {
    const the = await thread(["offers"]);
    const of = { conversationId: the.conversationId };
    const chance = async () => (await loadComposer(the.owner, { ...of, offer: "true" })).offer;
    vi.setSystemTime(new Date("2026-12-01T10:00:00Z"));
    expect((await loadComposer(the.owner, of)).offer).toBeNull();
    expect(await chance()).toEqual({ state: "now" });
    const { id } = await the.write({ purpose: "offers", sendAt: "2026-12-02T10:00:00Z" });
    const capped = { state: "later", at: "2026-12-09T10:00:00.000Z", refusal: { key: "offers_cap" } };
    expect(await chance()).toMatchObject(capped);
    await cancelScheduled(the.owner, { messageId: id });
    vi.setSystemTime(new Date("2026-12-01T21:00:00Z"));
    expect(await chance()).toMatchObject({ state: "later", refusal: { key: "quiet_hours" } });
    const never = await thread([]);
    const asked = await loadComposer(never.owner, { conversationId: never.conversationId, offer: "true" });
    expect(asked.offer).toMatchObject({ state: "refused", refusal: { key: "offers_not_allowed" } });
  });

  it("that was taken back counts against no cap", async () => {
    const the = await thread(["offers"]);
    vi.setSystemTime(new Date("2026-12-01T10:00:00Z"));
    const { id } = await the.write({ purpose: "offers", sendAt: "2026-12-02T10:00:00Z" });
    await cancelScheduled(the.owner, { messageId: id });
    expect(await the.write({ purpose: "offers" })).toMatchObject({ delivery: "queued" });
  });

  it("is put off while the shop is stopped, says why, and goes once the stop is over; a new one is refused", async () => {
    const the = await thread(["offers"]);
    vi.setSystemTime(new Date("2026-12-01T10:00:00Z"));
    const [first, second] = [
      await the.write({ purpose: "offers", sendAt: "2026-12-02T10:00:00Z" }),
      await the.write({ purpose: "offers", sendAt: "2026-12-10T10:00:00Z" }),
    ];
    const [stoppedAt, until] = [new Date("2026-12-01T11:00:00Z"), new Date("2026-12-31T11:00:00Z")];
    await inShop(the.shop.id, (tx) =>
      tx.insert(complaintBudgets).values({ shopId: the.shop.id, state: "stopped", stoppedAt, until }),
    );
    await the.due(first.id, first.sendAt);
    expect(await the.stored(first.id)).toMatchObject({ delivery: "scheduled", sendAt: until });
    const shown = (await loadThread(the.owner, the)).messages.find(({ id }) => id === first.id);
    expect(shown?.refusal).toMatchObject({ key: "offers_stopped", params: { date: until.toISOString() } });
    await expect(the.write({ purpose: "offers" })).rejects.toMatchObject({ key: "offers_stopped" });
    await recheckWaiting(the.shop.id, { contactId: the.visitor.contactId });
    expect(await the.stored(second.id)).toMatchObject({ delivery: "scheduled" });
    await the.due(first.id, until.toISOString());
    expect(await the.stored(first.id)).toMatchObject({ delivery: "sent" });
  });

  it("is refused for good without her permission", async () => {
    const the = await thread();
    await expect(the.write({ purpose: "offers" })).rejects.toMatchObject({ key: "offers_not_allowed" });
  });
});
