import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { shops } from "#db/schema/shops";
import { notFound, refused } from "#lib/core/errors";
import { newToken } from "#lib/core/ids";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type SignedIn } from "#lib/shops/shop-fixture";
import { runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { completeConnect } from "./complete-connect";
import { agePopup, answerOf, ledgerOf, openPopup, signInChat } from "./connect-fixture";
import { findConnect } from "./find-connect";
import { requireSamePerson } from "./same-person";
import { makeVisitor, type TestVisitor } from "./visitor-fixture";

const MINUTE_S = 60;

let shop: ShopView;
let visitor: TestVisitor;
let amelie: SignedIn;
beforeAll(async () => {
  ({ shop } = await makeShop());
  visitor = await makeVisitor(shop);
});

async function contactOf(person: SignedIn, where: ShopView = shop) {
  const [contact] = await inShop(where.id, (tx) =>
    tx
      .select()
      .from(contacts)
      .where(and(eq(contacts.shopId, where.id), eq(contacts.personId, person.id))),
  );
  return contact;
}

describe("continuing in the popup", () => {
  it("records each ticked box with its words, place and act, and each box left empty as refused", async () => {
    amelie = await makePerson("Amélie Laurent");
    const { request } = await openPopup(visitor);
    await completeConnect(amelie, shop.slug, answerOf(request, ["order_updates"]));
    const contact = await contactOf(amelie);
    expect(contact).toMatchObject({ name: "Amélie Laurent", locale: "fr" });
    const ledger = await ledgerOf(shop.id, contact?.id ?? "");
    expect(ledger.map(({ purpose, action }) => [purpose, action]).sort()).toEqual([
      ["offers", "refused"],
      ["order_updates", "granted"],
      ["service", "refused"],
    ]);
    for (const record of ledger)
      expect(record).toMatchObject({
        act: "connect_dialog",
        locale: "fr",
        textVersion: CONSENT_TEXT_VERSION,
        source: "https://a.example/widget",
        proof: { personId: amelie.id },
      });
  });

  it("with nothing ticked only signs in, and takes nothing back that was allowed before", async () => {
    const person = await makePerson();
    await completeConnect(person, shop.slug, answerOf((await openPopup(visitor)).request, ["service"]));
    const { request } = await openPopup(visitor);
    await completeConnect(person, shop.slug, answerOf(request));
    const { permissions } = (await findConnect(shop.slug, request, person)) ?? {};
    expect(permissions).toMatchObject({ service: { state: "on" }, offers: { state: "refused" } });
  });

  it("OAUTH-01: a request is answered once, also when it is answered twice at the same time", async () => {
    const person = await makePerson();
    const { request } = await openPopup(visitor);
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () => completeConnect(person, shop.slug, answerOf(request))),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === "rejected") expect(answer.reason).toEqual(refused("connect_used"));
    await expect(completeConnect(person, shop.slug, answerOf(request))).rejects.toEqual(refused("connect_used"));
  });

  it("OAUTH-01: a request of more than ten minutes ago is refused and nothing is recorded", async () => {
    const person = await makePerson();
    const { request } = await openPopup(visitor);
    await agePopup(shop, request, "expiresAt", 1);
    await expect(completeConnect(person, shop.slug, answerOf(request, ["offers"]))).rejects.toEqual(
      refused("connect_expired"),
    );
    expect(await contactOf(person)).toBeUndefined();
  });

  it("OAUTH-01: a request lives ten minutes", async () => {
    const { request } = await openPopup(visitor);
    const [before, after] = [9.9 * MINUTE_S, 10.1 * MINUTE_S].map((passed) => 10 * MINUTE_S - passed);
    await agePopup(shop, request, "expiresAt", -(before ?? 0));
    expect(await findConnect(shop.slug, request, null)).toMatchObject({ state: "open" });
    await agePopup(shop, request, "expiresAt", -(after ?? 0));
    expect(await findConnect(shop.slug, request, null)).toMatchObject({ state: "expired" });
  });

  it("OAUTH-01: another shop's request is answered like one that never was", async () => {
    const { shop: other } = await makeShop();
    const person = await makePerson();
    const { request } = await openPopup(visitor);
    for (const [slug, token] of [
      [other.slug, request],
      [shop.slug, newToken()],
      [other.slug, newToken()],
    ] as const) {
      await expect(completeConnect(person, slug, answerOf(token))).rejects.toEqual(notFound("connect request"));
      expect(await findConnect(slug, token, person)).toBeNull();
    }
    expect(await contactOf(person, other)).toBeUndefined();
    expect(await findConnect(shop.slug, request, null)).toMatchObject({ state: "open" });
  });

  it("refuses an answer to other words than those of now", async () => {
    const person = await makePerson();
    const { request } = await openPopup(visitor);
    await expect(completeConnect(person, shop.slug, { ...answerOf(request), textVersion: "2020-01" })).rejects.toEqual(
      refused("consent_text_changed"),
    );
    expect(await findConnect(shop.slug, request, person)).toMatchObject({ state: "open", permissions: null });
  });

  it("OAUTH-09: never joins a contact because of an e-mail or a name", async () => {
    const person = await makePerson("Priya Shah");
    await inShop(shop.id, (tx) =>
      tx.insert(contacts).values({ shopId: shop.id, name: "Priya Shah", email: person.email }),
    );
    await completeConnect(person, shop.slug, answerOf((await openPopup(visitor)).request));
    const named = await inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.name, "Priya Shah")));
    expect(named.map((contact) => contact.personId).sort()).toEqual([person.id, null]);
  });
});

