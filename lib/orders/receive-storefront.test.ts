import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { connections } from "#db/schema/shops";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { eventsIn, jobsOf, runJob } from "#lib/worker/jobs-fixture";
import { deliver, keptOf, makeConnection, post, signatureOf } from "./hook-fixture";
import { sampleOrder, storedOrder } from "./order-fixture";
import { MAX_DELIVERY_BYTES } from "./receive-storefront";

async function connected() {
  const { shop, owner } = await makeShop();
  return { shop, owner, connection: await makeConnection(owner) };
}

const created = (given = {}) => ({ event: "order.created", order: sampleOrder(given) });

describe("WHI-01: a storefront's signature", () => {
  const raw = JSON.stringify(created({ number: "#é1" }));
  const wrong: [
    name: string,
    sent: (secret: string, other: string) => { raw?: string | Uint8Array; signature: string | null },
  ][] = [
    ["missing", () => ({ signature: null })],
    ["empty", () => ({ signature: "" })],
    ["without a digest", () => ({ signature: "sha256=" })],
    ["of another algorithm", (s) => ({ signature: signatureOf(s, raw).replace("sha256", "sha1") })],
    ["without its prefix", (s) => ({ signature: signatureOf(s, raw).slice(7) })],
    ["in upper case", (s) => ({ signature: signatureOf(s, raw).toUpperCase() })],
    [
      "in base64",
      (s) => ({ signature: `sha256=${Buffer.from(signatureOf(s, raw).slice(7), "hex").toString("base64")}` }),
    ],
    ["cut short", (s) => ({ signature: signatureOf(s, raw).slice(0, -2) })],
    [
      "with one digit changed",
      (s) => ({ signature: signatureOf(s, raw).replace(/.$/, (c) => (c === "0" ? "1" : "0")) }),
    ],
    ["sent twice", (s) => ({ signature: `${signatureOf(s, raw)}, ${signatureOf(s, raw)}` })],
    ["of another connection's secret", (_, other) => ({ signature: signatureOf(other, raw) })],
    ["of an empty secret", () => ({ signature: signatureOf("", raw) })],
    [
      "of the body before it was written anew",
      (s) => ({ raw: raw.replace("é", "\\u00e9"), signature: signatureOf(s, raw) }),
    ],
    ["of the body before a line was ended", (s) => ({ raw: `${raw}\n`, signature: signatureOf(s, raw) })],
    ["of a body that was left out", (s) => ({ raw: "", signature: signatureOf(s, raw) })],
  ];

  it.each(wrong)("%s is refused, and nothing is kept", async (_, sent) => {
    const [{ connection, shop }, other] = await Promise.all([connected(), connected()]);
    const { raw: body = raw, signature } = sent(connection.secret, other.connection.secret);
    expect(await post(connection.id, body, { signature })).toMatchObject({ status: 401 });
    expect(await keptOf(connection.id)).toEqual([]);
    expect(await jobsOf(shop.id)).toEqual([]);
  });

  it("of exactly the bytes that were sent is taken", async () => {
    const { connection } = await connected();
    const spaced = `  ${raw}\n`;
    expect(await post(connection.id, spaced, { signature: signatureOf(connection.secret, spaced) })).toMatchObject({
      status: 200,
      body: { ok: true },
    });
    const [kept] = await keptOf(connection.id);
    expect(kept?.body.toString()).toBe(spaced);
  });

  it("WHI-03: fails closed when the secret does not open", async () => {
    const { shop, connection } = await connected();
    await inShop(shop.id, (tx) =>
      tx.update(connections).set({ sealedSecret: "" }).where(eq(connections.shopId, shop.id)),
    );
    for (const secret of ["", connection.secret])
      expect(await post(connection.id, raw, { signature: signatureOf(secret, raw) })).toMatchObject({ status: 503 });
    expect(await keptOf(connection.id)).toEqual([]);
  });
});

