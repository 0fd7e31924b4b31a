import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inShop, outsideShops } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { devices, notices } from "#db/schema/devices";
import { assignConversation } from "#lib/conversations/assign-conversation";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { markRead, markSeen } from "#lib/conversations/mark-read";
import { OneNotice, pushNotice } from "#lib/conversations/push/push-notice";
import { receiveMessage } from "#lib/conversations/receive-message";
import { sendMessage } from "#lib/conversations/send-message";
import { writeNote } from "#lib/conversations/write-note";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { startPushService } from "#lib/push/push-service-fixture";
import { forgetDevice } from "#lib/shops/devices/forget-device";
import { keepDevice } from "#lib/shops/devices/keep-device";
import { endSession } from "#lib/shops/end-session";
import { saveQuietTimes } from "#lib/shops/notices/save-quiet-times";
import { makeMember, makePerson, makeShop, type SignedIn } from "#lib/shops/shop-fixture";
import { runJobs, takeJobs } from "../worker/jobs-fixture";
import { blockShop } from "./block-shop";
import { signInChat } from "./connect-fixture";
import { makeThread } from "./visitor-fixture";

let service: Awaited<ReturnType<typeof startPushService>>;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

/** A browser of somebody's that is told. */
async function told(person: SignedIn, audience: "shop" | "own" = "shop") {
  const browser = service.newBrowser();
  const { shown: _, ...keys } = browser;
  await keepDevice(person, { audience, locale: "fr", ...keys });
  return browser;
}

