import { afterEach, describe, expect, it, vi } from "vitest";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { runJobs } from "#lib/worker/jobs-fixture";
import { thread } from "#lib/worker/scheduled-fixture";
import { sendMessage } from "../send-message";
import { dismissMember } from "./dismiss-member";
import { listScheduledOf } from "./list-scheduled-of";

afterEach(() => void vi.useRealTimers());

const inHours = (n: number) => new Date(Date.now() + n * HOUR).toISOString();

async function scene() {
  const the = await thread();
  const karim = await makeMember(the.owner, "agent", "Karim Benali");
  const { conversationId } = the;
  const later = (body: string, hours: number) =>
    sendMessage(karim, { conversationId, clientKey: newId(), body, sendAt: inHours(hours) });
  return { ...the, karim, second: await later("Deux", 4), first: await later("Un", 3), memberId: karim.memberId };
}

describe("whoever removes a member", () => {
  it("is shown what she scheduled, the soonest first, if she may remove her", async () => {
    const { owner, karim, first, second, memberId } = await scene();
    const { messages, more } = await listScheduledOf(owner, { memberId });
    expect(messages.map(({ id, preview, sendAt }) => [id, preview, sendAt])).toEqual([
      [first.id, "Un", first.sendAt],
      [second.id, "Deux", second.sendAt],
    ]);
    expect(more).toBe(false);
    await expect(listScheduledOf(karim, { memberId })).rejects.toMatchObject({ code: "forbidden" });
    const { owner: stranger } = await makeShop();
    expect(await listScheduledOf(stranger, { memberId })).toEqual({ messages: [], more: false });
  });

  it("decides of each: what she takes over goes in her name, and nothing else goes", async () => {
    const { shop, owner, first, second, memberId, stored, due } = await scene();
    await dismissMember(owner, { memberId, takeOver: [second.id, newId()] });
    await runJobs(shop.id);
    expect(await stored(first.id)).toMatchObject({ delivery: "failed", decision: { key: "author_left" } });
    expect(await stored(second.id)).toMatchObject({ delivery: "scheduled", memberId: owner.memberId });
    await due(second.id, second.sendAt);
    expect(await stored(second.id)).toMatchObject({ delivery: "sent", memberId: owner.memberId });
    expect(await stored(first.id)).toMatchObject({ delivery: "failed" });
  });

  it("takes nothing over where she may not remove her, and nothing of anybody else", async () => {
    const { owner, karim, first, memberId, stored } = await scene();
    const tom = await makeMember(owner);
    const refused = dismissMember(tom, { memberId, takeOver: [first.id] });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored(first.id)).toMatchObject({ delivery: "scheduled", memberId: karim.memberId });
    await dismissMember(owner, { memberId: tom.memberId, takeOver: [first.id] });
    expect(await stored(first.id)).toMatchObject({ delivery: "scheduled", memberId: karim.memberId });
  });
});
