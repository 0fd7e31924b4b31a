import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop, outsideShops } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import { loginCounts } from "#db/schema/login-counts";
import { accounts } from "#db/schema/persons";
import { checkSend } from "#lib/conversations/check-send";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { deliver, makeConnection, type TestConnection } from "#lib/orders/hook-fixture";
import { sampleOrder, storedOrder } from "#lib/orders/order-fixture";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { ledgerOf, signInChat } from "./connect-fixture";
import { joinByLogin } from "./join-by-login";
import {
  act,
  belongingsOf,
  makeMessengerContact,
  makePage,
  type TestPage,
  turnLoginConnect,
} from "./messenger-fixture";
import { makeReference } from "./reference";
import { makeThread, storedMessages, type TestVisitor } from "./visitor-fixture";

let shop: ShopView;
let member: TestMember;
let page: TestPage;
let connection: TestConnection;
beforeAll(async () => {
  ({ shop, owner: member } = await makeShop());
  page = await makePage(member);
  connection = await makeConnection(member);
});

let last = 4_000_000_000_000;
const someLogin = () => String(++last);
/** Lets the worker take in what was posted. */
async function takeIn() {
  const jobs = await takeJobs(shop.id);
  for (const { task, payload } of jobs) if (task === "receiveInboundEvent") await runJob(task, payload);
}
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** Posts a login as a storefront does, and lets the worker take it in. */
async function logIn(given: { loginId: string; [field: string]: unknown }, deliveryId = newId()) {
  const login = { name: "Amélie Laurent", optedIn: true, at: ago(0), pageId: page.pageId, locale: "fr", ...given };
  const answer = await deliver(connection, { event: "login.connected", login }, deliveryId);
  await takeIn();
  return answer.status;
}

async function wayOf(loginId: string) {
  const [way] = await inShop(shop.id, (tx) => tx.select().from(identities).where(eq(identities.loginId, loginId)));
  const [thread] = way
    ? await inShop(shop.id, (tx) => tx.select().from(conversations).where(eq(conversations.identityId, way.id)))
    : [];
  return way && thread ? { ...way, thread } : null;
}

const ask = (loginId: string, message: "answer" | "receipt" | "offer" = "answer") =>
  inShop(shop.id, async (tx) => {
    const way = await wayOf(loginId);
    if (!way) throw new Error("no such login");
    return checkSend(tx, way.thread, { message, author: "member" });
  });

