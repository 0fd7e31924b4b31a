import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { inShop } from "#db/in-shop";
import { facebookLoginRequests, facebookLogins } from "#db/schema/messenger";
import { callRoute } from "#lib/http/route-fixture";
import type { MemberActor } from "#lib/shops/actor";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { jobsOf } from "../../../worker/jobs-fixture";
import { fakeGraph } from "../fake-graph-fixture";
import { loadImport } from "../history/control-import";
import { pageOf } from "../page-of";
import { connectPage } from "./connect-page";
import { disconnectPage } from "./disconnect-page";
import { TestFacebook } from "./facebook-fixture";
import { finishLogin } from "./finish-login";
import { listPages } from "./list-pages";
import { SUBSCRIBED_FIELDS } from "./scopes";
import { startLogin } from "./start-login";
import { setLoginConnect } from "./switch-page";

afterAll(closeDatabase);

/** The way back from Facebook, as the browser of whoever holds this session's cookie. */
async function comeBack(query: Record<string, string>, session?: string): Promise<string> {
  const headers = session ? { cookie: `__Host-comptoir-session=${session}` } : {};
  const options = { query: `?${new URLSearchParams(query)}`, headers };
  const answer = await callRoute("app/api/connect/facebook/route.ts", "GET", {}, options);
  expect(answer.status).toBe(303);
  return (answer.headers.get("location") ?? "").replace("http://localhost:3000", "");
}

let facebook: TestFacebook;
let owner: MemberActor;
beforeEach(async () => {
  facebook = new TestFacebook();
  owner = (await makeShop()).owner;
});

const pageIn = (channelId: string, actor = owner) => inShop(actor.shopId, (tx) => pageOf(tx, actor.shopId, channelId));

