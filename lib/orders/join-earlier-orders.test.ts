import { and, eq, ne } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { consentRecords } from "#db/schema/contacts";
import { messages } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { fakeGraph } from "#lib/channels/messenger/fake-graph-fixture";
import { makeConnectedPage } from "#lib/channels/messenger/page-fixture";
import { setReceiptFirst } from "#lib/channels/messenger/pages/switch-page";
import { HOUR, MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { runJobs } from "#lib/worker/jobs-fixture";
import { deliver, makeConnection } from "./hook-fixture";
import { joinEarlierOrders } from "./join-earlier-orders";
import { type OrderInput, sampleOrder, storedOrder } from "./order-fixture";

let last = 7_100_000_000_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** A shop whose Page sends receipts first, and a storefront that tells of orders and logins; nobody opted in yet. */
async function storefront() {
  const { owner } = await makeShop();
  const { shopId } = owner;
  const { channelId } = await makeConnectedPage(owner);
  const page = eq(messengerPages.channelId, channelId);
  await inShop(shopId, (tx) => tx.update(messengerPages).set({ loginConnect: true }).where(page));
  await setReceiptFirst(owner, { channelId, on: true });
  const [channel] = await inShop(shopId, (tx) => tx.select().from(channels).where(eq(channels.id, channelId)));
  const connection = await makeConnection(owner);
  const loginId = String(++last);
  const order = (given: Partial<OrderInput> = {}) =>
    sampleOrder({ customer: { name: "Amélie", loginId }, placedAt: ago(MINUTE), updatedAt: ago(MINUTE), ...given });
  const buys = async (given: OrderInput) => {
    await deliver(connection, { event: "order.created", order: given });
    await runJobs(shopId);
  };
  const login = { loginId, pageId: channel?.externalId ?? "", name: "Amélie", optedIn: true, at: ago(0) };
  const optsIn = async (given: Partial<typeof login> = {}) => {
    await deliver(connection, { event: "login.connected", login: { ...login, ...given } });
    await runJobs(shopId);
  };
  const stored = (rows: OrderInput[]) => Promise.all(rows.map(({ id }) => storedOrder(shopId, id)));
  const receipts = () =>
    inShop(shopId, (tx) =>
      tx
        .select()
        .from(messages)
        .where(and(eq(messages.shopId, shopId), ne(messages.kind, "event"))),
    );
  return { owner, shopId, channelId, loginId, order, buys, optsIn, stored, receipts };
}

const sent = () => fakeGraph.requests.filter(({ path }) => path.endsWith("/messages")).map(({ body }) => body);

beforeEach(() => fakeGraph.answers(() => ({ body: { message_id: `m_${newId()}` } })));

describe("an order that was placed before the opt-in", () => {
  it("joins her with it, and its receipt goes at once as the one first message, however often that is told", async () => {
    const { shopId, loginId, order, buys, optsIn, stored, receipts } = await storefront();
    const bought = order({ number: "#1200" });
    await buys(bought);
    expect([await stored([bought]), sent()]).toMatchObject([[{ contactId: null }], []]);
    await optsIn();
    const receipt = { template_type: "receipt", order_number: "1200" };
    expect(sent()).toMatchObject([{ recipient: { login_id: loginId }, message: { attachment: { payload: receipt } } }]);
    const [identity] = await inShop(shopId, (tx) =>
      tx
        .select()
        .from(identities)
        .where(and(eq(identities.shopId, shopId), eq(identities.loginId, loginId))),
    );
    expect(await stored([bought])).toMatchObject([{ contactId: identity?.contactId }]);
    const identityId = identity?.id ?? "";
    await Promise.all([1, 2, 3].map(() => joinEarlierOrders(shopId, { identityId })));
    await optsIn();
    await buys({ ...bought, updatedAt: ago(0) });
    expect(await receipts()).toMatchObject([{ kind: "receipt", delivery: "sent" }]);
    expect(sent()).toHaveLength(1);
  });

  it("stays whoever's it is where the job names another shop, or an order of that login is another shop's", async () => {
    const [ours, theirs] = [await storefront(), await storefront()];
    await theirs.optsIn();
    const [identity] = await inShop(theirs.shopId, (tx) =>
      tx
        .select()
        .from(identities)
        .where(and(eq(identities.shopId, theirs.shopId), eq(identities.loginId, theirs.loginId))),
    );
    const bought = ours.order({ customer: { name: "Amélie", loginId: theirs.loginId } });
    await ours.buys(bought);
    for (const { shopId } of [ours, theirs]) await joinEarlierOrders(shopId, { identityId: identity?.id ?? "" });
    expect([await ours.stored([bought]), sent()]).toMatchObject([[{ contactId: null }], []]);
  });

  it("is the last one where there are several; all of them are hers", async () => {
    const { order, buys, optsIn, stored } = await storefront();
    const bought = [
      order({ number: "#1", placedAt: ago(3 * HOUR) }),
      order({ number: "#3", placedAt: ago(HOUR) }),
      order({ number: "#2", placedAt: ago(2 * HOUR) }),
      order({ number: "#4", placedAt: ago(MINUTE), status: "cancelled" }),
    ];
    for (const one of bought) await buys(one);
    await optsIn();
    expect(sent()).toMatchObject([{ message: { attachment: { payload: { order_number: "3" } } } }]);
    const contacts = (await stored(bought)).map((one) => one?.contactId);
    expect(new Set(contacts).size).toBe(1);
    expect(contacts).not.toContain(null);
  });

  it("of a day ago, under another login or at a Page that leaves receipts to hand, has no receipt", async () => {
    const old = await storefront();
    await old.buys(old.order({ placedAt: ago(25 * HOUR) }));
    await old.optsIn();
    const other = await storefront();
    await other.buys(other.order({ customer: { name: "Amélie", loginId: String(++last) } }));
    await other.optsIn();
    const byHand = await storefront();
    await setReceiptFirst(byHand.owner, { channelId: byHand.channelId, on: false });
    await byHand.buys(byHand.order());
    await byHand.optsIn();
    const refused = await storefront();
    await refused.buys(refused.order());
    await refused.optsIn({ optedIn: false });
    expect(sent()).toEqual([]);
  });

  it("keeps what she answered at its checkout: told with its next change, it is written down once", async () => {
    const { shopId, order, buys, optsIn } = await storefront();
    const page = "https://shop.example/checkout";
    const shown = ["order_updates" as const];
    const asked = {
      shown,
      allow: shown,
      textVersion: CONSENT_TEXT_VERSION,
      locale: "fr" as const,
      page,
      at: ago(HOUR),
    };
    const bought = order({ asked });
    const records = () =>
      inShop(shopId, (tx) =>
        tx
          .select({ purpose: consentRecords.purpose, action: consentRecords.action })
          .from(consentRecords)
          .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.act, "checkout"))),
      );
    await buys(bought);
    await optsIn();
    for (const updatedAt of [ago(1_000), ago(0)]) await buys({ ...bought, updatedAt });
    expect(await records()).toEqual([{ purpose: "order_updates", action: "granted" }]);
  });
});
