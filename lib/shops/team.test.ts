import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop, outsideShops } from "#db/in-shop";
import { owner as database } from "#db/owner-fixture";
import { sessions } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { makeThread, storedConversations } from "#lib/connect/visitor-fixture";
import { assignConversation } from "#lib/conversations/assign-conversation";
import { closeConversation } from "#lib/conversations/close-conversation";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { loadCounts } from "#lib/conversations/load-counts";
import { receiveMessage } from "#lib/conversations/receive-message";
import { sendMessage } from "#lib/conversations/send-message";
import { newId } from "#lib/core/ids";
import { jobsOf, runJob, takeJobs } from "#lib/worker/jobs-fixture";
import type { Role } from "./actor";
import { cancelInvitation } from "./cancel-invitation";
import { changeRole } from "./change-role";
import { endSession, signOutEverywhere } from "./end-session";
import { findSession } from "./find-session";
import { inviteMember } from "./invite-member";
import { listSessions } from "./list-sessions";
import { loadMember } from "./load-member";
import { makeMember, makePerson, makeShop, type TestMember } from "./shop-fixture";

const ownersOf = (shopId: string) =>
  inShop(shopId, (tx) =>
    tx
      .select()
      .from(members)
      .where(and(eq(members.shopId, shopId), eq(members.role, "owner"), isNull(members.removedAt))),
  );

