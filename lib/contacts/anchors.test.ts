import { mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { owner } from "#db/owner-fixture";
import { consentRecords } from "#db/schema/contacts";
import { ledgerOf, signInChat } from "#lib/connect/connect-fixture";
import { act } from "#lib/connect/messenger-fixture";
import { permissionReceipt } from "#lib/connect/permission-receipt";
import { answerCard, makeVisitor } from "#lib/connect/visitor-fixture";
import { DAY } from "#lib/core/clock";
import { isSigned } from "#lib/core/sign";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { readAnchors, writeAnchor } from "./anchor-files";
import { anchorLedgers } from "./anchor-ledgers";
import { expirePermissions } from "./expire-permissions";
import { recordHash } from "./ledger-record";
import { foldLedger, OFFERS_LAST_MS, permissionsOf } from "./permissions";
import { recordWithdrawal } from "./record-permissions";
import { isSuppressed, suppressOffers } from "./suppressions";
import { verifyRecord } from "./verify-record";

const clock = vi.hoisted((): { at: Date | null } => ({ at: null }));
vi.mock("#lib/core/clock", async (original) => ({
  ...(await original<typeof import("#lib/core/clock")>()),
  now: () => clock.at ?? new Date(),
}));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anchors-"));
  process.env.COMPTOIR_DATA = folder;
});
const ledger = () => {
  const [database = ""] = readdirSync(join(folder, "ledger"));
  return join(folder, "ledger", database);
};
const files = () => readdirSync(ledger()).sort();

async function makeShopper() {
  const { shop, owner: member } = await makeShop();
  const visitor = await makeVisitor(shop);
  await answerCard(visitor, ["service", "offers"]);
  const { contactId } = visitor;
  return { shop, member, visitor, contactId, records: () => ledgerOf(shop.id, contactId) };
}

describe("the anchors outside the database", () => {
  it("say by day where every ledger ended, signed", async () => {
    const { shop, member, records } = await makeShopper();
    const [record] = await records();
    expect(await verifyRecord(member, { recordId: record?.id ?? "" })).toEqual({ holds: true, since: null });
    clock.at = new Date("2026-12-01T10:07:00Z");
    await anchorLedgers();
    clock.at = new Date("2026-12-02T10:07:00Z");
    await anchorLedgers();
    clock.at = null;
    expect(files()).toEqual(["2026-12-01.json", "2026-12-02.json"]);
    const { ofShop, damaged } = await readAnchors();
    expect(damaged).toEqual([]);
    expect(ofShop.get(shop.id)).toMatchObject([{ number: 3 }, { number: 3 }]);
    const since = "2026-12-01T10:07:00.000Z";
    expect(await verifyRecord(member, { recordId: record?.id ?? "" })).toEqual({ holds: true, since });
  });

  it("never take in a ledger that was forged since", async () => {
    const { shop, member, records } = await makeShopper();
    clock.at = new Date("2026-12-03T10:00:00Z");
    await anchorLedgers();
    await owner().begin(async (tx) => {
      await tx`select set_config('app.shop_id', ${shop.id}, true)`;
      await tx`alter table consent_records disable trigger user`;
      await tx`update consent_records set hash = repeat('a', 64) where number = 3`;
      await tx`update consent_heads set hash = repeat('a', 64)`;
      await tx`alter table consent_records enable trigger user`;
    });
    clock.at = new Date("2026-12-04T10:00:00Z");
    await anchorLedgers();
    clock.at = null;
    const hashes = new Set((await readAnchors()).ofShop.get(shop.id)?.map(({ hash }) => hash));
    expect(hashes.size).toBe(1);
    expect(hashes.has("a".repeat(64))).toBe(false);
    const [first] = await records();
    expect(await verifyRecord(member, { recordId: first?.id ?? "" })).toMatchObject({ holds: false });
  });

  it("end the walk from a record at the first one after it", async () => {
    const { shop, member, visitor } = await makeShopper();
    await anchorLedgers();
    await signInChat(shop, visitor, await makePerson(), ["order_updates"]);
    const all = await inShop(shop.id, (tx) => tx.select().from(consentRecords).orderBy(consentRecords.number));
    const [first, last] = [all[0], all.at(-1)];
    const { number = 0 } = last ?? {};
    await owner().begin(async (tx) => {
      await tx`select set_config('app.shop_id', ${shop.id}, true)`;
      await tx`alter table consent_records disable trigger user`;
      await tx`update consent_records set source = 'forged' where number = ${number}`;
      await tx`alter table consent_records enable trigger user`;
    });
    expect(await verifyRecord(member, { recordId: first?.id ?? "" })).toMatchObject({ holds: true });
    expect(await verifyRecord(member, { recordId: last?.id ?? "" })).toMatchObject({ holds: false });
  });

  it("are read only as this installation signed them", async () => {
    await writeAnchor(new Date("2026-11-01T10:00:00Z"), []);
    const place = join(ledger(), "2026-11-01.json");
    const text = readFileSync(place, "utf8");
    for (const other of [text.replace("10:00:00", "10:00:01"), "{}", "not json"]) {
      writeFileSync(place, other);
      expect((await readAnchors()).damaged).toEqual(["2026-11-01.json"]);
    }
    writeFileSync(place, text);
    expect((await readAnchors()).damaged).toEqual([]);
  });
});

