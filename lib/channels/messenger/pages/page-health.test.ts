import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "#db/client";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { loginCounts } from "#db/schema/login-counts";
import { DAY } from "#lib/core/clock";
import type { MemberActor } from "#lib/shops/actor";
import { makeShop } from "#lib/shops/shop-fixture";
import { jobsOf } from "../../../worker/jobs-fixture";
import { fakeGraph } from "../fake-graph-fixture";
import { loadImport } from "../history/control-import";
import { pageOf } from "../page-of";
import { checkPage, checkPageAgain, mendPage } from "./check-page";
import { connectPage } from "./connect-page";
import { disconnectPage } from "./disconnect-page";
import { TestFacebook } from "./facebook-fixture";
import { loadPages } from "./load-pages";
import { pausePage } from "./pause-page";
import { SUBSCRIBED_FIELDS } from "./scopes";
import { setHumanAgent, setLoginConnect } from "./switch-page";

afterAll(closeDatabase);

let facebook: TestFacebook;
let owner: MemberActor;
beforeEach(async () => {
  facebook = new TestFacebook();
  owner = (await makeShop()).owner;
});

const pageIn = (channelId: string, actor = owner) => inShop(actor.shopId, (tx) => pageOf(tx, actor.shopId, channelId));
const troublesOf = async (channelId: string) => (await pageIn(channelId)).troubles.map(({ key }) => key);

