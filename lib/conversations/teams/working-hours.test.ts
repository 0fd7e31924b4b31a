import { afterEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { makeThread, storedConversations } from "#lib/connect/visitor-fixture";
import { chatFace } from "#lib/connect/widget/chat-face";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { now } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { listAway } from "#lib/shops/list-away";
import { loadWorkingHours } from "#lib/shops/load-working-hours";
import { setAvailability } from "#lib/shops/set-availability";
import { setWorkingHours } from "#lib/shops/set-working-hours";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { saveTeam } from "#lib/shops/teams/save-team";
import { jobsOf, runJob, runJobs } from "#lib/worker/jobs-fixture";
import { closeConversation } from "../close-conversation";
import { receiveMessage } from "../receive-message";

afterEach(() => void vi.useRealTimers());

/** Monday and Tuesday, 9:00 to 18:00 in Paris. */
const WEEK = Array.from({ length: 7 }, (_, day) => (day < 2 ? [{ from: 9 * 60, to: 18 * 60 }] : []));
/** In June Paris is two hours ahead of UTC. Years to come: no job is due by the clock of the queue. */
const MONDAY = { early: "2080-06-03T06:59:59Z", nine: "2080-06-03T07:00:00Z", six: "2080-06-03T16:00:00Z" };
const TUESDAY = { nine: "2080-06-04T07:00:00Z", six: "2080-06-04T16:00:00Z" };

/** A team of one agent that gives new conversations in turn, and what waits for a shopper in one of them. */
async function crew() {
  vi.useRealTimers();
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const { memberId } = agent;
  const team = { name: "Livraison", memberIds: [memberId], roundRobin: true, cap: 12, takesNew: true };
  await saveTeam(owner, team);
  const at = (instant: string) => void vi.setSystemTime(new Date(instant));
  at(MONDAY.early);
  const begin = async () => {
    const { visitor, conversationId } = await makeThread(shop);
    const holder = async () => (await storedConversations(visitor))[0]?.assigneeId ?? null;
    return { visitor, conversationId, holder };
  };
  const awayUntil = async () => (await listAway(owner)).find(({ id }) => id === memberId)?.until;
  const waiting = async () => (await jobsOf(shop.id)).filter(({ task }) => task === "followHours");
  return { shop, owner, agent, memberId, at, begin, awayUntil, waiting };
}

it("outside her hours she is given nothing, keeps what she holds, and is given what waited when they begin", async () => {
  const { shop, owner, agent, memberId, at, begin, awayUntil, waiting } = await crew();
  const held = await begin();
  await setWorkingHours(owner, { memberId, hours: WEEK });
  expect(await awayUntil()).toBe("2080-06-03T07:00:00.000Z");
  const early = await begin();
  expect([await held.holder(), await early.holder()]).toEqual([memberId, null]);
  const [job, ...more] = await waiting();
  expect([job?.payload, more]).toEqual([{ shopId: shop.id, memberId }, []]);
  await runJob("followHours", job?.payload);
  await runJobs(shop.id);
  expect(await early.holder()).toBeNull();
  at(MONDAY.nine);
  expect(await awayUntil()).toBeUndefined();
  await runJob("followHours", job?.payload);
  await runJobs(shop.id);
  expect(await early.holder()).toBe(memberId);
  at(MONDAY.six);
  expect(await awayUntil()).toBe("2080-06-04T07:00:00.000Z");
  expect((await inShop(shop.id, (tx) => chatFace(tx, shop, "fr", now()))).team).not.toContain("Karim");
  await closeConversation(agent, { conversationId: held.conversationId });
  await receiveMessage(held.visitor, { clientKey: newId(), body: "Encore moi" });
  expect(await held.holder()).toBeNull();
  const last = await waiting();
  await dismissMember(owner, { memberId });
  await runJob("followHours", job?.payload);
  expect(await waiting()).toEqual(last);
});

it("her own word goes before the clock: available until her hours change, away until she is back", async () => {
  const { shop, agent, memberId, at, begin, awayUntil } = await crew();
  await setWorkingHours(agent, { memberId, hours: WEEK });
  const waits = await begin();
  await setAvailability(agent, { away: false });
  expect(await awayUntil()).toBeUndefined();
  await runJobs(shop.id);
  expect(await waits.holder()).toBe(memberId);
  at(MONDAY.six);
  expect(await awayUntil()).toBe("2080-06-04T07:00:00.000Z");
  await setAvailability(agent, { away: true });
  at(TUESDAY.nine);
  expect(await awayUntil()).toBeNull();
  expect(await (await begin()).holder()).toBeNull();
  await setAvailability(agent, { away: false });
  expect(await (await begin()).holder()).toBe(memberId);
  at(TUESDAY.six);
  expect(await awayUntil()).toBe("2080-06-10T07:00:00.000Z");
  await setAvailability(agent, { away: false });
  await setWorkingHours(agent, { memberId, hours: WEEK });
  expect(await awayUntil()).toBe("2080-06-10T07:00:00.000Z");
  const again = await begin();
  await setWorkingHours(agent, { memberId, hours: null });
  expect(await awayUntil()).toBeUndefined();
  await runJobs(shop.id);
  expect(await again.holder()).toBe(memberId);
});

it("are set by herself, and for others by owners and admins alone", async () => {
  const { owner, agent, memberId } = await crew();
  await expect(setWorkingHours(agent, { memberId: owner.memberId, hours: WEEK })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await loadWorkingHours(agent, { memberId })).toMatchObject({ you: true, hours: null });
  await expect(loadWorkingHours(agent, { memberId: owner.memberId })).rejects.toMatchObject({ code: "not_found" });
  expect(await loadWorkingHours(owner, { memberId })).toMatchObject({ you: false, timeZone: "Europe/Paris" });
  const { owner: stranger } = await makeShop();
  await expect(loadWorkingHours(stranger, { memberId })).rejects.toMatchObject({ code: "not_found" });
  await expect(setWorkingHours(stranger, { memberId, hours: WEEK })).rejects.toMatchObject({ code: "not_found" });
});