describe("what the popup shows", () => {
  it("says what this person allows this shop, and nobody else's", async () => {
    const [mine, other] = [await makePerson(), await makePerson()];
    await signInChat(shop, await makeVisitor(shop), mine, ["offers"]);
    const { request } = await openPopup(visitor);
    expect(await findConnect(shop.slug, request, mine)).toMatchObject({ permissions: { offers: { state: "on" } } });
    expect(await findConnect(shop.slug, request, other)).toMatchObject({ permissions: null });
    expect(await findConnect(shop.slug, request, null)).toMatchObject({ permissions: null, locale: "fr" });
  });

  it("leads back to a page of the shop's own, and to no other (OAUTH-04)", async () => {
    await inShop(shop.id, (tx) =>
      tx
        .update(shops)
        .set({ domains: ["maison.example", "shop.localhost"] })
        .where(eq(shops.id, shop.id)),
    );
    const backFrom = async (returnTo: string) => {
      const { request, returns } = await openPopup(visitor, returnTo);
      const shown = (await findConnect(shop.slug, request, null))?.returnTo;
      return returns === (shown !== null) ? shown : "they disagree";
    };
    const page = "https://maison.example/bouquets?tri=prix";
    expect(await backFrom(page)).toBe(page);
    expect(await backFrom(`${page}#avis`)).toBe(page);
    expect(await backFrom("http://shop.localhost:3000/")).toBe("http://shop.localhost:3000/");
    for (const elsewhere of [
      "https://maison.example.evil.example/",
      "https://maison.example@evil.example/",
      "https://evil.example/?https://maison.example",
      "http://maison.example/",
      "https://maison.example:8443/",
    ])
      expect(await backFrom(elsewhere), elsewhere).toBeNull();
  });

  it("forgets the page it leads back to once it is answered, and an hour after nobody answered", async () => {
    const { shop: other } = await makeShop();
    await inShop(other.id, (tx) =>
      tx
        .update(shops)
        .set({ domains: ["maison.example"] })
        .where(eq(shops.id, other.id)),
    );
    const [page, here] = ["https://maison.example/?q=grossesse", await makeVisitor(other)];
    const kept = async (request: string) => (await findConnect(other.slug, request, null))?.returnTo;
    const [answered, left] = [await openPopup(here, page), await openPopup(here, page)];
    await openPopup(here, "https://evil.example/");
    const jobs = (await takeJobs(other.id)).filter(({ task }) => task === "forgetReturn");
    expect(jobs.map(({ due }) => due)).toEqual([false, false]);
    await completeConnect(amelie, other.slug, answerOf(answered.request));
    expect([await kept(answered.request), await kept(left.request)]).toEqual([null, page]);
    for (const { task, payload } of jobs) await runJob(task, payload);
    expect(await kept(left.request)).toBeNull();
  });

  it("says that it has been used", async () => {
    const { request } = await openPopup(visitor);
    await completeConnect(amelie, shop.slug, answerOf(request));
    expect(await findConnect(shop.slug, request, amelie)).toMatchObject({ state: "used", shop: { name: shop.name } });
  });

  it("takes no answer for another person than the one it named", async () => {
    const [shown, now] = [await makePerson(), await makePerson()];
    expect(() => requireSamePerson(now, shown.id)).toThrow(refused("person_changed"));
    expect(() => requireSamePerson(now, now.id)).not.toThrow();
  });
});
