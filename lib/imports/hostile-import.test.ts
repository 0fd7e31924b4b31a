import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import { claimedEmails } from "#db/schema/widget";
import { makeReference } from "#lib/connect/reference";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import { permissionsOf } from "#lib/contacts/permissions";
import { deliver, makeConnection } from "#lib/orders/hook-fixture";
import { sampleOrder } from "#lib/orders/order-fixture";
import { eraseContact } from "#lib/privacy/ask-erasure";
import type { ShopView } from "#lib/shops/load-shop";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { importText } from "../worker/import-fixture";
import { runJobs } from "../worker/jobs-fixture";

let shop: ShopView;
let owner: TestMember;
beforeEach(async () => {
  ({ shop, owner } = await makeShop());
});

const everyone = () =>
  inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.shopId, shop.id)).orderBy(asc(contacts.email)));

async function offersByEmail(): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const { id, email } of await everyone()) {
    const { offers } = await inShop(shop.id, (tx) => permissionsOf(tx, shop.id, id));
    found.push([email ?? "", offers.state]);
  }
  return Object.fromEntries(found);
}

it("takes a line to its end whatever words and years stand in it", async () => {
  const file =
    "email,language,unsubscribed\na@mail.example,constructor,\nb@mail.example,fr,0000-01-01\nc@mail.example,,0001-01-01T00:00:00Z";
  expect(await importText(owner, file)).toMatchObject({ state: "done", counts: { fresh: 3 } });
  expect((await everyone()).map(({ locale }) => locale)).toEqual([null, "fr", null]);
  expect(Object.values(await offersByEmail())).not.toContain("off");
});

it("keeps an objection by a day as people write it, and none by what programs write for never", async () => {
  await importText(
    owner,
    "e-mail;date de désinscription\na@mail.example;03/02/2021\nb@mail.example;3.2.21\nc@mail.example;00/00/0000\nd@mail.example;non",
  );
  const offers = await offersByEmail();
  expect(offers).toMatchObject({ "a@mail.example": "off", "b@mail.example": "off" });
  expect(offers["c@mail.example"]).not.toBe("off");
  expect(offers["d@mail.example"]).not.toBe("off");
});

it("loses neither somebody nor what she refused to another line that cannot be taken", async () => {
  const long = "x".repeat(121);
  const file = `email,name,unsubscribed\na@mail.example,${long},yes\na@mail.example,Ada,\nb@mail.example,Bea,\nb@mail.example,${long},yes`;
  expect(await importText(owner, file)).toMatchObject({
    counts: { fresh: 2, refused: 2 },
    refusedLines: [
      { line: 2, problem: "name_too_long" },
      { line: 5, problem: "name_too_long" },
    ],
  });
  expect(await offersByEmail()).toEqual({ "a@mail.example": "off", "b@mail.example": "off" });
});

it("brings nobody back who was erased because somebody else bears the address, or has none yet", async () => {
  const file = "email,name\na@mail.example,Ada";
  await importText(owner, file);
  const [ada] = await everyone();
  await eraseContact(owner, { contactId: ada?.id ?? "" });
  await runJobs(shop.id);
  const [bearer, other] = [await makeVisitor(shop), await makeVisitor(shop)];
  await inShop(shop.id, (tx) =>
    tx.update(contacts).set({ email: "a@mail.example" }).where(eq(contacts.id, bearer.contactId)),
  );
  const refused = { counts: { fresh: 0, joined: 0, refused: 1 }, refusedLines: [{ problem: "erased" }] };
  expect(await importText(owner, file)).toMatchObject(refused);
  expect(await importText(owner, `contact,email\n${other.contactId},a@mail.example`)).toMatchObject(refused);
  expect((await everyone()).filter(({ email, name }) => email === "a@mail.example" || name === "Ada")).toHaveLength(1);
});

it("brings nobody back by an address that the shop verified, that she confirmed, or that she ordered with", async () => {
  const her = await makeVisitor(shop);
  const { contactId, identityId, shopId } = her;
  const connection = await makeConnection(owner);
  const email = (name: string) => `${name}@mail.example`;
  await inShop(shopId, async (tx) => {
    await tx.insert(shopAccounts).values({ shopId, userId: "42", contactId, verifiedEmail: "Verified@mail.example" });
    const confirmed = { email: email("confirmed"), confirmedAt: new Date() };
    await tx.insert(claimedEmails).values({ shopId, identityId, ...confirmed });
  });
  const claimed = await makeVisitor(shop);
  await inShop(shopId, (tx) =>
    tx.insert(claimedEmails).values({ shopId, identityId: claimed.identityId, email: email("claimed") }),
  );
  const order = sampleOrder({ customer: { name: "Ada", email: email("ordered"), visitor: makeReference(her) } });
  await deliver(connection, { event: "order.created", order });
  await runJobs(shopId);
  for (const one of [contactId, claimed.contactId]) await eraseContact(owner, { contactId: one });
  await runJobs(shopId);
  const names = ["verified", "confirmed", "ordered", "claimed"];
  const view = await importText(owner, `email\n${names.map(email).join("\n")}`);
  expect(view).toMatchObject({
    counts: { fresh: 1, refused: 3 },
    refusedLines: [2, 3, 4].map((line) => ({ line, problem: "erased" })),
  });
});
