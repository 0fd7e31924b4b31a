import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import type postgres from "postgres";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { owner } from "#db/owner-fixture";
import { contacts } from "#db/schema/contacts";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { recordHash } from "./ledger-record";
import { PURPOSE_LIST, type Purpose } from "./purposes";
import { recordAnswer, recordWithdrawal } from "./record-permissions";
import { type Anchor, verifyChain } from "./verify-chain";

const base = { act: "chat_card" as const, locale: "fr" as const, source: 'https://a.example/?q=«"\\\u0007é\u2028😀»' };

/** A shop whose one contact answered `n` times. */
async function makeLedger(n = 3) {
  const { shop } = await makeShop();
  const contactId = newId();
  await inShop(shop.id, (tx) => tx.insert(contacts).values({ id: contactId, shopId: shop.id }));
  const proof = { b: 'x"\n', a: "é😀", "a b": "" };
  const say = (allow: readonly Purpose[]) =>
    inShop(shop.id, (tx) => recordAnswer(tx, shop.id, { ...base, contactId, proof, allow, shown: ["offers"] }));
  for (let i = 0; i < n; i += 1) await say(["offers"]);
  const withdraw = () =>
    inShop(shop.id, (tx) => recordWithdrawal(tx, shop.id, { ...base, contactId, proof, purposes: PURPOSE_LIST }));
  return { shopId: shop.id, contactId, say, withdraw };
}

/** Does something to the ledger that only the owner of the database can, with its guards off. */
async function tamper(shopId: string, statement: (tx: postgres.TransactionSql) => Promise<unknown>): Promise<void> {
  await owner().begin(async (tx) => {
    await tx`select set_config('app.shop_id', ${shopId}, true)`;
    await tx`alter table consent_records disable trigger user`;
    await statement(tx);
    await tx`alter table consent_records enable trigger user`;
  });
}

const endOf = async (shopId: string): Promise<Anchor> => {
  const [end] = await inShop(shopId, (tx) =>
    tx.execute<{ number: number; hash: string }>(sql`select number::int as number, hash from consent_heads`),
  );
  return { number: end?.number ?? 0, hash: end?.hash ?? "", at: "2026-11-29T20:00:00.000Z" };
};

/** Hashes the ledger anew from its first record on, as whoever holds the whole database could. */
const rehash = (tx: postgres.TransactionSql) =>
  tx`do $$
    declare r consent_records%rowtype; last text := repeat('0', 64);
    begin
      for r in select * from consent_records where shop_id = app_shop_id() order by number loop
        r.prev_hash := last; last := ledger_hash(r);
        update consent_records set prev_hash = r.prev_hash, hash = last where id = r.id;
        update consent_heads set number = r.number, hash = last where shop_id = r.shop_id;
      end loop;
    end $$`;

describe("a shop's ledger", () => {
  it("numbers its records without a gap and joins each to the one before, however many come at once", async () => {
    const the = await makeLedger(0);
    await Promise.all(Array.from({ length: 6 }, () => [the.say(["offers"]), the.withdraw()]).flat());
    const check = await verifyChain(the.shopId);
    expect(check).toMatchObject({ broken: null });
    expect(check.records).toBe((await endOf(the.shopId)).number);
    expect(check.records).toBeGreaterThan(5);
  });

  it("is walked in pages, to the end", async () => {
    const the = await makeLedger(1);
    await inShop(the.shopId, (tx) =>
      tx.execute(sql`insert into consent_records (id, shop_id, contact_id, purpose, action, act, text_version, locale, source, proof)
        select gen_random_uuid(), shop_id, contact_id, purpose, action, act, text_version, locale, source, proof
        from consent_records, generate_series(1, 1100)`),
    );
    expect(await verifyChain(the.shopId)).toMatchObject({ broken: null, records: 1101 });
    expect(await verifyChain(the.shopId, { after: 700 })).toMatchObject({ broken: null, records: 401 });
  });

  it.each(["update consent_records set source = ''", "delete from consent_records", "truncate consent_records"])(
    "refuses even its owner: %s",
    async (statement) => {
      const { shopId } = await makeLedger(1);
      const tried = owner().begin(async (tx) => {
        await tx`select set_config('app.shop_id', ${shopId}, true)`;
        await tx.unsafe(statement);
      });
      await expect(tried).rejects.toMatchObject({ message: expect.stringContaining("only ever added to") });
    },
  );

  it("takes its chain from nobody who adds to it, and leaves no gap for what is left out", async () => {
    const the = await makeLedger(1);
    const forged = sql`shop_id, contact_id, purpose, action, act, text_version, locale, source, proof,
      77, 'x', 'y', now() + interval '1 day' from consent_records`;
    const columns = sql`id, shop_id, contact_id, purpose, action, act, text_version, locale, source, proof, number, hash, prev_hash, at`;
    const add = (id: SQL, end: SQL) =>
      inShop(the.shopId, (tx) =>
        tx.execute(sql`insert into consent_records (${columns}) select ${id}, ${forged} ${end}`),
      );
    await add(sql`gen_random_uuid()`, sql``);
    await expect(add(sql`id`, sql`on conflict do nothing`)).rejects.toMatchObject({ cause: { code: "23505" } });
    expect(await verifyChain(the.shopId)).toEqual({ records: 2, broken: null, anchoredSince: null });
    const [late] = await inShop(the.shopId, (tx) =>
      tx.execute(sql`select from consent_records where at > recorded_at`),
    );
    expect(late).toBeUndefined();
  });

  it("takes no permission from a member who gives it for her", async () => {
    const the = await makeLedger(1);
    const given = { ...base, contactId: the.contactId, proof: { memberId: newId() }, shown: PURPOSE_LIST };
    await expect(
      inShop(the.shopId, (tx) => recordAnswer(tx, the.shopId, { ...given, allow: ["offers"] })),
    ).rejects.toMatchObject({ key: "grant_by_member" });
    const past = inShop(the.shopId, (tx) =>
      tx.execute(sql`insert into consent_records (id, shop_id, contact_id, purpose, action, act, text_version, locale, source, proof)
        select gen_random_uuid(), shop_id, contact_id, purpose, 'granted', act, text_version, locale, source, '{"memberId":"x"}' from consent_records`),
    );
    await expect(past).rejects.toMatchObject({ cause: { code: "23514" } });
  });
});