describe("a login with Facebook on the storefront", () => {
  it("with the opt-in makes a contact that may be written to once, within a day, and says so", async () => {
    const loginId = someLogin();
    const deliveryId = newId();
    const at = ago(HOUR);
    expect(await logIn({ loginId, at, textVersion: "fb-3" }, deliveryId)).toBe(200);
    const way = await wayOf(loginId);
    expect(way).toMatchObject({
      externalId: `login:${loginId}`,
      optedInAt: new Date(at),
      evidence: { way: "login_connect" },
      thread: { status: "closed" },
    });
    const contactId = way?.contactId ?? "";
    expect(await belongingsOf(shop.id, contactId)).toMatchObject({
      name: "Amélie Laurent",
      states: ["on", "not_given", "not_given"],
    });
    expect(await ledgerOf(shop.id, contactId)).toMatchObject([
      {
        action: "granted",
        act: "login_connect",
        locale: "fr",
        at: new Date(at),
        proof: { loginId, pageId: page.pageId, shownText: "fb-3" },
      },
    ]);
    const said = await storedMessages(shop.id, way?.thread.id ?? "");
    expect(said.map(({ event }) => event)).toEqual([{ type: "opted_in", way: "login_connect" }]);
    expect(await ask(loginId)).toMatchObject({ allowed: true, rule: "first_message", how: { to: "login_id" } });
    expect(await ask(loginId, "receipt")).toMatchObject({ allowed: true });
    expect(await ask(loginId, "offer")).toMatchObject({ allowed: false });

    await logIn({ loginId, at, textVersion: "fb-3" }, deliveryId);
    await logIn({ loginId, at });
    await logIn({ loginId, at: ago(2 * HOUR), optedIn: false });
    expect(await wayOf(loginId)).toMatchObject({ optedInAt: new Date(at), thread: { lastSeq: 1 } });
    expect(await ledgerOf(shop.id, contactId)).toHaveLength(1);
  });

  it("without it begins nothing; later, it ends an opt-in that was not used", async () => {
    const loginId = someLogin();
    await logIn({ loginId, optedIn: false });
    expect(await wayOf(loginId)).toBeNull();
    await logIn({ loginId, at: ago(HOUR) });
    await logIn({ loginId, optedIn: false });
    expect(await wayOf(loginId)).toMatchObject({ optedInAt: null });
    expect(await ask(loginId)).toMatchObject({ allowed: false });
  });

  it("while Login Connect is off opts nobody in, and goes on telling who she is", async () => {
    const [stranger, known] = [someLogin(), someLogin()];
    const { visitor } = await makeThread(shop);
    await logIn({ loginId: known, at: ago(2 * HOUR) });
    const before = await wayOf(known);
    await turnLoginConnect(shop.id, page, false);
    await logIn({ loginId: stranger });
    await logIn({ loginId: known, visitor: makeReference(visitor) });
    await turnLoginConnect(shop.id, page, true);
    expect(await wayOf(stranger)).toBeNull();
    expect(await wayOf(known)).toMatchObject({ optedInAt: before?.optedInAt });
    expect(await ledgerOf(shop.id, before?.contactId ?? "")).toHaveLength(1);
    expect((await belongingsOf(shop.id, visitor.contactId)).identities).toHaveLength(2);
    await logIn({ loginId: stranger });
    expect(await ask(stranger)).toMatchObject({ allowed: true, rule: "first_message" });
  });

  it("is counted in its day while Login Connect is on, with the opt-in or without, and nothing of her is kept", async () => {
    const other = await makePage(member, "Pivoine Mariages");
    const at = `${new Date().toISOString().slice(0, 8)}01T00:00:00Z`;
    for (const given of [{}, { optedIn: false }, { optedIn: false, at: "2026-01-31T23:59:59Z" }])
      await logIn({ loginId: someLogin(), pageId: other.pageId, at, ...given });
    const again = { loginId: someLogin(), pageId: other.pageId, at };
    const deliveryId = newId();
    await logIn(again, deliveryId);
    await logIn(again, deliveryId);
    await turnLoginConnect(shop.id, other, false);
    await logIn({ loginId: someLogin(), pageId: other.pageId, at });
    const days = await inShop(shop.id, (tx) =>
      tx.select().from(loginCounts).where(eq(loginCounts.channelId, other.channelId)).orderBy(loginCounts.day),
    );
    const counted = { shopId: shop.id, channelId: other.channelId };
    expect(days).toEqual([
      { ...counted, day: "2026-01-31", logins: 1, allowed: 0 },
      { ...counted, day: at.slice(0, 10), logins: 3, allowed: 2 },
    ]);
  });

  it("told a day late, or after she withdrew, allows nothing; a time to come counts as now", async () => {
    const [late, withdrew, future] = [someLogin(), someLogin(), someLogin()];
    await logIn({ loginId: late, at: ago(25 * HOUR) });
    expect(await ask(late)).toMatchObject({ allowed: false, key: "first_message_late" });
    await logIn({ loginId: withdrew, at: ago(2 * HOUR) });
    const { contactId = "" } = (await wayOf(withdrew)) ?? {};
    await act(shop.id, contactId, "withdrawn", "service", -60);
    await logIn({ loginId: withdrew, at: ago(HOUR) });
    expect((await belongingsOf(shop.id, contactId)).states[0]).toBe("off");
    expect(await ask(withdrew)).toMatchObject({ allowed: false });
    await logIn({ loginId: future, at: new Date(Date.now() + 1_000 * HOUR).toISOString() });
    expect((await wayOf(future))?.optedInAt?.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it("is refused in another shape, and ignored for a Page that is not the shop's", async () => {
    const { owner } = await makeShop();
    const theirs = await makePage(owner);
    const loginId = someLogin();
    expect(await logIn({ loginId, pageId: theirs.pageId })).toBe(200);
    expect(await wayOf(loginId)).toBeNull();
    for (const bad of [
      { loginId: "x" },
      { loginId, pageId: "" },
      { loginId, optedIn: "1" },
      { loginId, contactId: newId() },
    ])
      expect(await logIn(bad)).toBe(422);
  });
});

describe("one contact throughout", () => {
  const chatting = (visitor: TestVisitor) => ({ visitor: makeReference(visitor) });

  it("the chat of the browser she logged in from is hers, before or after, by login or by order", async () => {
    const [one, two, three] = [await makeThread(shop), await makeThread(shop), await makeThread(shop)];
    const [a, b, c] = [someLogin(), someLogin(), someLogin()];
    await logIn({ loginId: a, ...chatting(one.visitor) });
    expect((await wayOf(a))?.contactId).toBe(one.visitor.contactId);
    expect(await belongingsOf(shop.id, one.visitor.contactId)).toMatchObject({ name: "Amélie Laurent" });
    expect((await storedMessages(shop.id, one.conversationId)).at(-1)?.event?.type).toBe("opted_in");

    await logIn({ loginId: b });
    await logIn({ loginId: b, at: ago(-1), ...chatting(two.visitor) });
    expect((await belongingsOf(shop.id, two.visitor.contactId)).identities).toHaveLength(2);

    await logIn({ loginId: c });
    const order = sampleOrder({ customer: { name: "A", loginId: c, ...chatting(three.visitor) } });
    await deliver(connection, { event: "order.created", order });
    const alone = sampleOrder({ customer: { name: "A", loginId: c } });
    await deliver(connection, { event: "order.created", order: alone });
    await takeIn();
    for (const { id } of [order, alone])
      expect(await storedOrder(shop.id, id)).toMatchObject({ contactId: three.visitor.contactId });
    expect((await wayOf(c))?.contactId).toBe(three.visitor.contactId);
  });

  it("a chat with another person's login stays that person's; her own login id is hers", async () => {
    const hugo = await signInChat(shop, (await makeThread(shop)).visitor, await makePerson("Hugo Petit"));
    const shared = someLogin();
    await logIn({ loginId: shared, ...chatting(hugo) });
    expect((await wayOf(shared))?.contactId).not.toBe(hugo.contactId);
    const person = await makePerson("Nina Kowalski");
    const own = someLogin();
    await outsideShops((tx) =>
      tx.insert(accounts).values({ personId: person.id, type: "oauth", provider: "facebook", providerAccountId: own }),
    );
    const nina = await signInChat(shop, (await makeThread(shop)).visitor, person);
    const again = await makeThread(shop);
    await logIn({ loginId: own, ...chatting(again.visitor) });
    expect((await wayOf(own))?.contactId).toBe(nina.contactId);
    expect((await belongingsOf(shop.id, nina.contactId)).conversations).toContain(again.conversationId);
  });

  const join = (loginId: string, psid: string) =>
    inShop(shop.id, (tx) => joinByLogin(tx, { shopId: shop.id, channelId: page.channelId, psid, by: { loginId } }));

  it("the PSID the platform tells names her identity, also when she had written under it already", async () => {
    const [quiet, wrote] = [someLogin(), someLogin()];
    await logIn({ loginId: quiet });
    const before = await wayOf(quiet);
    expect(await join(quiet, "990001")).toEqual({ identityId: before?.id, contactId: before?.contactId });
    expect(await wayOf(quiet)).toMatchObject({ externalId: "990001", thread: { id: before?.thread.id } });
    expect(await join(quiet, "990001")).toEqual({ identityId: before?.id, contactId: before?.contactId });

    await logIn({ loginId: wrote });
    const login = await wayOf(wrote);
    const inbound = await makeMessengerContact(shop.id, page, "Amélie L.");
    expect(await join(wrote, inbound.psid)).toEqual({ identityId: inbound.identityId, contactId: login?.contactId });
    const all = await belongingsOf(shop.id, login?.contactId ?? "");
    expect(all.identities).toEqual([inbound.identityId]);
    expect(all.conversations).toEqual([login?.thread.id, inbound.conversationId].sort());
    expect(await wayOf(wrote)).toMatchObject({ externalId: inbound.psid, optedInAt: expect.any(Date) });
    expect(await join(someLogin(), "990002")).toBeNull();
  });
});
