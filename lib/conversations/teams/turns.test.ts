import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { makeThread, makeVisitor, storedConversations, storedMessages } from "#lib/connect/visitor-fixture";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { setAvailability } from "#lib/shops/set-availability";
import { makeMember, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { listTeams } from "#lib/shops/teams/list-teams";
import { saveTeam } from "#lib/shops/teams/save-team";
import { runJob } from "#lib/worker/jobs-fixture";
import { assignConversation } from "../assign-conversation";
import { closeConversation, reopenConversation } from "../close-conversation";
import { listConversations } from "../list-conversations";
import { loadCounts } from "../load-counts";
import { putBack } from "../put-back";
import { receiveMessage } from "../receive-message";
import { snoozeConversation } from "../snooze/snooze-conversation";
import { receiveFromPlatform } from "../store-from-platform";

/** A shop whose three agents are a team that gives in turn. */
async function crew(cap = 12) {
  const { shop, owner } = await makeShop();
  const agents: TestMember[] = [];
  for (const name of ["Karim B", "Tom H", "Zoé M"]) agents.push(await makeMember(owner, "agent", name));
  const kept = {
    name: "Livraison",
    memberIds: agents.map(({ memberId }) => memberId),
    roundRobin: true,
    cap,
    takesNew: false,
  };
  const { id: teamId } = await saveTeam(owner, kept);
  const threads = async (n: number) => {
    const made = [];
    for (let i = 0; i < n; i += 1) made.push(await makeThread(shop));
    return made;
  };
  const give = (conversationId: string) => assignConversation(owner, { conversationId, memberId: null, teamId });
  return { shop, owner, agents, teamId, kept, threads, give };
}
const [one, two, three] = [0, 1, 2] as const;
const eventsOf = async (shopId: string, conversationId: string) =>
  (await storedMessages(shopId, conversationId)).flatMap(({ event }) => event ?? []);

describe("a team that gives in turn", () => {
  it("passes on to who holds the fewest, then to who was given one least recently, and says so", async () => {
    const { shop, owner, agents, teamId, threads, give } = await crew();
    const [busy, ...rest] = await threads(7);
    if (!busy) throw new Error("no thread");
    await assignConversation(owner, { conversationId: busy.conversationId, memberId: agents[one]?.memberId ?? "" });
    const given: (string | undefined)[] = [];
    for (const { conversationId } of rest) given.push((await give(conversationId)).assignee?.name);
    expect(given.slice(0, 2)).toEqual(["Tom H", "Zoé M"]);
    const held = agents.map(({ memberId }) => memberId);
    const { mine, teams, unassigned } = await loadCounts(owner);
    expect(held.map((id) => mine[id])).toEqual([3, 2, 2]);
    expect([teams[teamId], unassigned]).toEqual([6, 0]);
    expect(await eventsOf(shop.id, rest[0]?.conversationId ?? "")).toMatchObject([
      { type: "team_assigned", byName: owner.name, teamName: "Livraison" },
      { type: "given_in_turn", toName: "Tom H", teamName: "Livraison" },
    ]);
  });

  it("gives nobody more than the cap, however many come at once, and keeps the rest", async () => {
    const { owner, agents, teamId, threads, give } = await crew(3);
    const all = await threads(14);
    await Promise.all(all.map(({ conversationId }) => give(conversationId)));
    const { mine, teams } = await loadCounts(owner);
    expect(agents.map(({ memberId }) => mine[memberId])).toEqual([3, 3, 3]);
    expect(teams[teamId]).toBe(14);
    const stored = await inShop(owner.shopId, (tx) => tx.select().from(conversations));
    expect(stored.filter(({ assigneeId }) => assigneeId === null)).toHaveLength(5);
  });

  it("gives nothing to who is away or was removed, nor back to whom it is taken from", async () => {
    const { owner, agents, threads, give } = await crew();
    const [a, b, c] = await threads(3);
    const [karim, tom, zoe] = [agents[one], agents[two], agents[three]];
    if (!a || !b || !c || !karim || !tom || !zoe) throw new Error("nobody");
    await setAvailability(karim, { away: true });
    await dismissMember(owner, { memberId: tom.memberId });
    expect((await give(a.conversationId)).assignee).toMatchObject({ memberId: zoe.memberId });
    expect((await give(a.conversationId)).assignee).toBeNull();
    await setAvailability(zoe, { away: true });
    expect((await give(b.conversationId)).assignee).toBeNull();
    await setAvailability(karim, { away: false });
    expect((await give(c.conversationId)).assignee).toMatchObject({ memberId: karim.memberId });
  });

  it("keeps what it is given while it is closed, and gives it when the shopper writes again, many at once", async () => {
    const { owner, agents, shop, threads, give } = await crew(2);
    const all = await threads(8);
    for (const { conversationId } of all) {
      await closeConversation(owner, { conversationId });
      expect((await give(conversationId)).assignee).toBeNull();
    }
    await Promise.all(all.map(({ visitor }) => receiveMessage(visitor, { clientKey: newId(), body: "Encore moi" })));
    const { mine, open, unassigned } = await loadCounts(owner);
    expect(agents.map(({ memberId }) => mine[memberId])).toEqual([2, 2, 2]);
    expect([open, unassigned]).toEqual([8, 0]);
    const [first] = all;
    const stored = await storedMessages(shop.id, first?.conversationId ?? "");
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, i) => i + 1));
    expect(stored.at(-1)?.body).toBe("Encore moi");
  });

  it("gives nothing once that is switched off: the conversation waits", async () => {
    const { owner, teamId, kept, threads, give } = await crew();
    await saveTeam(owner, { ...kept, teamId, roundRobin: false });
    const [a] = await threads(1);
    expect((await give(a?.conversationId ?? "")).assignee).toBeNull();
  });
});