it("anchors of the time when one folder was for all are this database's, once, and each is checked as before", async () => {
  await writeAnchor(new Date("2026-08-01T10:00:00Z"), []);
  const [own, names] = [ledger(), files()];
  const early = (name: string) => join(folder, "ledger", name);
  const text = readFileSync(join(own, "2026-08-01.json"), "utf8");
  for (const name of names) renameSync(join(own, name), early(name));
  rmdirSync(own);
  writeFileSync(early("2026-08-02.json"), text.replace("10:00:00", "10:00:01"));
  const found = { files: names.length + 1, damaged: ["2026-08-02.json"] };
  expect(await Promise.all([readAnchors(), readAnchors()])).toMatchObject([found, found]);
  expect(readdirSync(join(folder, "ledger"))).toHaveLength(1);
  expect(readFileSync(join(own, "2026-08-01.json"), "utf8")).toBe(text);
  rmSync(join(own, "2026-08-02.json"));
  writeFileSync(early("2026-08-03.json"), text);
  expect(await readAnchors(), "what comes later is another's").toMatchObject({ files: names.length, damaged: [] });
  rmSync(early("2026-08-03.json"));
});

describe("anchors that cannot be read", () => {
  const forge = (name: string) => writeFileSync(join(ledger(), name), "{}");
  const anchorAt = async (at: string) => {
    clock.at = new Date(at);
    await anchorLedgers();
    clock.at = null;
  };

  it("are set aside where the day's is written anew, and what an older one says still holds", async () => {
    const { shop } = await makeShopper();
    await anchorAt("2027-01-01T10:00:00Z");
    const [[last]] = [(await readAnchors()).ofShop.get(shop.id)?.slice(-1) ?? []];
    await owner().begin(async (tx) => {
      await tx`select set_config('app.shop_id', ${shop.id}, true)`;
      await tx`alter table consent_records disable trigger user`;
      await tx`delete from consent_records`;
      await tx`delete from consent_heads`;
      await tx`alter table consent_records enable trigger user`;
    });
    await anchorAt("2027-01-02T10:00:00Z");
    forge("2027-01-02.json");
    await anchorAt("2027-01-02T11:00:00Z");
    const aside = files().filter((name) => name.endsWith(".aside"));
    expect(aside).toMatchObject([expect.stringContaining("2027-01-02.json")]);
    const { ofShop, damaged } = await readAnchors();
    expect(damaged).toEqual(aside);
    expect(ofShop.get(shop.id)?.at(-1), "a ledger that is gone keeps its end").toMatchObject({ hash: last?.hash });
  });

  it("let nothing be anchored where none can be read", async () => {
    const kept = files().filter((name) => name.endsWith(".json"));
    const texts = kept.map((name) => readFileSync(join(ledger(), name), "utf8"));
    kept.forEach(forge);
    await anchorAt("2027-01-03T10:00:00Z");
    expect(files()).not.toContain("2027-01-03.json");
    expect((await readAnchors()).ofShop.size).toBe(0);
    kept.forEach((name, i) => {
      writeFileSync(join(ledger(), name), texts[i] ?? "");
    });
    await anchorAt("2027-01-03T11:00:00Z");
    expect(files()).toContain("2027-01-03.json");
  });
});

