import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { invitations, members } from "#db/schema/shops";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { newToken } from "#lib/core/ids";
import { problemOf } from "#lib/http/outcome";
import type { MemberActor, Role } from "./actor";
import { cancelInvitation } from "./cancel-invitation";
import { changeRole } from "./change-role";
import { findInvitation } from "./find-invitation";
import { inviteMember } from "./invite-member";
import { joinShop } from "./join-shop";
import { listTeam } from "./list-team";
import { makeMember, makePerson, makeShop, tokenOf } from "./shop-fixture";

const livingOf = (shopId: string) =>
  inShop(shopId, (tx) =>
    tx
      .select()
      .from(members)
      .where(and(eq(members.shopId, shopId), sql`removed_at is null`)),
  );

async function invited(role: Role = "agent") {
  const { shop, owner } = await makeShop();
  const invitation = await inviteMember(owner, { role });
  return { shop, owner, invitation, token: tokenOf(invitation) };
}

describe("an invitation", () => {
  it("works once: of twenty people at once one joins", async () => {
    const { shop, token } = await invited();
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson()));
    const outcomes = await Promise.allSettled(people.map((person) => joinShop(person, { token })));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ code: "refused", key: "invitation_used" });
    expect(await livingOf(shop.id)).toHaveLength(2);
  });

  it("used twenty times at once by one person makes one member, and each try lets her in", async () => {
    const { shop, token } = await invited("admin");
    const person = await makePerson();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => joinShop(person, { token })));
    expect(new Set(outcomes.map((outcome) => outcome.slug))).toEqual(new Set([shop.slug]));
    const living = await livingOf(shop.id);
    expect(living.filter((member) => member.personId === person.id)).toMatchObject([{ role: "admin" }]);
  });

  it("that has ended or was cancelled is refused with a whole sentence, in both languages", async () => {
    const ended = await invited();
    await inShop(ended.shop.id, (tx) =>
      tx
        .update(invitations)
        .set({ expiresAt: sql`now() - interval '1 second'` })
        .where(eq(invitations.shopId, ended.shop.id)),
    );
    const cancelled = await invited();
    await cancelInvitation(cancelled.owner, { invitationId: cancelled.invitation.id });
    const person = await makePerson();
    for (const [{ token }, state] of [
      [ended, "expired"],
      [cancelled, "cancelled"],
    ] as const) {
      expect(await findInvitation(token)).toMatchObject({ state });
      const refusal = await joinShop(person, { token }).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: "refused", key: `invitation_${state}` });
      for (const locale of ["en", "fr"] as const) expect(problemOf(refusal, locale, "").message).not.toMatch(/[{}…]/);
    }
    expect(await livingOf(ended.shop.id)).toHaveLength(1);
  });

  it("nobody made is not found", async () => {
    const token = newToken();
    expect(await findInvitation(token)).toBeNull();
    await expect(joinShop(await makePerson(), { token })).rejects.toMatchObject({ code: "not_found" });
  });

  it("cancelled while it is used either joins or is cancelled, never both", async () => {
    const { shop, owner, invitation, token } = await invited();
    const [joined, cancelled] = await Promise.allSettled([
      joinShop(await makePerson(), { token }),
      cancelInvitation(owner, { invitationId: invitation.id }),
    ]);
    expect([joined.status, cancelled.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect(await livingOf(shop.id)).toHaveLength(joined.status === "fulfilled" ? 2 : 1);
  });

  it("leaves a living member's role alone and stays unused", async () => {
    const { owner, token } = await invited("agent");
    await joinShop(owner.person, { token });
    expect(await findInvitation(token)).toMatchObject({ state: "open" });
    expect((await listTeam(owner)).members).toMatchObject([{ role: "owner", you: true }]);
  });

  it("brings back a removed member with the role it names", async () => {
    const { owner, token } = await invited("admin");
    const agent = await makeMember(owner);
    await dismissMember(owner, { memberId: agent.memberId });
    await joinShop(agent.person, { token });
    const { members: team } = await listTeam(owner);
    expect(team.find((member) => member.id === agent.memberId)).toMatchObject({ role: "admin" });
  });

  it("dies with the right to make it: whoever is put out does not come back by a link of her own", async () => {
    const { owner } = await makeShop();
    const other = await makeMember(owner, "owner");
    const [first, second] = [
      await inviteMember(other, { role: "owner" }),
      await inviteMember(other, { role: "agent" }),
    ];
    await changeRole(owner, { memberId: other.memberId, role: "admin" });
    expect([await findInvitation(tokenOf(first)), await findInvitation(tokenOf(second))]).toMatchObject([
      { state: "cancelled" },
      { state: "open" },
    ]);
    await dismissMember(owner, { memberId: other.memberId });
    await expect(joinShop(other.person, { token: tokenOf(second) })).rejects.toMatchObject({
      key: "invitation_cancelled",
    });
  });

  it("keeps only a hash of its secret, and shows no more than its page needs", async () => {
    const { shop, token } = await invited();
    const rows = await inShop(shop.id, (tx) => tx.select().from(invitations).where(eq(invitations.shopId, shop.id)));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(Object.keys((await findInvitation(token)) ?? {}).sort()).toEqual(
      ["state", "shopName", "shopSlug", "colour", "timeZone", "invitedBy", "role", "expiresAt"].sort(),
    );
  });
});

describe("who may invite", () => {
  it.each<[Role, Role, boolean]>([
    ["owner", "owner", true],
    ["owner", "agent", true],
    ["admin", "admin", true],
    ["admin", "agent", true],
    ["admin", "owner", false],
    ["agent", "agent", false],
    ["agent", "owner", false],
  ])("an %s inviting an %s: %s", async (role, wanted, allowed) => {
    const { owner } = await makeShop();
    const actor: MemberActor = role === "owner" ? owner : await makeMember(owner, role);
    const outcome = inviteMember(actor, { role: wanted });
    if (allowed) await expect(outcome).resolves.toMatchObject({ id: expect.any(String) });
    else await expect(outcome).rejects.toMatchObject({ code: "forbidden" });
  });
});