describe("a team that takes new conversations", () => {
  it("is given each as it begins, in turn, and says so before the first message", async () => {
    const { shop, owner, agents, teamId, kept, threads } = await crew(1);
    await saveTeam(owner, { ...kept, teamId, takesNew: true });
    const all = await threads(4);
    const { mine, teams, unassigned } = await loadCounts(owner);
    expect(agents.map(({ memberId }) => mine[memberId])).toEqual([1, 1, 1]);
    expect([teams[teamId], unassigned]).toEqual([4, 0]);
    const first = await storedMessages(shop.id, all[0]?.conversationId ?? "");
    expect(first.map(({ event, body }) => event?.type ?? body)).toEqual([
      "given_in_turn",
      "Bonjour, avez-vous des pivoines ?",
    ]);
    expect((await storedMessages(shop.id, all[3]?.conversationId ?? "")).map(({ event }) => event)).toEqual([null]);
  });

  it("shows what a platform tells late by the time it was written, with the words as the latest", async () => {
    const { shop, owner, teamId, kept } = await crew();
    await saveTeam(owner, { ...kept, teamId, takesNew: true });
    const { shopId, channelId, identityId, contactId } = await makeVisitor(shop);
    const at = new Date(Date.now() - HOUR);
    const told = { externalId: newId(), at, body: "Bonjour", payload: null, replyTo: null, files: [] };
    await inShop(shopId, (tx) =>
      receiveFromPlatform(tx, { shopId, channelId, identityId, contactId }, told, "message"),
    );
    const [row] = (await listConversations(owner, { view: `team:${teamId}` })).rows;
    expect(row).toMatchObject({ lastMessageAt: at.toISOString(), lastMessage: { preview: "Bonjour" } });
    expect(row?.assignee).not.toBeNull();
  });

  it("is one of the shop's, and gives many that begin at once without waiting in a circle", async () => {
    const { shop, owner, agents, teamId, kept } = await crew(4);
    const other = await saveTeam(owner, { ...kept, name: "Mariages", takesNew: true });
    await saveTeam(owner, { ...kept, teamId, takesNew: true });
    expect((await listTeams(owner)).map(({ id, takesNew }) => [id, takesNew])).toEqual([
      [teamId, true],
      [other.id, false],
    ]);
    const [busy] = await Promise.all([makeThread(shop), ...Array.from({ length: 9 }, () => makeThread(shop))]);
    await Promise.all([
      ...agents.map(({ memberId }) =>
        assignConversation(owner, { conversationId: busy.conversationId, memberId, teamId: other.id }),
      ),
      ...Array.from({ length: 6 }, () => makeThread(shop)),
    ]);
    const { mine, open } = await loadCounts(owner);
    expect(open).toBe(16);
    const held = agents.map(({ memberId }) => mine[memberId] ?? 0);
    expect(Math.max(...held)).toBeLessThanOrEqual(5);
    expect(held.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(12);
  });
});

describe("a conversation that comes back", () => {
  it("is its holder's while she is there, and else the team's, whose turn it is or who waits", async () => {
    const { shop, agents, teamId, owner, threads, kept } = await crew();
    const [karim, tom] = [agents[one], agents[two]];
    const [a] = await threads(1);
    if (!a || !karim || !tom) throw new Error("nobody");
    const { conversationId, visitor } = a;
    const write = () => receiveMessage(visitor, { clientKey: newId(), body: "Bonjour" });
    const holder = async () => (await storedConversations(visitor))[0]?.assigneeId ?? null;
    await assignConversation(owner, { conversationId, memberId: karim.memberId, teamId });
    await closeConversation(owner, { conversationId });
    await write();
    expect(await holder()).toBe(karim.memberId);
    await setAvailability(karim, { away: true });
    await closeConversation(owner, { conversationId });
    await write();
    expect(await holder()).not.toBe(karim.memberId);
    expect(await holder()).not.toBeNull();
    await saveTeam(owner, { ...kept, teamId, roundRobin: false });
    await assignConversation(owner, { conversationId, memberId: karim.memberId });
    await closeConversation(owner, { conversationId });
    await reopenConversation(owner, { conversationId });
    expect(await storedConversations(visitor)).toMatchObject([{ assigneeId: null, teamId, status: "open" }]);
    expect(await eventsOf(shop.id, conversationId)).toContainEqual({
      ...{ type: "left_by_away", memberId: karim.memberId, name: "Karim B", teamName: "Livraison" },
    });
  });

  it("is unassigned when its holder is away and it is no team's, from a snooze too", async () => {
    const { shop, agents, owner, threads } = await crew();
    const [karim] = agents;
    const [a] = await threads(1);
    if (!a || !karim) throw new Error("nobody");
    const { conversationId, visitor } = a;
    await assignConversation(owner, { conversationId, memberId: karim.memberId });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await snoozeConversation(owner, { conversationId, until });
    await setAvailability(karim, { away: true });
    await inShop(shop.id, (tx) => tx.update(conversations).set({ snoozedUntil: new Date(0) }));
    await runJob("wakeConversation", { shopId: shop.id, conversationId });
    expect(await storedConversations(visitor)).toMatchObject([{ assigneeId: null, status: "open" }]);
    expect(await loadCounts(owner)).toMatchObject({ unassigned: 1, mine: { [karim.memberId]: 0 } });
  });

  it("is what it was when its closing is undone, whoever is away", async () => {
    const { agents, owner, threads } = await crew();
    const [karim] = agents;
    const [a] = await threads(1);
    if (!a || !karim) throw new Error("nobody");
    const { conversationId } = a;
    await assignConversation(owner, { conversationId, memberId: karim.memberId });
    await setAvailability(karim, { away: true });
    await closeConversation(owner, { conversationId });
    expect((await putBack(owner, { conversationId })).assignee).toMatchObject({ memberId: karim.memberId });
  });
});