describe("the login that chooses Pages", () => {
  it("asks for its scopes and gives a token that is kept sealed, once, for the session that began", async () => {
    const { url } = await startLogin(owner, { optional: ["page_utility_messaging"], again: true });
    const { searchParams } = new URL(url);
    expect(searchParams.get("scope")).toBe(
      "public_profile,pages_show_list,pages_messaging,pages_manage_metadata,pages_read_engagement,page_utility_messaging",
    );
    expect(searchParams.get("auth_type")).toBe("rerequest");
    const answer = { state: searchParams.get("state") ?? "", code: facebook.agree(url) };
    const other = await makeMember(owner, "admin");
    expect(await finishLogin(other, answer)).toBe("state");
    expect(await finishLogin({ ...owner, sessionId: other.sessionId }, answer)).toBe("state");
    expect(await finishLogin({ ...other, shopId: (await makeShop()).owner.shopId }, answer)).toBe("state");
    expect(await finishLogin(owner, answer)).toBe("done");
    expect(await finishLogin(owner, answer)).toBe("state");
    const [login] = await inShop(owner.shopId, (tx) =>
      tx.select().from(facebookLogins).where(eq(facebookLogins.shopId, owner.shopId)),
    );
    expect(login).toMatchObject({ facebookUserId: facebook.userId, scopes: facebook.scopes, memberId: owner.memberId });
    expect(login?.sealedToken).not.toContain("LONG");
    expect(String(fakeGraph.requests.filter(({ proven }) => !proven).map(({ path }) => path))).toMatch(/^oauth/);
  });

  it("says how it ended: refused, an ended code, too late, no agreement", async () => {
    const begin = async () => {
      const { url } = await startLogin(owner, { optional: [], again: false });
      return { url, state: new URL(url).searchParams.get("state") ?? "" };
    };
    expect(await finishLogin(owner, { state: (await begin()).state, error: "access_denied" })).toBe("refused");
    expect(await finishLogin(owner, { state: (await begin()).state, code: "gone" })).toBe("expired");
    expect(await finishLogin(owner, { state: (await begin()).state })).toBe("failed");
    const late = await begin();
    await inShop(owner.shopId, (tx) =>
      tx
        .update(facebookLoginRequests)
        .set({ expiresAt: new Date(0) })
        .where(eq(facebookLoginRequests.shopId, owner.shopId)),
    );
    expect(await finishLogin(owner, { state: late.state, code: facebook.agree(late.url) })).toBe("expired");
    const down = await begin();
    const code = facebook.agree(down.url);
    facebook.down = true;
    expect(await finishLogin(owner, { state: down.state, code })).toBe("failed");
  });

  it("TEN-01: comes back to the settings of the shop that began it, and to no other session", async () => {
    const { owner: member } = await makeShop();
    const { owner: other } = await makeShop();
    const settings = `/s/${member.shopSlug}/settings/messenger`;
    const { url } = await startLogin(member, { optional: [], again: false });
    const answer = { state: new URL(url).searchParams.get("state") ?? "", code: facebook.agree(url) };
    expect(await comeBack(answer)).toBe(`/login?callbackUrl=${encodeURIComponent(`${settings}?login=state`)}#content`);
    expect(await comeBack(answer, other.person.token)).toBe("/#content");
    expect(await comeBack({ ...answer, state: "nonsense" }, member.person.token)).toBe("/#content");
    expect(await comeBack({ ...answer, more: "1" }, member.person.token)).toBe(`${settings}?login=done#pages`);
    expect(await comeBack(answer, member.person.token)).toBe(`${settings}?login=state#pages`);
  });

  it("is for owners and admins", async () => {
    const agent = await makeMember(owner, "agent");
    await expect(startLogin(agent, { optional: [], again: false })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listPages(agent)).rejects.toMatchObject({ code: "forbidden" });
    await expect(connectPage(agent, { pageId: "1" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("choosing a Page", () => {
  it("lists every Page of every answer, and which may be connected", async () => {
    expect(await listPages(owner)).toEqual({ login: "none" });
    facebook.perAnswer = 2;
    const names = ["Maison Pivoine", "Pivoine Atelier", "Les Pots de Tom"];
    for (const name of names) facebook.addPage(name);
    facebook.addPage("Marché de Rungis", ["ANALYZE"]);
    await facebook.logIn(owner);
    const choices = await listPages(owner);
    expect(choices).toMatchObject({
      login: "ok",
      pages: [...names.map((name) => ({ name, may: true })), { may: false }],
      missing: [],
    });
    facebook.ended = { code: 190, subcode: 460 };
    expect(await listPages(owner)).toEqual({ login: "ended" });
    facebook.down = true;
    expect(await listPages(owner)).toEqual({ login: "away" });
  });

  it("says which permissions were left off at the login, without which there may be no Page to list", async () => {
    facebook.scopes = ["public_profile", "pages_messaging", "pages_read_engagement"];
    await facebook.logIn(owner);
    expect(await listPages(owner)).toEqual({
      ...{ login: "ok", pages: [] },
      missing: ["pages_show_list", "pages_manage_metadata"],
    });
  });

  it("connects it: both levels subscribed and read back, the token sealed, the next look queued", async () => {
    const { channelId, pageId } = await facebook.connect(owner);
    const page = await pageIn(channelId);
    expect(page).toMatchObject({ pageId, name: "Maison Pivoine", followers: 4_812, troubles: [], pausedAt: null });
    expect(page.token).toBe(facebook.pageToken(pageId));
    expect(page.sealedToken).not.toContain("PAGE");
    expect(page.subscribedFields).toEqual([...SUBSCRIBED_FIELDS]);
    expect(facebook.appFields).toEqual([...SUBSCRIBED_FIELDS]);
    expect((await jobsOf(owner.shopId)).filter(({ task }) => task === "checkPage")).toHaveLength(1);
    expect(await listPages(owner)).toMatchObject({ pages: [{ connected: true }] });
  });

  it("refuses one that may not be written for, one without its scopes, one that is gone, and another shop's", async () => {
    const { pageId } = await facebook.connect(owner);
    const reading = facebook.addPage("Marché de Rungis", ["ANALYZE"]);
    await expect(connectPage(owner, { pageId: reading })).rejects.toMatchObject({ key: "page_task" });
    await expect(connectPage(owner, { pageId: "7" })).rejects.toMatchObject({ key: "page_gone" });
    const { owner: other } = await makeShop();
    await expect(connectPage(other, { pageId })).rejects.toMatchObject({ key: "facebook_login_ended" });
    await facebook.logIn(other);
    await expect(connectPage(other, { pageId })).rejects.toMatchObject({ key: "page_elsewhere" });
    facebook.scopes = ["pages_show_list"];
    await expect(connectPage(owner, { pageId })).rejects.toMatchObject({ key: "page_scopes" });
    facebook.down = true;
    await expect(connectPage(owner, { pageId })).rejects.toMatchObject({ code: "unavailable" });
  });

  it("gives a Page to one of two shops that connect it at once", async () => {
    const pageId = facebook.addPage("Maison Pivoine");
    const { owner: other } = await makeShop();
    await facebook.logIn(owner);
    await facebook.logIn(other);
    const outcomes = await Promise.allSettled([connectPage(owner, { pageId }), connectPage(other, { pageId })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((one) => one.status === "rejected")).toMatchObject({ reason: { key: "page_elsewhere" } });
  });

  it("keeps its channel through a disconnection, and another shop may have the Page meanwhile", async () => {
    const { channelId, pageId } = await facebook.connect(owner);
    await disconnectPage(owner, { channelId });
    await disconnectPage(owner, { channelId });
    expect(await pageIn(channelId)).toMatchObject({ token: null, disconnectedAt: expect.any(Date) });
    expect(facebook.pages.get(pageId)?.fields).toEqual([]);
    await expect(setLoginConnect(owner, { channelId, on: true })).rejects.toMatchObject({ key: "page_disconnected" });
    const fetching = async () =>
      (await jobsOf(owner.shopId)).flatMap(({ task, due }) => (task === "importHistory" ? [due] : []));
    let before: boolean[] = [];
    facebook.beforeSubscribing = async () => {
      before = await fetching();
    };
    expect(await connectPage(owner, { pageId })).toMatchObject({ channelId, troubles: [] });
    expect(before, "it waits for the subscription, and not for ever").toEqual([false]);
    expect(await fetching()).toEqual([true]);
    expect(await pageIn(channelId)).toMatchObject({ disconnectedAt: null, troubles: [] });
    expect(await loadImport(owner, { channelId })).toMatchObject({ state: "running", missed: true });
  });
});
