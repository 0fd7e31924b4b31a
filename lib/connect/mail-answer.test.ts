import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { messages } from "#db/schema/conversations";
import { answerMails } from "#db/schema/identity";
import { markSeen } from "#lib/conversations/mark-read";
import { receiveMessage } from "#lib/conversations/receive-message";
import { sendMessage } from "#lib/conversations/send-message";
import { writeNote } from "#lib/conversations/write-note";
import { newId } from "#lib/core/ids";
import { answerOf, callAction } from "#lib/http/route-fixture";
import { MailFailure } from "#lib/mail/mail-failure";
import type { Mail } from "#lib/mail/send-mail";
import { findSession } from "#lib/shops/find-session";
import type { ShopView } from "#lib/shops/load-shop";
import { askCode } from "#lib/shops/mail-login-fixture";
import { makePerson, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { signInByMail } from "#lib/shops/sign-in-by-mail";
import { jobsOf, runJob, runJobs } from "../worker/jobs-fixture";
import { readAnswerToken, writeAnswerToken, writeStopToken } from "./answer-link";
import { findByLink } from "./by-link";
import { writeChatAddress } from "./chat-address";
import { signInChat } from "./connect-fixture";
import { findVisitor } from "./find-visitor";
import { openAnswer } from "./open-answer";
import { makeThread, storedMessages, type TestThread, type TestVisitor } from "./visitor-fixture";

const mail = vi.hoisted(() => ({ sent: [] as Mail[], fail: null as Error | null }));
vi.mock("#lib/mail/send-mail", () => ({
  sendMail: async (one: Mail) => {
    if (mail.fail) throw mail.fail;
    mail.sent.push(one);
  },
}));
beforeEach(() => {
  mail.sent.splice(0);
  mail.fail = null;
});

const SECRET_WORDS = "La pivoine coûte 68 euros";
type Scene = TestThread & { shop: ShopView; owner: TestMember; email: string; visitor: TestVisitor };

/** A shopper who signed in with a code by mail and wrote; nobody has answered yet. */
async function scene(): Promise<Scene> {
  const { shop, owner } = await makeShop();
  const thread = await makeThread(shop);
  const email = `a${newId()}@mail.example`;
  const { token } = await signInByMail(await askCode(email), { userAgent: null, replaces: undefined });
  const person = await findSession(token);
  if (!person) throw new Error("nobody signed in");
  return { ...thread, shop, owner, email, visitor: await signInChat(shop, thread.visitor, person) };
}

const say = ({ owner, conversationId }: Scene, body = SECRET_WORDS) =>
  sendMessage(owner, { conversationId, clientKey: newId(), body });

/** Runs what waits, then the look at the answer whose time would come later. */
async function later({ shop, conversationId }: Scene): Promise<void> {
  await runJobs(shop.id);
  await runJob("mailAnswer", { shopId: shop.id, conversationId });
}
const planned = async ({ shop }: Scene) => (await jobsOf(shop.id)).filter(({ task }) => task === "mailAnswer");

describe("an answer nobody saw", () => {
  it("is told of by mail, once, in no word of it, with a way to stop", async () => {
    const world = await scene();
    await say(world);
    await say(world, "Et la livraison est offerte");
    await runJobs(world.shop.id);
    expect(await planned(world)).toMatchObject([{ due: false }]);
    await later(world);
    await later(world);
    expect(mail.sent).toHaveLength(1);
    const [one] = mail.sent;
    expect(one).toMatchObject({ to: world.email, subject: "Maison Pivoine vous a répondu" });
    const whole = `${one?.subject}${one?.text}${one?.html}`;
    for (const word of [SECRET_WORDS, "livraison", "pivoines ?"]) expect(whole).not.toContain(word);
    expect(one?.unsubscribe).toContain("/api/mail/stop/");
    expect(one?.text).toContain("/mail/stop/");
  });

  it("leads to what this shop may send her, without a login, and to nothing else", async () => {
    const world = await scene();
    await say(world);
    await later(world);
    const [, token = ""] = /\/me\/([\w-]{91})/.exec(mail.sent[0]?.text ?? "") ?? [];
    expect(mail.sent[0]?.html).toContain(`/me/${token}`);
    expect(await findByLink(token, "en")).toMatchObject({ slug: world.shop.slug });
  });

  it("is not told of when she has seen it, has written since, or was told and has not been back", async () => {
    const seen = await scene();
    await say(seen);
    await runJobs(seen.shop.id);
    await markSeen(seen.visitor, { deliveredSeq: 99, readSeq: 99 });
    await later(seen);
    const wrote = await scene();
    await say(wrote);
    await runJobs(wrote.shop.id);
    await receiveMessage(wrote.visitor, { clientKey: newId(), body: "Merci" });
    await later(wrote);
    expect(mail.sent).toEqual([]);

    const told = await scene();
    await say(told);
    await later(told);
    await say(told, "Encore un mot");
    await later(told);
    expect(mail.sent).toHaveLength(1);
    await markSeen(told.visitor, { deliveredSeq: 99, readSeq: 99 });
    await say(told, "Et un dernier");
    await later(told);
    expect(mail.sent).toHaveLength(2);
  });

  it("is told of whatever members note, schedule or take back after it", async () => {
    const noted = await scene();
    const { conversationId } = noted;
    await say(noted);
    await runJobs(noted.shop.id);
    await writeNote(noted.owner, { conversationId, clientKey: newId(), body: "Cliente fidèle" });
    const sendAt = new Date(Date.now() + 3_600_000).toISOString();
    await sendMessage(noted.owner, { conversationId, clientKey: newId(), body: "Toujours là ?", sendAt });
    await later(noted);
    expect(mail.sent).toHaveLength(1);

    const back = await scene();
    await say(back);
    await runJobs(back.shop.id);
    await inShop(back.shop.id, (tx) =>
      tx.update(messages).set({ unsentAt: new Date() }).where(eq(messages.conversationId, back.conversationId)),
    );
    await later(back);
    expect(mail.sent, "nothing is left of what was taken back").toHaveLength(1);
  });

  it("goes to no address that is not proven, and to nobody who ended it or blocked the shop", async () => {
    const { shop, owner } = await makeShop();
    const thread = await makeThread(shop);
    const facebook = await signInChat(shop, thread.visitor, await makePerson());
    const unproven = { ...thread, shop, owner, email: "", visitor: facebook };
    await say(unproven);
    await runJobs(shop.id);
    expect(await planned(unproven)).toEqual([]);
    await later(unproven);

    const stopped = await scene();
    const token = writeStopToken(stopped.shop.id, stopped.visitor.contactId);
    const stop = () => answerOf("app/api/mail/stop/[token]/route.ts", "POST", { token }, { headers: { origin: "" } });
    expect(await stop()).toMatchObject({ status: 200 });
    expect(await stop()).toMatchObject({ status: 200 });
    await say(stopped);
    await later(stopped);

    const blocked = await scene();
    await say(blocked);
    await runJobs(blocked.shop.id);
    await inShop(blocked.shop.id, (tx) =>
      tx.update(contacts).set({ blockedAt: new Date() }).where(eq(contacts.id, blocked.visitor.contactId)),
    );
    await later(blocked);
    expect(mail.sent).toEqual([]);
  });

  it("is tried again only when the server surely did not take it", async () => {
    const world = await scene();
    await say(world);
    mail.fail = new MailFailure("later", "busy");
    await expect(later(world)).rejects.toMatchObject({ kind: "later" });
    mail.fail = new MailFailure("unknown", "lost");
    await later(world);
    mail.fail = null;
    await later(world);
    expect(mail.sent).toEqual([]);
    const kept = await inShop(world.shop.id, (tx) => tx.select().from(answerMails));
    expect(kept).toHaveLength(1);
  });

  it("SPOOF-04: three mails a day from one shop are the most", async () => {
    const world = await scene();
    for (let round = 1; round <= 5; round += 1) {
      await say(world, `Réponse ${round}`);
      await later(world);
      await markSeen(world.visitor, { deliveredSeq: 99, readSeq: 99 });
    }
    expect(mail.sent).toHaveLength(3);
  });
});

describe("the link of such a mail", () => {
  const opened = ({ slug }: ShopView) => writeChatAddress({ slug, byMail: true });
  const as = (shop: ShopView, token: string) => ({ headers: { cookie: `__Host-visitor-${opened(shop)}=${token}` } });
  const post = (shop: ShopView, token: string, what: string, json: object) =>
    answerOf(`app/api/widget/[shop]/${what}/route.ts`, "POST", { shop: opened(shop) }, { json, ...as(shop, token) });
  const session = (address: string, headers: Record<string, string>) =>
    answerOf("app/api/widget/[shop]/session/route.ts", "GET", { shop: address }, { query: "?locale=fr", headers });

  it("opens that conversation, and grants nothing else", async () => {
    const world = await scene();
    const { shop, conversationId } = world;
    await say(world);
    await runJobs(shop.id);
    const { token } = await openAnswer({ token: writeAnswerToken(shop.id, conversationId), locale: "fr" });
    const list = await answerOf(
      "app/api/widget/[shop]/messages/route.ts",
      "GET",
      { shop: opened(shop) },
      as(shop, token),
    );
    expect(JSON.stringify(list.body)).toContain(SECRET_WORDS);
    expect(await post(shop, token, "messages", { clientKey: newId(), body: "Merci" })).toMatchObject({ status: 201 });
    const before = await storedMessages(shop.id, conversationId);
    for (const [what, json] of [
      ["permissions", { allow: ["offers"], textVersion: "2026-11", locale: "fr" }],
      ["connect", { codeChallenge: "x".repeat(43), locale: "fr" }],
      ["connect/redeem", { code: "x".repeat(43), codeVerifier: "x".repeat(43) }],
      ["messenger", { source: "web_chat" }],
      ["identify", { name: "Zoé", locale: "fr" }],
    ] as const)
      expect(await post(shop, token, what, json), what).toMatchObject({ status: 409 });
    const reference = await answerOf(
      "app/api/widget/[shop]/reference/route.ts",
      "GET",
      { shop: opened(shop) },
      as(shop, token),
    );
    expect(reference.body).toEqual({ reference: null });
    const seen = await session(opened(shop), as(shop, token).headers);
    expect(seen.body).toMatchObject({ byMail: true, person: null, mayAsk: false, messenger: false });
    expect(await storedMessages(shop.id, conversationId)).toEqual(before);
    expect(await findSession(token)).toBeNull();
  });

  it("stands beside her own chat of that browser, and neither is taken for the other", async () => {
    const { shop, conversationId } = await scene();
    const own = await makeThread(shop);
    const { token } = await openAnswer({ token: writeAnswerToken(shop.id, conversationId), locale: "fr" });
    const cookie = `__Host-visitor-${shop.slug}=${own.visitor.token}; __Host-visitor-${opened(shop)}=${token}`;
    const ids = async (address: string) => (await session(address, { cookie })).body;
    expect(await ids(shop.slug)).toMatchObject({ byMail: false, conversation: { id: own.conversationId } });
    expect(await ids(opened(shop))).toMatchObject({ byMail: true, conversation: { id: conversationId } });
    const swapped = `__Host-visitor-${shop.slug}=${token}; __Host-visitor-${opened(shop)}=${own.visitor.token}`;
    expect((await session(shop.slug, { cookie: swapped })).body).toMatchObject({ visitorId: null });
    expect(await session(opened(shop), { cookie: swapped })).toMatchObject({ status: 409 });
    expect(await post(shop, "gone", "session", { locale: "fr" })).toMatchObject({ status: 409 });
  });

  it("is worth nothing altered, worn out, or as the other kind", async () => {
    const world = await scene();
    const good = writeAnswerToken(world.shop.id, world.conversationId);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 15 * 86_400_000 });
    expect(readAnswerToken(good)).toBeNull();
    vi.useRealTimers();
    const foreign = Buffer.from(`${world.shop.id}.${newId()}.${Date.now() + 1_000}`).toString("base64url");
    const stop = writeStopToken(world.shop.id, world.visitor.contactId);
    for (const token of [`${foreign}.${good.split(".")[1]}`, `${good}x`, stop])
      await expect(openAnswer({ token, locale: "fr" })).rejects.toMatchObject({ code: "not_found" });
    const action = await callAction("app/mail/stop/[token]/actions.ts", "stopAnswerMailsAction", { token: good });
    expect(action).toMatchObject({ status: 404 });
    expect(await findVisitor(world.shop, good)).toBeNull();
  });
});
