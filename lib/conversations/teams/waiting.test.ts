import { expect, it } from "vitest";
import { makeThread, storedConversations, storedMessages } from "#lib/connect/visitor-fixture";
import { setAvailability } from "#lib/shops/set-availability";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { removeTeam } from "#lib/shops/teams/remove-team";
import { saveTeam } from "#lib/shops/teams/save-team";
import { runJobs } from "#lib/worker/jobs-fixture";
import { blockContact } from "../block-contact";
import { closeConversation, reopenConversation } from "../close-conversation";
import { loadCounts } from "../load-counts";
import { markSpam } from "../mark-spam";
import { handOver } from "./hand-over";

/** A shop whose team of some members gives new conversations in turn. */
async function crew(n: number, cap: number) {
  const { shop, owner } = await makeShop();
  const agents = [];
  for (let i = 0; i < n; i += 1) agents.push(await makeMember(owner));
  const memberIds = agents.map(({ memberId }) => memberId);
  const { id: teamId } = await saveTeam(owner, { name: "Livraison", memberIds, roundRobin: true, cap, takesNew: true });
  const [agent] = agents;
  if (!agent) throw new Error("nobody");
  return { shop, owner, agents, agent, teamId };
}

it("what waited because nobody was there is given under the cap once somebody is back, who waited longest first", async () => {
  const { shop, owner, agent, teamId } = await crew(1, 2);
  await setAvailability(agent, { away: true });
  const threads = [await makeThread(shop), await makeThread(shop), await makeThread(shop)];
  const closed = await makeThread(shop);
  await closeConversation(owner, { conversationId: closed.conversationId });
  await runJobs(shop.id);
  expect(await loadCounts(owner)).toMatchObject({ teams: { [teamId]: 3 } });
  await setAvailability(agent, { away: false });
  await setAvailability(agent, { away: false });
  await runJobs(shop.id);
  const holders = [];
  for (const { visitor } of [...threads, closed]) holders.push((await storedConversations(visitor))[0]?.assigneeId);
  expect(holders).toEqual([agent.memberId, agent.memberId, null, null]);
  const said = await storedMessages(shop.id, threads[0]?.conversationId ?? "");
  expect(said.at(-1)?.event).toMatchObject({ type: "given_in_turn", toMemberId: agent.memberId });
});

it("closing one, or moving it to Spam, gives its holder what has waited longest, and nothing where nobody waits", async () => {
  const { shop, owner, agent, teamId } = await crew(1, 1);
  const [held, longest, next] = [await makeThread(shop), await makeThread(shop), await makeThread(shop)];
  const holder = async ({ visitor }: typeof held) => (await storedConversations(visitor))[0]?.assigneeId;
  expect([await holder(held), await holder(longest)]).toEqual([agent.memberId, null]);
  await runJobs(shop.id);
  await closeConversation(owner, { conversationId: held.conversationId });
  await runJobs(shop.id);
  expect([await holder(longest), await holder(next)]).toEqual([agent.memberId, null]);
  await markSpam(owner, { conversationId: longest.conversationId });
  await runJobs(shop.id);
  expect(await holder(next)).toBe(agent.memberId);
  await closeConversation(owner, { conversationId: next.conversationId });
  await runJobs(shop.id);
  expect(await loadCounts(owner)).toMatchObject({ open: 0, teams: { [teamId]: 0 } });
});

it("one of somebody who is Spam is given to nobody while it waits", async () => {
  const { shop, owner, agent } = await crew(1, 12);
  await setAvailability(agent, { away: true });
  const [{ conversationId, visitor }, other] = [await makeThread(shop), await makeThread(shop)];
  await blockContact(owner, { contactId: visitor.contactId });
  await reopenConversation(owner, { conversationId });
  await setAvailability(agent, { away: false });
  await runJobs(shop.id);
  expect(await storedConversations(visitor)).toMatchObject([{ status: "open", assigneeId: null }]);
  expect(await storedConversations(other.visitor)).toMatchObject([{ assigneeId: agent.memberId }]);
});

it("who is away again by then is given nothing, and several who come back at once share what waits", async () => {
  const { shop, owner, agents, agent } = await crew(3, 4);
  for (const one of agents) await setAvailability(one, { away: true });
  for (let i = 0; i < 9; i += 1) await makeThread(shop);
  await setAvailability(agent, { away: false });
  await setAvailability(agent, { away: true });
  await runJobs(shop.id);
  expect((await loadCounts(owner)).mine[agent.memberId] ?? 0).toBe(0);
  await Promise.all(agents.map((one) => setAvailability(one, { away: false })));
  await runJobs(shop.id);
  const { mine } = await loadCounts(owner);
  expect(agents.map(({ memberId }) => mine[memberId])).toEqual([3, 3, 3]);
});

it("handing over goes on where a team is removed and not released yet: that one is unassigned", async () => {
  const { shop, owner, agent, teamId } = await crew(1, 12);
  const threads = [await makeThread(shop), await makeThread(shop)];
  await removeTeam(owner, { teamId });
  expect(await handOver(agent, { teamId: null })).toMatchObject({ handed: 2 });
  for (const { visitor } of threads)
    expect(await storedConversations(visitor)).toMatchObject([{ assigneeId: null, teamId: null }]);
});
