import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { assignConversation } from "#lib/conversations/assign-conversation";
import { closeConversation } from "#lib/conversations/close-conversation";
import { MailDigest, mailDigest } from "#lib/conversations/digest/mail-digest";
import { readFigures } from "#lib/conversations/digest/read-figures";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { sendMessage } from "#lib/conversations/send-message";
import { writeNote } from "#lib/conversations/write-note";
import { DAY, HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { answerOf, callAction } from "#lib/http/route-fixture";
import { lostPeer, smtpPeer } from "#lib/mail/smtp-fixture";
import { askCode, readCode } from "#lib/shops/mail-login-fixture";
import { writeDigestStop } from "#lib/shops/notices/digest-link";
import { dueAt } from "#lib/shops/notices/digest-time";
import { loadNoticeChoices } from "#lib/shops/notices/load-notice-choices";
import { saveDigest } from "#lib/shops/notices/save-digest";
import { askAddressCode, proveAddress } from "#lib/shops/prove-address";
import { makeMember, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { jobsOf, takeJobs } from "../worker/jobs-fixture";
import { writeStopToken } from "./answer-link";
import { makeThread } from "./visitor-fixture";

afterEach(() => void vi.useRealTimers());

const EIGHT = { hour: 8, timeZone: "Europe/Paris" };

async function prove({ person }: TestMember): Promise<void> {
  const { ticket } = await askAddressCode(person, { locale: "fr" });
  await proveAddress(person, { ticket, code: (await readCode(ticket)).code });
}

/** A shop in which one shopper waits, and an agent who is mailed at eight. */
async function scene() {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const thread = await makeThread(shop);
  await prove(agent);
  await saveDigest(agent, EIGHT);
  return { ...thread, shop, owner, agent };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** The digests that wait for a shop's members. */
async function waiting({ shop }: Pick<Scene, "shop">) {
  const jobs = (await jobsOf(shop.id)).filter(({ task }) => task === "mailDigest");
  return jobs.map(({ payload }) => MailDigest.parse(payload));
}

/** The first digest that waits, at its hour, or so many milliseconds after it. */
async function atItsHour(world: Scene, after = 0): Promise<MailDigest> {
  const [job] = await waiting(world);
  if (!job) throw new Error("no digest waits");
  await takeJobs(world.shop.id);
  vi.useFakeTimers({ toFake: ["Date"], now: dueAt(EIGHT, job.day).getTime() + after });
  return job;
}

const readable = (raw = "") =>
  raw
    .replace(/=\r\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString());
const from = "no-reply@shop.example";

describe("a digest", () => {
  it("is for members whose address is proven, and is chosen for one hour at a time", async () => {
    const { shop, owner } = await makeShop();
    await expect(saveDigest(owner, EIGHT)).rejects.toMatchObject({ key: "address_unproven" });
    expect(await loadNoticeChoices(owner)).toMatchObject({ digest: null, address: null });
    const another = await askCode(`a${newId()}@mail.example`);
    await expect(proveAddress(owner.person, another)).rejects.toMatchObject({ key: "mail_code_over" });
    expect(await loadNoticeChoices(owner)).toMatchObject({ address: null });
    await prove(owner);
    await saveDigest(owner, EIGHT);
    await saveDigest(owner, EIGHT);
    expect(await loadNoticeChoices(owner)).toMatchObject({ digest: EIGHT, address: owner.person.email });
    expect(await waiting({ shop })).toHaveLength(1);
    await saveDigest(owner, { ...EIGHT, hour: null });
    expect(await loadNoticeChoices(owner)).toMatchObject({ digest: null });
  });

  it("goes once a day, whoever sends it, in no word of a shopper, with ways there and a way to stop", async () => {
    const world = await scene();
    const { url, received } = await smtpPeer();
    const job = await atItsHour(world);
    await Promise.all([mailDigest(job, { url, from }), mailDigest(job, { url, from })]);
    await mailDigest(job, { url, from });
    expect(received.map(({ to }) => to)).toEqual([[world.agent.person.email]]);
    const mail = readable(received[0]?.raw);
    expect(mail).toContain("/inbox?view=open&order=waiting");
    expect(mail).not.toContain("view=mine");
    expect(mail).not.toContain("pivoines ?");
    expect(mail).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(await waiting(world)).toMatchObject([
      { day: new Date(Date.parse(job.day) + DAY).toISOString().slice(0, 10) },
    ]);
  });

  it("does not go where there is nothing to tell, nor hours late, and comes again the next day", async () => {
    const world = await scene();
    const { url, received } = await smtpPeer();
    await mailDigest(await atItsHour(world, 7 * HOUR), { url, from });
    vi.useRealTimers();
    await closeConversation(world.owner, { conversationId: world.conversationId });
    await mailDigest(await atItsHour(world), { url, from });
    expect(received).toEqual([]);
    expect(await waiting(world)).toHaveLength(1);
  });

  it("does not go before its hour when that was put off", async () => {
    const world = await scene();
    const { url, received } = await smtpPeer();
    const job = await atItsHour(world);
    vi.useRealTimers();
    await saveDigest(world.agent, { ...EIGHT, hour: 20 });
    vi.useFakeTimers({ toFake: ["Date"], now: dueAt(EIGHT, job.day) });
    await mailDigest(job, { url, from });
    expect(received).toEqual([]);
    expect((await waiting(world)).map(({ day }) => day)).toContain(job.day);
  });

  it("goes to nobody who was removed or wants none any more", async () => {
    const world = await scene();
    const { url, received } = await smtpPeer();
    const job = await atItsHour(world);
    await saveDigest(world.agent, { ...EIGHT, hour: null });
    await mailDigest(job, { url, from });
    vi.useRealTimers();
    await saveDigest(world.agent, EIGHT);
    await dismissMember(world.owner, { memberId: world.agent.memberId });
    await mailDigest(await atItsHour(world), { url, from });
    expect(received).toEqual([]);
    expect(await waiting(world)).toEqual([]);
  });

  it("is tried again only when the server surely did not take it", async () => {
    const world = await scene();
    let busy = true;
    const { url, received } = await smtpPeer({
      onRcptTo: (_address, _session, done) =>
        done(busy ? Object.assign(new Error("busy"), { responseCode: 450 }) : undefined),
    });
    const job = await atItsHour(world);
    await expect(mailDigest(job, { url, from })).rejects.toMatchObject({ kind: "later" });
    busy = false;
    await mailDigest(job, { url, from });
    expect(received).toHaveLength(1);
    const next = await atItsHour(world);
    await mailDigest(next, { url: (await lostPeer()).url, from });
    await mailDigest(next, { url, from });
    expect(received).toHaveLength(1);
  });

  it("is ended by its link, which is worth nothing else", async () => {
    const world = await scene();
    const { agent, shop, visitor } = world;
    const press = (token: string, place = "digest") =>
      answerOf(`app/api/mail/${place}/[token]/route.ts`, "POST", { token }, { headers: { origin: "" } });
    const token = writeDigestStop(shop.id, agent.memberId);
    for (const other of [`${token}x`, writeStopToken(shop.id, agent.memberId)])
      expect(await press(other)).toMatchObject({ status: 404 });
    expect(await press(token, "stop")).toMatchObject({ status: 404 });
    expect(await loadNoticeChoices(agent)).toMatchObject({ digest: EIGHT });
    expect(await press(token)).toMatchObject({ status: 200 });
    expect(await press(token)).toMatchObject({ status: 200 });
    expect(await loadNoticeChoices(agent)).toMatchObject({ digest: null });
    const foreign = writeDigestStop(shop.id, visitor.contactId);
    expect(
      await callAction("app/mail/digest/[token]/actions.ts", "stopDigestAction", { token: foreign }),
    ).toMatchObject({
      status: 200,
    });
  });
});

it("counts what waits for a member", async () => {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const [held, other] = [await makeThread(shop), await makeThread(shop)];
  const { conversationId } = held;
  await assignConversation(owner, { conversationId, memberId: agent.memberId });
  await writeNote(owner, { conversationId, clientKey: newId(), body: "@Karim Benali tu regardes ?" });
  const at = new Date("2027-06-02T10:00:00Z");
  const figures = () =>
    inShop(shop.id, (tx) => readFigures(tx, { shopId: shop.id, memberId: agent.memberId }, at, "Europe/Paris"));
  await inShop(shop.id, async (tx) => {
    const since = new Date(at.getTime() - 3 * HOUR);
    await tx.update(conversations).set({ waitingSince: since }).where(eq(conversations.shopId, shop.id));
    await tx
      .update(conversations)
      .set({ windowExpiresAt: new Date("2027-06-02T21:59:00Z") })
      .where(eq(conversations.id, conversationId));
    await tx
      .update(conversations)
      .set({ windowExpiresAt: new Date("2027-06-02T22:00:00Z") })
      .where(eq(conversations.id, other.conversationId));
  });
  expect(await figures()).toMatchObject({ waiting: 2, mine: 1, ending: 1, mentions: 0, failed: 0, failedIn: null });
  const today = new Date();
  const now = () =>
    inShop(shop.id, (tx) => readFigures(tx, { shopId: shop.id, memberId: agent.memberId }, today, "Europe/Paris"));
  const sent = await sendMessage(owner, { conversationId: other.conversationId, clientKey: newId(), body: "Oui" });
  await inShop(shop.id, (tx) => tx.update(messages).set({ delivery: "failed" }).where(eq(messages.id, sent.id)));
  expect(await now()).toMatchObject({ waiting: 1, mentions: 1, failed: 1, failedIn: other.conversationId });
  await sendMessage(agent, { conversationId, clientKey: newId(), body: "Je regarde" });
  expect(await now()).toMatchObject({ waiting: 0, longest: null, mine: 0, mentions: 0 });
});