describe("the receipt a shopper keeps", () => {
  it("proves every record by itself, with nothing but the published key", async () => {
    const { shop, visitor } = await makeShopper();
    const person = await makePerson("Amélie");
    await signInChat(shop, visitor, person, ["order_updates"]);
    const receipt = await permissionReceipt(person, shop.slug);
    const kept: typeof receipt = JSON.parse(JSON.stringify(receipt));
    expect(isSigned(kept, kept.publicKey)).toBe(true);
    for (const { hash, proof_id, text, ...record } of kept.said.records) {
      expect(recordHash(record)).toBe(hash);
      expect(hash.startsWith(proof_id.slice(3))).toBe(true);
      expect(text.length).toBeGreaterThan(10);
    }
    expect(kept.said.records.map(({ action }) => action)).toContain("granted");
    kept.said.issuedAt = "2020-01-01T00:00:00.000Z";
    expect(isSigned(kept, kept.publicKey)).toBe(false);
    await expect(permissionReceipt(await makePerson(), shop.slug)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a permission that ends by itself", () => {
  it("counts no more from that instant, and the ledger says so once", async () => {
    const { shop, contactId, records } = await makeShopper();
    const [offers] = (await records()).filter(({ purpose }) => purpose === "offers");
    const ends = offers?.expiresAt ?? new Date(0);
    expect(ends.getTime() - Date.now()).toBeGreaterThan(OFFERS_LAST_MS - DAY);
    expect(foldLedger(await records(), new Date(ends.getTime() - 1)).offers.state).toBe("on");
    expect(foldLedger(await records(), ends).offers).toMatchObject({ state: "off", act: "expiry" });
    clock.at = ends;
    await expirePermissions();
    await expirePermissions();
    clock.at = null;
    expect((await records()).filter(({ action }) => action === "expired")).toMatchObject([
      { purpose: "offers", act: "expiry", proof: { ends: offers?.id } },
    ]);
    const { service, offers: after } = await inShop(shop.id, (tx) => permissionsOf(tx, shop.id, contactId));
    expect([service.state, after.state]).toEqual(["on", "off"]);
  });

  it("for offers ends although nothing was written of an end", async () => {
    const { shop, contactId } = await makeShopper();
    await act(shop.id, contactId, "granted", "offers", 5);
    const state = async () => (await inShop(shop.id, (tx) => permissionsOf(tx, shop.id, contactId))).offers.state;
    clock.at = new Date(Date.now() + OFFERS_LAST_MS - DAY);
    expect(await state()).toBe("on");
    clock.at = new Date(Date.now() + OFFERS_LAST_MS + DAY);
    expect(await state()).toBe("off");
    await expirePermissions();
    await expirePermissions();
    clock.at = null;
    expect((await ledgerOf(shop.id, contactId)).filter(({ action }) => action === "expired")).toHaveLength(1);
  });

  it("is never given by an import for offers, and without evidence for nothing", () => {
    const at = new Date();
    const imported = (purpose: "service" | "offers", basis?: string) =>
      foldLedger([{ purpose, action: "imported", act: "import", at, ...(basis ? { basis } : {}) }])[purpose].state;
    expect([imported("service", "consent"), imported("service", "unknown"), imported("service")]).toEqual([
      "on",
      "not_given",
      "not_given",
    ]);
    expect([imported("offers", "consent"), imported("offers", "contract")]).toEqual(["not_given", "not_given"]);
  });
});

it("an objection is known by a hash alone, until she allows offers again herself", async () => {
  const { shop, visitor, contactId } = await makeShopper();
  const known = () => inShop(shop.id, (tx) => isSuppressed(tx, shop.id, contactId));
  expect(await known()).toBe(false);
  await inShop(shop.id, (tx) => suppressOffers(tx, shop.id, contactId));
  expect(await known()).toBe(true);
  const rows = await inShop(shop.id, (tx) => tx.execute(sql`select * from suppressions`));
  expect(JSON.stringify(rows)).not.toContain(visitor.identityId);
  await inShop(shop.id, (tx) =>
    recordWithdrawal(tx, shop.id, {
      contactId,
      purposes: ["offers"],
      act: "my_permissions",
      locale: "fr",
      source: "",
      proof: {},
    }),
  );
  await answerCard(visitor, ["service"]);
  expect(await known(), "nothing else she allows lifts it").toBe(true);
  await answerCard(visitor, ["offers"]);
  expect(await known()).toBe(false);
});
