import { createHmac, randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "#db/client";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { env } from "#lib/core/env";
import { guardedFetch } from "#lib/core/outbound";
import { OrderDelivery } from "#lib/orders/input";
import { deliverSandboxOrder } from "../tasks";
import { storefrontOrigin } from "./origin";
import { serveBackOffice } from "./serve-back-office";
import { serveOrder } from "./serve-pages";
import { ask, checkOut, kept, place, press, SECRET, setUpStorefront } from "./test-visit";

vi.mock("#lib/core/outbound", () => ({ guardedFetch: vi.fn() }));

const fetched = vi.mocked(guardedFetch);
const origin = storefrontOrigin();
const answered = (status: number) => ({ status, headers: {}, body: Buffer.from("") });
const lastPosted = () => JSON.parse(String(fetched.mock.lastCall?.[1]?.body));

let connectionId: string;

beforeAll(async () => {
  connectionId = await setUpStorefront();
});
afterEach(() => fetched.mockReset());
afterAll(closeDatabase);

async function countJobs(id: string) {
  const owner = postgres(env().DATABASE_OWNER_URL, { max: 1 });
  const jobs = await owner`select 1 from graphile_worker.jobs where key = ${`deliver-sandbox-order:${id}`}`;
  await owner.end();
  return jobs.length;
}

describe("an order", () => {
  it("is kept, signed and posted, and the basket is emptied", async () => {
    fetched.mockResolvedValue(answered(200));
    const { id, answer } = await place({ email: "amelie@example.com", note: "Door B", visitor: "a.reference" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("set-cookie")).toMatch(/^basket=;/);
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe(`${env().PUBLIC_URL}/api/hooks/storefront/${connectionId}`);
    const body = String(init?.body);
    const signature = createHmac("sha256", SECRET).update(Buffer.from(body, "utf8")).digest("hex");
    expect(init?.headers).toEqual({
      "content-type": "application/json",
      "x-comptoir-signature": `sha256=${signature}`,
      "x-comptoir-delivery": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const picture = (name: string) => `${origin}/sandbox/art/${name}.svg`;
    expect(JSON.parse(body)).toEqual({
      event: "order.created",
      order: {
        id,
        number: expect.stringMatching(/^MP-\d{4,}$/),
        status: "preparing",
        paid: true,
        currency: "EUR",
        total: 7_600,
        lines: [
          { title: "Grand Bouquet", quantity: 1, unitAmount: 6_800, imageUrl: picture("grand-bouquet") },
          { title: "Hand-written card", quantity: 2, unitAmount: 400, imageUrl: picture("carte") },
        ],
        ...{ shipping: 0, tax: 691, paymentMethod: "Visa ending 4242" },
        placedAt: expect.stringMatching(/Z$/),
        updatedAt: expect.stringMatching(/Z$/),
        note: "Door B",
        url: `${origin}/orders/${id}`,
        asked: {
          ...{ shown: ["service", "order_updates", "offers"], allow: [], textVersion: CONSENT_TEXT_VERSION },
          ...{ locale: "en", page: `${origin}/checkout`, at: expect.stringMatching(/Z$/) },
        },
        customer: { name: "Amélie Laurent", email: "amelie@example.com", visitor: "a.reference" },
      },
    });
    expect((await kept(id)).undelivered).toBeNull();
    expect(await (await ask(serveOrder, { id })).text()).toContain("Thank you, Amélie");
  });

  it("says where it goes, what sending costs, what came off and how it is paid", async () => {
    fetched.mockResolvedValue(answered(200));
    const where = { street: "3 rue des Lilas", postalCode: "75011", city: "Paris" };
    const { id } = await place({ ...where, delivery: "france", payment: "door", code: "pivoine10" });
    const { order } = lastPosted();
    expect(OrderDelivery.safeParse(lastPosted()).error).toBeUndefined();
    expect(order).toMatchObject({
      ...{ paid: false, total: 7_530, shipping: 690, tax: 685, paymentMethod: "At the door" },
      discounts: [{ name: "Welcome, 10% off", amount: 760 }],
      shipTo: { street1: "3 rue des Lilas", postalCode: "75011", city: "Paris", country: "FR" },
    });
    const page = await (await ask(serveOrder, { id })).text();
    for (const text of ["€6.90", "-€7.60", "€75.30", "3 rue des Lilas"]) expect(page).toContain(text);
  });

  it("is placed once however often it is sent, and has its own number", async () => {
    fetched.mockResolvedValue(answered(200));
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => checkOut({ key })));
    const addresses = new Set(answers.map((answer) => answer.headers.get("location")));
    expect(addresses).toEqual(new Set([`${origin}/orders/${key}`]));
    const others = await Promise.all(Array.from({ length: 4 }, () => place()));
    const rows = await Promise.all([key, ...others.map(({ id }) => id)].map(kept));
    expect(new Set(rows.map((row) => row.order.number)).size).toBe(5);
  });

  it("is thanked for also when Comptoir is away; the job posts it later with the same delivery id", async () => {
    fetched.mockResolvedValueOnce(answered(503));
    const { id, answer } = await place();
    expect(answer.status).toBe(303);
    const undelivered = (await kept(id)).undelivered ?? "";
    expect(undelivered).toMatch(/^order\.created /);
    expect(await countJobs(id)).toBe(1);
    fetched.mockRejectedValueOnce(new Error("unreachable"));
    await expect(deliverSandboxOrder({ orderId: id })).rejects.toThrow("unreachable");
    fetched.mockResolvedValue(answered(200));
    await deliverSandboxOrder({ orderId: id });
    expect(fetched.mock.lastCall?.[1]?.headers?.["x-comptoir-delivery"]).toBe(undelivered.split(" ")[1]);
    expect((await kept(id)).undelivered).toBeNull();
    await deliverSandboxOrder({ orderId: id });
    expect(fetched).toHaveBeenCalledTimes(3);
  });
});

describe("the back office", () => {
  it("gives the next status and posts it", async () => {
    fetched.mockResolvedValue(answered(200));
    const { id } = await place();
    const before = (await kept(id)).order;
    expect((await press(id, "shipped")).headers.get("location")).toBe(`${origin}/back-office`);
    const { event, order } = lastPosted();
    expect(event).toBe("order.updated");
    expect(order).toEqual({ ...before, status: "shipped", updatedAt: order.updatedAt });
    expect(Date.parse(order.updatedAt)).toBeGreaterThan(Date.parse(String(before.updatedAt)));
    expect(await (await ask(serveBackOffice)).text()).toContain(String(before.number));
  });

  it("refuses a status that cannot follow, an unknown one, an unknown order", async () => {
    fetched.mockResolvedValue(answered(200));
    const { id } = await place();
    expect((await press(id, "delivered")).status).toBe(409);
    expect((await press(id, "eaten")).status).toBe(422);
    expect((await press(randomUUID(), "shipped")).status).toBe(404);
    await press(id, "refunded");
    expect((await press(id, "refunded")).status).toBe(303);
    expect((await press(id, "shipped")).status).toBe(409);
  });

  it("still tells of the creation when a change came first", async () => {
    fetched.mockResolvedValue(answered(500));
    const { id } = await place();
    await press(id, "shipped");
    fetched.mockResolvedValue(answered(200));
    await deliverSandboxOrder({ orderId: id });
    const { event, order } = lastPosted();
    expect([event, order.status]).toEqual(["order.created", "shipped"]);
  });

  it("keeps an order marked that changed while it was being posted", async () => {
    fetched.mockResolvedValue(answered(500));
    const { id } = await place();
    fetched.mockImplementationOnce(async () => {
      fetched.mockResolvedValueOnce(answered(500));
      await press(id, "shipped");
      return answered(200);
    });
    await deliverSandboxOrder({ orderId: id });
    expect((await kept(id)).undelivered).toMatch(/^order\.created /);
  });
});
