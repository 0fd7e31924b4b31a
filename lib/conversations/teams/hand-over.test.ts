import { expect, it } from "vitest";
import { makeThread } from "#lib/connect/visitor-fixture";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { newId } from "#lib/core/ids";
import { countMembers } from "#lib/shops/count-members";
import { listAway } from "#lib/shops/list-away";
import { loadMember } from "#lib/shops/load-member";
import { setAvailability } from "#lib/shops/set-availability";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { saveTeam } from "#lib/shops/teams/save-team";
import { takeJobs } from "#lib/worker/jobs-fixture";
import { assignConversation } from "../assign-conversation";
import { changeMany } from "../bulk/change-many";
import { closeConversation } from "../close-conversation";
import { listConversations } from "../list-conversations";
import { loadCounts } from "../load-counts";
import { handOver } from "./hand-over";

const OFF = { roundRobin: false, cap: 5, takesNew: false };

it("who goes away is seen by her colleagues, told once, and no longer once she is back or removed", async () => {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  await takeJobs(shop.id);
  expect(await setAvailability(agent, { away: true })).toEqual({ away: true });
  await setAvailability(agent, { away: true });
  expect((await takeJobs(shop.id)).map(({ payload }) => payload.type)).toEqual(["team.changed"]);
  expect(await listAway(owner)).toEqual([{ id: agent.memberId, until: null }]);
  await setAvailability(agent, { away: false });
  expect(await listAway(owner)).toEqual([]);
  await setAvailability(agent, { away: true });
  expect(await countMembers(owner)).toBe(2);
  await dismissMember(owner, { memberId: agent.memberId });
  expect(await listAway(owner)).toEqual([]);
  expect(await countMembers(owner)).toBe(1);
  await expect(setAvailability(agent, { away: false })).rejects.toMatchObject({ code: "not_found" });
  await expect(loadMember(agent.person, shop.slug)).rejects.toMatchObject({ code: "not_found" });
});

it("what she holds goes to a team, or back to where it came from; what is closed or another's stays; all can be undone", async () => {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const [from, to] = [
    await saveTeam(owner, { name: "Livraison", memberIds: [agent.memberId], ...OFF }),
    await saveTeam(owner, { name: "Mariages", memberIds: [owner.memberId], ...OFF }),
  ];
  const [a, b, closed, other] = [
    await makeThread(shop),
    await makeThread(shop),
    await makeThread(shop),
    await makeThread(shop),
  ];
  const give = (conversationId: string, memberId: string, teamId: string | null) =>
    assignConversation(owner, { conversationId, memberId, teamId });
  await give(a.conversationId, agent.memberId, from.id);
  await give(b.conversationId, agent.memberId, null);
  await give(closed.conversationId, agent.memberId, null);
  await closeConversation(owner, { conversationId: closed.conversationId });
  await give(other.conversationId, owner.memberId, null);
  const held = async () =>
    Object.fromEntries(
      (await listConversations(owner, { view: "open" })).rows.map(({ id, assignee, team }) => [
        id,
        [assignee?.memberId ?? null, team?.id ?? null],
      ]),
    );
  const before = await held();

  const { handed, undo } = await handOver(agent, { teamId: to.id });
  expect(handed).toBe(2);
  expect(await held()).toEqual({
    [a.conversationId]: [null, to.id],
    [b.conversationId]: [null, to.id],
    [other.conversationId]: [owner.memberId, null],
  });
  for (const step of undo) await changeMany(agent, step);
  expect(await held()).toEqual(before);

  expect(await handOver(agent, { teamId: null })).toMatchObject({ handed: 2 });
  expect(await held()).toMatchObject({ [a.conversationId]: [null, from.id], [b.conversationId]: [null, null] });
  expect(await loadCounts(owner)).toMatchObject({ unassigned: 1, mine: { [agent.memberId]: 0 } });
  expect(await handOver(agent, { teamId: null })).toEqual({ handed: 0, undo: [] });
  await expect(handOver(agent, { teamId: newId() })).rejects.toMatchObject({ code: "not_found" });
});