describe("what a storefront posts", () => {
  it.each([newId(), "none", "", "0", "' or 1=1--", "\u0000"])("at the unknown connection %j is 404", async (id) => {
    const raw = JSON.stringify(created());
    expect(await post(id, raw, { signature: signatureOf("x", raw) })).toMatchObject({ status: 404 });
  });

  it("over 256 KB is 413, whether or not its length is told", async () => {
    const { connection } = await connected();
    const raw = "x".repeat(MAX_DELIVERY_BYTES + 1);
    const signature = signatureOf(connection.secret, raw);
    const told = await post(connection.id, raw, { signature, headers: { "content-length": String(raw.length) } });
    expect([told.status, (await post(connection.id, raw, { signature })).status]).toEqual([413, 413]);
    expect(await keptOf(connection.id)).toEqual([]);
  });

  const order = sampleOrder();
  const [line] = order.lines;
  const shipTo = { street1: "3 rue des Lilas", postalCode: "75011", city: "Paris", country: "FR" };
  it.each<[string, unknown]>([
    ["not JSON", "{"],
    ["empty", ""],
    ["null", null],
    ["an array", [created()]],
    ["of another event", { event: "order.eaten", order }],
    ["with an extra key", { ...created(), shopId: newId() }],
    ["with an extra key of the order", { event: "order.created", order: { ...order, contactId: newId() } }],
    ["with __proto__", `{"__proto__":{"x":1},${JSON.stringify(created()).slice(1)}`],
    ["with a negative amount", created({ total: -1 })],
    ["with a fraction of a cent", created({ total: 1.5 })],
    ["with an infinite amount", JSON.stringify(created({ total: 77 })).replace('"total":77', '"total":1e309')],
    ["with an amount PostgreSQL cannot hold", created({ total: 2 ** 31 })],
    ["with an amount as text", created({ total: "4500" })],
    ["with NUL", created({ number: "#\u0000" })],
    ["with half of a surrogate pair", created({ note: "\ud83c" })],
    ["with NUL in an address", created({ url: "https://a.example/\u0000" })],
    ["with another scheme", created({ url: "javascript:alert(1)" })],
    ["with the number of a card", created({ paymentMethod: "Visa 4242 4242 4242 4242" })],
    ["with a discount below nothing", created({ discounts: [{ name: "Less", amount: -1 }] })],
    ["with half an address", created({ shipTo: { street1: "3 rue des Lilas", city: "Paris", country: "FR" } })],
    ["with a country of three letters", created({ shipTo: { ...shipTo, country: "FRA" } })],
    ["without lines", created({ lines: [] })],
    ["with a line of nothing", created({ lines: [{ ...line, quantity: 0 }] })],
    ["in the year 0", created({ placedAt: "0000-01-01T00:00:00Z" })],
    ["after the year 9999", created({ updatedAt: "9999-12-31T23:59:59-12:00" })],
    ["with a day that is not", created({ updatedAt: "2026-02-30T00:00:00Z" })],
    ["with an id that is a list", created({ id: ["1"] })],
    ["with bytes that are not UTF-8", Buffer.from(JSON.stringify(created({ number: "#ÿ" })), "latin1")],
  ])("%s is 422, and nothing is kept", async (_, body) => {
    const { connection } = await connected();
    const raw = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
    const answer = await post(connection.id, raw, { signature: signatureOf(connection.secret, raw) });
    expect(answer.status).toBe(422);
    expect(await keptOf(connection.id)).toEqual([]);
  });

  it.each(["", "short", "a".repeat(101), "a b c d e", "' or 1=1--"])(
    "under the delivery id %j is 422",
    async (deliveryId) => {
      const { connection } = await connected();
      expect(await deliver(connection, created(), deliveryId)).toMatchObject({ status: 422 });
    },
  );
});

describe("WHI-04: the same delivery", () => {
  it("fifty times at once is kept once and makes one order", async () => {
    const { shop, connection } = await connected();
    const [delivery, deliveryId] = [created(), newId()];
    const answers = await Promise.all(Array.from({ length: 50 }, () => deliver(connection, delivery, deliveryId)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(await keptOf(connection.id)).toHaveLength(1);
    const jobs = await jobsOf(shop.id);
    expect(jobs.map((job) => job.task)).toEqual(["receiveInboundEvent"]);
    await Promise.all([1, 2, 3].map(() => runJob("receiveInboundEvent", jobs[0]?.payload)));
    await runJob("receiveInboundEvent", jobs[0]?.payload);
    expect(await storedOrder(shop.id, delivery.order.id)).toMatchObject({ version: 1, lines: [{ position: 0 }] });
    expect(eventsIn(await jobsOf(shop.id)).filter((job) => job.payload.type === "order.changed")).toHaveLength(1);
    expect(await deliver(connection, delivery, deliveryId)).toMatchObject({ status: 200 });
    expect(await keptOf(connection.id)).toHaveLength(1);
  });

  it("id of two connections is two deliveries", async () => {
    const [one, two] = await Promise.all([connected(), connected()]);
    const deliveryId = newId();
    for (const { connection } of [one, two]) await deliver(connection, created(), deliveryId);
    expect([(await keptOf(one.connection.id)).length, (await keptOf(two.connection.id)).length]).toEqual([1, 1]);
  });

  it("under other delivery ids, worked on at once, makes one order", async () => {
    const { shop, connection } = await connected();
    const delivery = created();
    for (let i = 0; i < 6; i++) await deliver(connection, delivery);
    const jobs = await jobsOf(shop.id);
    await Promise.all(jobs.map((job) => runJob(job.task, job.payload)));
    expect(await storedOrder(shop.id, delivery.order.id)).toMatchObject({ version: 1, lines: [{ position: 0 }] });
  });
});
