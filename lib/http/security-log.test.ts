import { describe, expect, it } from "vitest";
import { owner as database } from "#db/owner-fixture";
import { createIdentityKey } from "#lib/connect/create-identity-key";
import { endIdentityKey } from "#lib/connect/end-identity-key";
import { enforceIdentity } from "#lib/connect/enforce-identity";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { DOORS } from "#lib/http/doors";
import { browser } from "#lib/http/next-headers-fixture";
import { callAction } from "#lib/http/route-fixture";
import { SESSION_COOKIE } from "#lib/http/session";
import { changeRole } from "#lib/shops/change-role";
import { createConnection } from "#lib/shops/create-connection";
import { signOutEverywhere } from "#lib/shops/end-session";
import { inviteMember } from "#lib/shops/invite-member";
import { listActs } from "#lib/shops/list-acts";
import { makeMember, makeShop, type TestMember } from "#lib/shops/shop-fixture";

const TEAM = "app/s/[shop]/settings/team/actions.ts";

const as = (member: TestMember) => browser.cookies.set(SESSION_COOKIE, { value: member.person.token });
const actsOf = async (owner: TestMember) => (await listActs(owner, { limit: 50 })).acts;

describe("TEN-07: a member whose role does not allow it", () => {
  it("is answered 403 by every action on the team, each written down once, and changes nothing", async () => {
    const { shop, owner } = await makeShop();
    const agent = await makeMember(owner, "agent", "Karim Benali");
    const { id: invitationId } = await inviteMember(owner, { role: "agent" });
    const before = await actsOf(owner);
    as(agent);
    const tries: Record<string, object> = {
      inviteMemberAction: { role: "agent" },
      cancelInvitationAction: { invitationId },
      changeRoleAction: { memberId: agent.memberId, role: "admin" },
      removeMemberAction: { memberId: owner.memberId },
    };
    const known = DOORS.filter(({ door, who }) => who === "member" && door.endsWith("settings/team"));
    expect(Object.keys(tries).sort()).toEqual(known.map(({ door }) => door.split(" ")[0]).sort());
    for (const [name, input] of Object.entries(tries))
      expect(await callAction(TEAM, name, shop.slug, input), name).toMatchObject({ status: 403 });
    const denied = (await actsOf(owner)).slice(0, -before.length);
    expect(denied.map(({ act, who, detail }) => ({ act, who, detail }))).toEqual(
      Object.keys(tries).map(() => ({ act: "denied", who: "Karim Benali", detail: { role: "admin" } })),
    );
  });

  it("does not read the security log, nor does another shop's owner find anything of it", async () => {
    const { owner } = await makeShop();
    await inviteMember(owner, { role: "agent" });
    const admin = await makeMember(owner, "admin");
    await expect(listActs(admin, {})).rejects.toMatchObject({ code: "forbidden" });
    const { owner: stranger } = await makeShop();
    expect(await actsOf(stranger)).toEqual([]);
  });
});

describe("AUD-02: the security log", () => {
  it("holds each act once, with who, what and to whom, and no secret", async () => {
    const { owner } = await makeShop("Léa Moreau");
    const agent = await makeMember(owner, "agent", "Karim Benali");
    await changeRole(owner, { memberId: agent.memberId, role: "admin" });
    await changeRole(owner, { memberId: agent.memberId, role: "admin" });
    await signOutEverywhere(agent.person);
    await dismissMember(owner, { memberId: agent.memberId });
    const { secret } = await createConnection(owner, { name: "Vitrine" });
    const key = await createIdentityKey(owner);
    await endIdentityKey(owner, { keyId: key.kid });
    await enforceIdentity(owner, { enforced: true });
    await enforceIdentity(owner, { enforced: false });
    const acts = (await actsOf(owner)).reverse();
    expect(acts.map(({ act, who, about, detail }) => [act, who, about, detail])).toEqual([
      ["member_invited", "Léa Moreau", null, { role: "agent" }],
      ["member_joined", "Karim Benali", null, { role: "agent" }],
      ["role_changed", "Léa Moreau", "Karim Benali", { role: "admin" }],
      ["sessions_ended", "Karim Benali", null, { n: 1 }],
      ["member_removed", "Léa Moreau", "Karim Benali", {}],
      ["connection_made", "Léa Moreau", null, { name: "Vitrine" }],
      ["identity_key_made", "Léa Moreau", null, { name: key.kid }],
      ["identity_key_ended", "Léa Moreau", null, { name: key.kid }],
      ["identity_enforced", "Léa Moreau", null, {}],
      ["identity_waived", "Léa Moreau", null, {}],
    ]);
    const rows = await database()`select to_jsonb(a) as row from audit_records a where shop_id = ${owner.shopId}`;
    for (const one of [secret, key.secret]) expect(JSON.stringify(rows)).not.toContain(one);
  });

  it("is not written when the act is undone", async () => {
    const { owner } = await makeShop();
    const before = await actsOf(owner);
    await expect(changeRole(owner, { memberId: owner.memberId, role: "agent" })).rejects.toMatchObject({
      key: "last_owner",
    });
    expect(await actsOf(owner)).toEqual(before);
  });

  it("is read page by page, each entry once", async () => {
    const { owner } = await makeShop();
    for (let i = 0; i < 7; i++) await inviteMember(owner, { role: "agent" });
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listActs(owner, { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.acts.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual((await actsOf(owner)).map(({ id }) => id));
    expect(new Set(seen).size).toBe(7);
  });
});
