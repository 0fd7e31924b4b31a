import { describe, expect, it } from "vitest";
import { makeThread, storedConversations, storedMessages } from "#lib/connect/visitor-fixture";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import type { SaveTeam } from "#lib/shops/teams/input";
import { listTeams } from "#lib/shops/teams/list-teams";
import { removeTeam } from "#lib/shops/teams/remove-team";
import { saveTeam } from "#lib/shops/teams/save-team";
import { runJobs } from "#lib/worker/jobs-fixture";
import { assignConversation } from "../assign-conversation";
import { listConversations } from "../list-conversations";
import { loadCounts } from "../load-counts";
import { sendMessage } from "../send-message";

const team = (name: string, memberIds: string[] = [], more: Partial<SaveTeam> = {}): SaveTeam => ({
  ...{ name, memberIds, roundRobin: false, cap: 12, takesNew: false },
  ...more,
});

/** A shop with an agent in a team of its own, and a conversation. */
async function florist() {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const { id: teamId } = await saveTeam(owner, team("Livraison", [agent.memberId]));
  return { shop, owner, agent, teamId, ...(await makeThread(shop)) };
}

describe("a team", () => {
  it("is made, changed and removed by owners and admins alone", async () => {
    const { shop, owner } = await makeShop();
    const [admin, agent] = [await makeMember(owner, "admin"), await makeMember(owner)];
    const { id: teamId } = await saveTeam(admin, team("Livraison", [agent.memberId, agent.memberId]));
    const refusals = [() => saveTeam(agent, team("Mariages")), () => removeTeam(agent, { teamId })];
    for (const run of refusals) await expect(run()).rejects.toMatchObject({ code: "forbidden" });
    await saveTeam(owner, team("Livraisons", [owner.memberId], { teamId, roundRobin: true, cap: 3, takesNew: false }));
    expect(await listTeams(agent)).toEqual([
      { id: teamId, name: "Livraisons", memberIds: [owner.memberId], roundRobin: true, cap: 3, takesNew: false },
    ]);
    await removeTeam(admin, { teamId });
    expect(await listTeams(agent)).toEqual([]);
    await expect(saveTeam(owner, team("a", [], { teamId }))).rejects.toMatchObject({ code: "not_found" });
    await runJobs(shop.id);
  });

  it("has its name to itself, which is free again once it is removed, and no member of another shop", async () => {
    const { owner } = await makeShop();
    const { owner: stranger } = await makeShop();
    const { id: teamId } = await saveTeam(owner, team("Livraison"));
    await expect(saveTeam(owner, team("livraison"))).rejects.toMatchObject({ key: "team_name_taken" });
    await saveTeam(owner, team("LIVRAISON", [], { teamId }));
    await removeTeam(owner, { teamId });
    await saveTeam(owner, team("Livraison"));
    for (const foreign of [stranger.memberId, newId()])
      await expect(saveTeam(owner, team("b", [foreign]))).rejects.toMatchObject({ code: "not_found" });
  });

  it("loses a member who is removed from the shop", async () => {
    const { owner, agent, shop } = await florist();
    await dismissMember(owner, { memberId: agent.memberId });
    await runJobs(shop.id);
    expect(await listTeams(owner)).toMatchObject([{ memberIds: [] }]);
  });
});

describe("a conversation given to a team", () => {
  it("waits there, counted and told, until a member answers, and is the team's still", async () => {
    const { shop, owner, agent, teamId, conversationId } = await florist();
    const row = await assignConversation(owner, { conversationId, memberId: null, teamId });
    expect(row).toMatchObject({ assignee: null, team: { id: teamId, name: "Livraison" } });
    const counts = await loadCounts(agent);
    expect(counts).toMatchObject({ open: 1, unassigned: 0, teams: { [teamId]: 1 } });
    expect((await listConversations(agent, { view: `team:${teamId}` })).rows).toMatchObject([{ id: conversationId }]);
    expect((await listConversations(agent, { view: "unassigned" })).rows).toEqual([]);
    const last = (await storedMessages(shop.id, conversationId)).at(-1);
    expect(last?.event).toMatchObject({ type: "team_assigned", byName: owner.name, teamName: "Livraison" });
    await sendMessage(agent, { conversationId, clientKey: newId(), body: "Oui" });
    const [held] = (await listConversations(agent, { view: `team:${teamId}` })).rows;
    expect(held).toMatchObject({ assignee: { memberId: agent.memberId }, team: { id: teamId } });
  });

  it("goes to a member without leaving the team, and to nobody only without one", async () => {
    const { owner, agent, teamId, conversationId } = await florist();
    await assignConversation(owner, { conversationId, memberId: null, teamId });
    const taken = await assignConversation(agent, { conversationId, memberId: agent.memberId });
    expect(taken.team).toMatchObject({ id: teamId });
    const back = await assignConversation(agent, { conversationId, memberId: null, teamId });
    expect(back).toMatchObject({ assignee: null, team: { id: teamId } });
    const nobody = await assignConversation(agent, { conversationId, memberId: null });
    expect(nobody).toMatchObject({ assignee: null, team: null });
    expect(await loadCounts(owner)).toMatchObject({ unassigned: 1, teams: { [teamId]: 0 } });
  });

  it("goes back to the team when its holder is removed from the shop", async () => {
    const { shop, owner, agent, teamId, conversationId, visitor } = await florist();
    await assignConversation(owner, { conversationId, memberId: agent.memberId, teamId });
    await dismissMember(owner, { memberId: agent.memberId });
    await runJobs(shop.id);
    expect(await storedConversations(visitor)).toMatchObject([{ assigneeId: null, teamId, status: "open" }]);
  });

  it("stays with its holder, or is unassigned, when the team is removed; and a removed team is given nothing", async () => {
    const { shop, owner, agent, teamId, ...one } = await florist();
    const other = await makeThread(shop);
    const give = (conversationId: string, memberId: string | null) =>
      assignConversation(owner, { conversationId, memberId, teamId });
    await give(one.conversationId, agent.memberId);
    await give(other.conversationId, null);
    await removeTeam(owner, { teamId });
    await expect(give(one.conversationId, null)).rejects.toMatchObject({ code: "not_found" });
    await runJobs(shop.id);
    expect(await storedConversations(one.visitor)).toMatchObject([{ assigneeId: agent.memberId, teamId: null }]);
    expect(await storedConversations(other.visitor)).toMatchObject([{ assigneeId: null, teamId: null }]);
    expect(await loadCounts(owner)).toMatchObject({ open: 2, unassigned: 1, teams: { [teamId]: 0 } });
  });
});