describe("who may change a team", () => {
  it("an agent may change nothing of it", async () => {
    const { owner } = await makeShop();
    const [agent, other] = [await makeMember(owner), await makeMember(owner)];
    const { id: invitationId } = await inviteMember(owner, { role: "agent" });
    const tries = [
      () => inviteMember(agent, { role: "agent" }),
      () => cancelInvitation(agent, { invitationId }),
      () => changeRole(agent, { memberId: other.memberId, role: "admin" }),
      () => changeRole(agent, { memberId: agent.memberId, role: "owner" }),
      () => dismissMember(agent, { memberId: other.memberId }),
      () => dismissMember(agent, { memberId: agent.memberId }),
    ];
    for (const run of tries) await expect(run()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("an admin makes admins, and neither makes, unmakes nor removes an owner", async () => {
    const { owner } = await makeShop();
    const [admin, agent] = [await makeMember(owner, "admin"), await makeMember(owner)];
    await takeJobs(owner.shopId);
    expect(await changeRole(admin, { memberId: agent.memberId, role: "admin" })).toEqual({ role: "admin" });
    expect((await takeJobs(owner.shopId)).map((job) => job.payload)).toMatchObject([
      { type: "access.changed", payload: { personId: agent.personId } },
      { type: "team.changed" },
    ]);
    await changeRole(admin, { memberId: agent.memberId, role: "admin" });
    expect(await takeJobs(owner.shopId)).toEqual([]);
    const tries = [
      () => changeRole(admin, { memberId: agent.memberId, role: "owner" }),
      () => changeRole(admin, { memberId: admin.memberId, role: "owner" }),
      () => changeRole(admin, { memberId: owner.memberId, role: "agent" }),
      () => dismissMember(admin, { memberId: owner.memberId }),
    ];
    for (const run of tries) await expect(run()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("a role that was taken away meanwhile no longer counts", async () => {
    const { owner } = await makeShop();
    const [admin, agent] = [await makeMember(owner, "admin"), await makeMember(owner)];
    await changeRole(owner, { memberId: admin.memberId, role: "agent" });
    await expect(dismissMember(admin, { memberId: agent.memberId })).rejects.toMatchObject({ code: "forbidden" });
    await dismissMember(owner, { memberId: admin.memberId });
    await expect(inviteMember(admin, { role: "agent" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the last owner", () => {
  it("can neither leave nor step down", async () => {
    const { owner } = await makeShop();
    const self = { memberId: owner.memberId };
    await expect(dismissMember(owner, self)).rejects.toMatchObject({ key: "last_owner" });
    await expect(changeRole(owner, { ...self, role: "admin" })).rejects.toMatchObject({ key: "last_owner" });
  });

  const leave: Record<string, (by: TestMember, of: TestMember) => Promise<unknown>> = {
    "removing each other": (by, of) => dismissMember(by, { memberId: of.memberId }),
    "unmaking each other": (by, of) => changeRole(by, { memberId: of.memberId, role: "agent" }),
    leaving: (by) => dismissMember(by, { memberId: by.memberId }),
    "stepping down": (by) => changeRole(by, { memberId: by.memberId, role: "agent" satisfies Role }),
  };
  it.each(Object.entries(leave))("stays when three owners are %s at once", async (_, run) => {
    const { shop, owner } = await makeShop();
    const [a, b, c] = [owner, await makeMember(owner, "owner"), await makeMember(owner, "owner")];
    const outcomes = await Promise.allSettled([run(a, b), run(b, c), run(c, a)]);
    expect(await ownersOf(shop.id)).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(["last_owner", "forbidden", "not_found"]).toContain(outcome.reason.key);
  });
});

describe("a removed member", () => {
  it("leaves her conversations to the others, those that were closed too", async () => {
    const { shop, owner } = await makeShop();
    const agent = await makeMember(owner);
    const [open, closed] = [await makeThread(shop), await makeThread(shop)];
    for (const { conversationId } of [open, closed])
      await assignConversation(owner, { conversationId, memberId: agent.memberId });
    await closeConversation(owner, { conversationId: closed.conversationId });
    await takeJobs(shop.id);
    await dismissMember(owner, { memberId: agent.memberId });
    const queued = (await jobsOf(shop.id)).map((job) => job.payload.type);
    expect(queued.sort()).toEqual(["access.changed", "member.removed", "team.changed"]);
    for (const { payload } of await takeJobs(shop.id))
      if (payload.type === "member.removed")
        for (let again = 0; again < 2; again++) await runJob("react", { ...payload, handler: "releaseConversations" });
    await receiveMessage(closed.visitor, { clientKey: newId(), body: "Encore moi" });
    for (const { visitor } of [open, closed])
      expect(await storedConversations(visitor)).toMatchObject([{ assigneeId: null, status: "open" }]);
    expect(await loadCounts(owner)).toMatchObject({ open: 2, unassigned: 2, mine: { [agent.memberId]: 0 } });
  });

  it("SESS-01: is no member at her next request, and her answer under way takes no conversation", async () => {
    const { shop, owner } = await makeShop();
    const agent = await makeMember(owner);
    const { conversationId } = await makeThread(shop);
    await dismissMember(owner, { memberId: agent.memberId });
    await expect(loadMember(agent.person, shop.slug)).rejects.toMatchObject({ code: "not_found" });
    const late = sendMessage(agent, { conversationId, clientKey: newId(), body: "Oui" });
    await expect(late).rejects.toMatchObject({ code: "not_found" });
    const assigned = assignConversation(owner, { conversationId, memberId: agent.memberId });
    await expect(assigned).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("SESS-01: a session", () => {
  const endings = (personId: string) => database()`
    select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'endConnections' and j.payload->>'personId' = ${personId}`;

  it("that was ended opens nothing, and its sockets are ended too", async () => {
    const person = await makePerson();
    expect(await findSession(person.token)).toMatchObject({ id: person.id, sessionId: person.sessionId });
    await endSession(person, { sessionId: person.sessionId });
    expect(await findSession(person.token)).toBeNull();
    expect(await endings(person.id)).toHaveLength(1);
    await expect(endSession(person, { sessionId: person.sessionId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("of somebody else is not found and lives on", async () => {
    const [one, two] = [await makePerson(), await makePerson()];
    await expect(endSession(one, { sessionId: two.sessionId })).rejects.toMatchObject({ code: "not_found" });
    expect(await findSession(two.token)).toMatchObject({ id: two.id });
    expect(await endings(one.id)).toHaveLength(0);
  });

  it("ends everywhere at once, for one person only", async () => {
    const [one, two] = [await makePerson(), await makePerson()];
    expect(await listSessions(one)).toMatchObject([{ id: one.sessionId, current: true }]);
    expect(await signOutEverywhere(one)).toEqual({ ended: 1 });
    expect([await findSession(one.token), (await findSession(two.token))?.id]).toEqual([null, two.id]);
    expect(await endings(one.id)).toHaveLength(1);
  });

  it("that ran out, or whose cookie is made up, opens nothing", async () => {
    const person = await makePerson();
    await outsideShops((tx) =>
      tx
        .update(sessions)
        .set({ expiresAt: new Date(Date.now() - 1) })
        .where(eq(sessions.id, person.sessionId)),
    );
    for (const token of [person.token, "", "x", person.token.slice(1), person.sessionId, "\u0000"])
      expect(await findSession(token)).toBeNull();
    expect(await listSessions(person)).toEqual([]);
  });
});