describe("tampering is found", () => {
  const FIELDS: Record<string, string> = {
    purpose: "'service'",
    action: "'withdrawn'",
    act: "'checkout'",
    basis: "'contract'",
    text_version: "'2026-11'",
    text_hash: "repeat('a', 64)",
    locale: "'en'",
    source: "source || ' '",
    proof: 'proof || \'{"a":"b"}\'',
    at: "at - interval '1 microsecond'",
    recorded_at: "recorded_at + interval '1 microsecond'",
    expires_at: "expires_at + interval '1 microsecond'",
    contact_id: "(select id from contacts c where c.shop_id = consent_records.shop_id and c.id <> contact_id limit 1)",
    id: "gen_random_uuid()",
    number: "number + 100",
    prev_hash: "repeat('b', 64)",
    hash: "repeat('c', 64)",
  };

  it("in any field of any record", async () => {
    const the = await makeLedger(4);
    await inShop(the.shopId, (tx) => tx.insert(contacts).values({ id: newId(), shopId: the.shopId }));
    const flips = Object.entries(FIELDS).filter(([field]) => field !== "text_version");
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...flips), fc.integer({ min: 1, max: 4 }), async ([field, value], number) => {
        const set = `${field} = ${value}`;
        const kept = await owner().begin(async (tx) => {
          await tx`select set_config('app.shop_id', ${the.shopId}, true)`;
          return tx`select to_jsonb(r)::text as kept from consent_records r where number = ${number}`;
        });
        await tamper(the.shopId, (tx) => tx.unsafe(`update consent_records set ${set} where number = ${number}`));
        const { broken } = await verifyChain(the.shopId);
        expect(broken?.number, set).toBe(number);
        await tamper(the.shopId, async (tx) => {
          await tx`delete from consent_records where number in (${number}, ${number + 100})`;
          await tx`insert into consent_records
            select * from jsonb_populate_record(null::consent_records, ${`${kept[0]?.kept}`}::text::jsonb)`;
        });
      }),
      { numRuns: 20, examples: flips.slice(0, 12).map((flip): [(typeof flips)[number], number] => [flip, 2]) },
    );
    expect(await verifyChain(the.shopId)).toMatchObject({ broken: null, records: 4 });
  });

  it("when the whole chain was made anew around it, by its anchor", async () => {
    const the = await makeLedger(3);
    const anchors = [await endOf(the.shopId)];
    await the.withdraw();
    await tamper(the.shopId, (tx) => tx`update consent_records set action = 'granted' where number = 2`);
    await tamper(the.shopId, rehash);
    expect((await verifyChain(the.shopId)).broken).toBeNull();
    expect(await verifyChain(the.shopId, { anchors })).toMatchObject({ broken: { number: 3, problem: "rewritten" } });
  });

  it("when the last records were cut off, by the end that is kept and by its anchor", async () => {
    const the = await makeLedger(3);
    const anchors = [await endOf(the.shopId)];
    await tamper(the.shopId, (tx) => tx`delete from consent_records where number = 3`);
    expect((await verifyChain(the.shopId)).broken).toEqual({ number: 3, id: null, problem: "cut" });
    await tamper(the.shopId, rehash);
    expect((await verifyChain(the.shopId)).broken).toBeNull();
    expect((await verifyChain(the.shopId, { anchors })).broken).toEqual({ number: 3, id: null, problem: "cut" });
  });

  it("when a record in the middle is missing", async () => {
    const the = await makeLedger(3);
    await tamper(the.shopId, (tx) => tx`delete from consent_records where number = 2`);
    expect((await verifyChain(the.shopId)).broken).toEqual({ number: 2, id: null, problem: "missing" });
  });
});

it("hashes a record the same way in the database and outside it", () => {
  const record = {
    ...{ id: "i", shopId: "s", contactId: "c", purpose: "offers" as const, action: "granted" as const },
    ...{ act: "chat_card" as const, basis: "consent" as const, textVersion: "2026-11", textHash: "t", locale: "fr" },
    ...{ source: base.source, proof: { b: "1", a: "2" }, number: 1, prevHash: "0", expiresAt: null },
    ...{ at: "2026-11-29T20:00:00.000001Z", recordedAt: "2026-11-29T20:00:00.000001Z" },
  };
  const { proof, ...rest } = record;
  expect(recordHash({ ...rest, proof: { a: proof.a, b: proof.b } })).toBe(recordHash(record));
  expect(recordHash({ ...record, locale: "en" })).not.toBe(recordHash(record));
});