async function scene() {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const thread = await makeThread(shop);
  const amelie = await makePerson("Amélie Roux");
  const visitor = await signInChat(shop, thread.visitor, amelie);
  await runJobs(shop.id);
  return { ...thread, shop, owner, agent, amelie, visitor };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const write = ({ visitor }: Scene, body = "Livrez-vous à Lyon ?") =>
  receiveMessage(visitor, { clientKey: newId(), body });
const answer = ({ owner, conversationId }: Scene) =>
  sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui, dès demain." });

/** Does all that waits, and then what devices tell, whose time would come later. */
async function later({ shop }: Scene): Promise<number> {
  await runJobs(shop.id);
  const due = (await takeJobs(shop.id)).filter(({ task }) => task === "pushNotice");
  for (const { payload } of due) await pushNotice(OneNotice.parse(payload), { configured: [service.origin] });
  return due.length;
}

describe("a member's device", () => {
  it("tells of what a shopper writes, once, and leads there", async () => {
    const world = await scene();
    const [hers, his] = [await told(world.owner.person), await told(world.agent.person)];
    await write(world);
    await later(world);
    const notice = {
      title: "Amélie Roux",
      body: "Livrez-vous à Lyon ?",
      url: `/s/${world.shop.slug}/inbox/${world.conversationId}`,
    };
    expect(hers.shown).toEqual([{ ...notice, tag: world.conversationId, lang: "fr" }]);
    expect(his.shown).toMatchObject([notice]);
  });

  it("tells the holder alone, and nobody once it was read", async () => {
    const world = await scene();
    const [hers, his] = [await told(world.owner.person), await told(world.agent.person)];
    await assignConversation(world.owner, { conversationId: world.conversationId, memberId: world.agent.memberId });
    await write(world);
    await later(world);
    expect(hers.shown).toEqual([]);
    expect(his.shown).toMatchObject([
      { body: "Cette conversation vous a été confiée." },
      { body: "Livrez-vous à Lyon ?" },
    ]);
    const { message } = await write(world, "Et à Nice ?");
    await markRead(world.agent, { conversationId: world.conversationId, seq: message.seq });
    await later(world);
    expect(his.shown).toHaveLength(2);
  });

  it("tells whom a note names, with the words, and not who wrote it", async () => {
    const world = await scene();
    const [hers, his] = [await told(world.owner.person), await told(world.agent.person)];
    const { conversationId } = world;
    await writeNote(world.owner, { conversationId, clientKey: newId(), body: "@Karim Benali tu la rappelles ?" });
    await later(world);
    expect(his.shown).toMatchObject([{ body: expect.stringContaining("tu la rappelles ?") }]);
    expect(hers.shown).toEqual([]);
  });

  it("tells nothing any more of a shop one was removed from, or in a browser that was signed out", async () => {
    const world = await scene();
    const [hers, his] = [await told(world.owner.person), await told(world.agent.person)];
    await write(world);
    await runJobs(world.shop.id);
    await dismissMember(world.owner, { memberId: world.agent.memberId });
    await endSession(world.owner.person, { sessionId: world.owner.person.sessionId });
    expect(await later(world)).toBe(2);
    expect([hers.shown, his.shown]).toEqual([[], []]);
  });

  it("tells nothing that waited for longer than a push service would have kept it", async () => {
    const world = await scene();
    const browser = await told(world.owner.person);
    await write(world);
    await runJobs(world.shop.id);
    await inShop(world.shop.id, (tx) =>
      tx
        .update(notices)
        .set({ createdAt: new Date(Date.now() - 5 * HOUR) })
        .where(eq(notices.shopId, world.shop.id)),
    );
    expect(await later(world)).toBe(1);
    expect(browser.shown).toEqual([]);
  });

  it("tells nothing in its member's quiet times, nor afterwards of what came then", async () => {
    const world = await scene();
    const [hers, his] = [await told(world.owner.person), await told(world.agent.person)];
    const days = [0, 1, 2, 3, 4, 5, 6];
    const rest = (from: number, until: number) =>
      saveQuietTimes(world.owner, { timeZone: "Asia/Tokyo", stretches: [{ days, from, until }] });
    await write(world);
    await runJobs(world.shop.id);
    await rest(0, 0);
    await later(world);

    const { message } = await write(world, "Et à Nice ?");
    await runJobs(world.shop.id);
    const earlier = new Date(Date.now() - 3 * HOUR);
    await inShop(world.shop.id, (tx) =>
      tx.update(messages).set({ createdAt: earlier }).where(eq(messages.id, message.id)),
    );
    const hourOf = (ago: number) => new Date(Date.now() + (9 - ago) * HOUR).getUTCHours() * 60;
    await rest(hourOf(4), hourOf(1));
    await later(world);
    expect(hers.shown).toEqual([]);
    expect(his.shown).toHaveLength(2);

    await write(world, "Et à Lille ?");
    await later(world);
    expect(hers.shown).toMatchObject([{ body: "Et à Lille ?" }]);
  });

  it("is forgotten when its push service knows it no more, and by whoever uses it alone", async () => {
    const world = await scene();
    const browser = await told(world.owner.person);
    const stored = async () => {
      const all = await outsideShops((tx) => tx.select().from(devices));
      return all.filter(({ endpoint }) => endpoint === browser.endpoint).length;
    };
    await forgetDevice(world.agent.person, { endpoint: browser.endpoint, audience: "shop" });
    expect(await stored()).toBe(1);
    service.status = 410;
    await write(world);
    await later(world);
    service.status = 201;
    expect(await stored()).toBe(0);
  });
});

describe("a shopper's device", () => {
  it("tells that a shop has answered, in no word of it", async () => {
    const world = await scene();
    const browser = await told(world.amelie, "own");
    await answer(world);
    await later(world);
    await later(world);
    expect(browser.shown).toEqual([
      {
        title: "Maison Pivoine",
        body: "La boutique vous a répondu.",
        url: `/me/with/${world.shop.slug}`,
        tag: world.conversationId,
        lang: "fr",
      },
    ]);
  });

  it("tells nothing of an answer she has seen, of her own words, or of a note", async () => {
    const world = await scene();
    const browser = await told(world.amelie, "own");
    await write(world);
    await writeNote(world.owner, { conversationId: world.conversationId, clientKey: newId(), body: "À rappeler" });
    const { seq } = await answer(world);
    await runJobs(world.shop.id);
    await markSeen(world.visitor, { deliveredSeq: seq, readSeq: seq });
    await later(world);
    expect(browser.shown).toEqual([]);
  });

  it("tells nothing of an answer once she has blocked the shop", async () => {
    const world = await scene();
    const browser = await told(world.amelie, "own");
    await answer(world);
    await runJobs(world.shop.id);
    await blockShop(world.amelie, { shop: world.shop.slug, person: world.amelie.id, locale: "fr", blocked: true });
    expect(await later(world)).toBe(1);
    expect(browser.shown).toEqual([]);
  });

  it("tells nobody else of it", async () => {
    const world = await scene();
    const stranger = await told(await makePerson("Nadia"), "own");
    await answer(world);
    await later(world);
    expect(stranger.shown).toEqual([]);
  });
});