describe("the health of a Page", () => {
  it("pauses when the token ends, resumes when it is mended, and keeps since when", async () => {
    const { channelId } = await facebook.connect(owner);
    facebook.ended = { code: 190, subcode: 460 };
    await checkPageAgain({ shopId: owner.shopId, channelId });
    const first = await pageIn(channelId);
    expect(first).toMatchObject({ pausedAt: expect.any(Date), troubles: [{ key: "password_changed" }] });
    expect(await checkPage(owner, { channelId })).toEqual({ troubles: ["password_changed"] });
    expect((await pageIn(channelId)).troubles).toEqual(first.troubles);
    expect(await mendPage(owner, { channelId })).toMatchObject({ login: true });
    facebook.renew();
    expect(await facebook.logIn(owner)).toBe("done");
    expect(await pageIn(channelId)).toMatchObject({ pausedAt: null, troubles: [] });
    expect(await loadImport(owner, { channelId })).toMatchObject({ state: "running", missed: true });
  });

  it.each([
    [458, "app_removed"],
    [463, "token_expired"],
    [492, "role_lost"],
    [467, "token_ended"],
  ])("says why a token ended: %s", async (subcode, trouble) => {
    const { channelId } = await facebook.connect(owner);
    facebook.ended = { code: 190, subcode };
    expect(await checkPage(owner, { channelId })).toEqual({ troubles: [trouble] });
  });

  it("finds what is about to end, what is missing and what was lost, and mends what needs no login", async () => {
    const { channelId, pageId } = await facebook.connect(owner);
    const page = facebook.pages.get(pageId);
    if (page) page.fields = [];
    facebook.appFields = [];
    expect(await checkPage(owner, { channelId })).toEqual({ troubles: ["subscription_lost", "app_subscription_lost"] });
    expect((await pageIn(channelId)).pausedAt).toBeNull();
    expect(await mendPage(owner, { channelId })).toEqual({ login: false, troubles: [] });
    expect(await loadImport(owner, { channelId })).toMatchObject({ state: "running", missed: true });
    facebook.appFields = [];
    await checkPageAgain({ shopId: owner.shopId, channelId });
    expect(await troublesOf(channelId)).toEqual([]);
    facebook.scopes = facebook.scopes.filter((scope) => scope !== "pages_manage_metadata");
    facebook.expiresAt = Math.floor((Date.now() + DAY) / 1_000);
    facebook.dataAccessExpiresAt = facebook.expiresAt;
    const troubles = ["scopes_missing", "token_expiring", "access_expiring"];
    expect(await checkPage(owner, { channelId })).toEqual({ troubles });
    facebook.down = true;
    expect(await checkPage(owner, { channelId })).toEqual({ troubles: [...troubles, "unreachable"] });
    expect((await pageIn(channelId)).pausedAt).toBeNull();
  });

  it("takes a lost webhook for lost until Facebook says otherwise, and then fetches what was missed", async () => {
    const { channelId, pageId } = await facebook.connect(owner);
    const page = facebook.pages.get(pageId);
    if (page) page.fields = [];
    await checkPage(owner, { channelId });
    const [lost] = (await pageIn(channelId)).troubles;
    facebook.hidesFields = true;
    expect(await checkPage(owner, { channelId })).toEqual({ troubles: ["subscription_lost", "unreachable"] });
    expect((await pageIn(channelId)).troubles).toContainEqual(lost);
    facebook.hidesFields = false;
    if (page) page.fields = [...SUBSCRIBED_FIELDS];
    expect(await checkPage(owner, { channelId })).toEqual({ troubles: [] });
    expect(await loadImport(owner, { channelId })).toMatchObject({ state: "running", missed: true });
  });

  it("connects a Page that Facebook will not subscribe, and says so", async () => {
    facebook.refusesSubscribing = true;
    const { channelId } = await facebook.connect(owner);
    expect(await troublesOf(channelId)).toEqual(["subscription_lost"]);
    facebook.refusesSubscribing = false;
    expect(await mendPage(owner, { channelId })).toEqual({ login: false, troubles: [] });
  });

  it("keeps a restricted Page paused until a member looks", async () => {
    const { channelId } = await facebook.connect(owner);
    const pause = () =>
      inShop(owner.shopId, (tx) => pausePage(tx, { shopId: owner.shopId, channelId, trouble: "page_restricted" }));
    await pause();
    const { version } = await pageIn(channelId);
    await pause();
    expect((await pageIn(channelId)).version).toBe(version);
    await checkPageAgain({ shopId: owner.shopId, channelId });
    expect(await pageIn(channelId)).toMatchObject({ pausedAt: expect.any(Date) });
    expect(await checkPage(owner, { channelId })).toEqual({ troubles: [] });
    expect(await pageIn(channelId)).toMatchObject({ pausedAt: null });
  });

  it("queues the next look before it looks, and none for a disconnected Page", async () => {
    const { channelId } = await facebook.connect(owner);
    const looks = async () => (await jobsOf(owner.shopId)).filter(({ task }) => task === "checkPage").length;
    facebook.down = true;
    await checkPageAgain({ shopId: owner.shopId, channelId });
    expect(await looks()).toBe(1);
    await disconnectPage(owner, { channelId });
    const { length } = fakeGraph.requests;
    await checkPageAgain({ shopId: owner.shopId, channelId });
    expect(fakeGraph.requests).toHaveLength(length);
    const { owner: other } = await makeShop();
    await expect(checkPageAgain({ shopId: other.shopId, channelId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("has one Page for Login Connect, and takes the owner's word for Human Agent", async () => {
    const first = (await facebook.connect(owner)).channelId;
    const second = (await connectPage(owner, { pageId: facebook.addPage("Pivoine Atelier") })).channelId;
    await setLoginConnect(owner, { channelId: first, on: true });
    await setLoginConnect(owner, { channelId: second, on: true });
    await setHumanAgent(owner, { channelId: first, on: true });
    expect(await pageIn(first)).toMatchObject({ loginConnect: false, humanAgent: true });
    expect(await pageIn(second)).toMatchObject({ loginConnect: true, humanAgent: false });
    const [channel] = await inShop(owner.shopId, (tx) =>
      tx
        .select({ kind: channels.kind })
        .from(channels)
        .where(and(eq(channels.shopId, owner.shopId), eq(channels.id, first))),
    );
    expect(channel).toEqual({ kind: "messenger" });
  });

  it("tells of Login Connect how many logins of this month allowed the Page that asks, of how many", async () => {
    const { channelId } = await facebook.connect(owner);
    const { shopId } = owner;
    const thisMonth = new Date().toISOString().slice(0, 8);
    const counts = [
      { day: `${thisMonth}01`, logins: 200, allowed: 80 },
      { day: `${thisMonth}28`, logins: 14, allowed: 7 },
      { day: "2026-01-31", logins: 9, allowed: 9 },
    ];
    await inShop(shopId, (tx) => tx.insert(loginCounts).values(counts.map((one) => ({ shopId, channelId, ...one }))));
    expect((await loadPages(owner)).logins).toEqual({ all: 0, allowed: 0 });
    await setLoginConnect(owner, { channelId, on: true });
    expect((await loadPages(owner)).logins).toEqual({ all: 214, allowed: 87 });
  });
});
