import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asApp, asOwner, type ForeignKey, fillShop, foreignKeys, type Row, tenantTables } from "./catalog-fixture";

const shop = randomUUID();
let app: postgres.Sql;
let owner: postgres.Sql;
let keys: ForeignKey[];
let rows: Map<string, Row>;

beforeAll(async () => {
  [app, owner] = [asApp(), asOwner()];
  const tables = await tenantTables(owner);
  keys = (await foreignKeys(owner)).filter((key) => tables.includes(key.table) && tables.includes(key.parent));
  rows = await fillShop(app, shop);
});
afterAll(() => Promise.all([app.end(), owner.end()]));

/** The application may only add to them, so a new row of them is tried instead of one pointed elsewhere. */
const LEDGERS = ["consent_records", "audit_records"];
const shown = (key: ForeignKey) => `${key.table} (${key.columns}) -> ${key.parent} (${key.parentColumns})`;

describe("TEN-17: foreign keys do not cross shops, though their checks see past row-level security", () => {
  it("has found them", () => expect(keys.length).toBeGreaterThan(20));

  it("pairs the shop of the child with the shop of the parent in every one", () => {
    const loose = keys.filter((key) => {
      const parentShop = key.parent === "shops" ? "id" : "shop_id";
      return key.parentColumns[key.columns.indexOf("shop_id")] !== parentShop;
    });
    expect(loose.map(shown)).toEqual([]);
  });

  it("never clears or changes the shop of a row when its parent goes", async () => {
    const clearing = await owner`
      select conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
      and (confdeltype in ('n', 'd') and confdelsetcols is null or confupdtype <> 'a')`;
    expect(clearing).toEqual([]);
  });

  it("refuses a row of another shop as parent, exactly as one that does not exist", async () => {
    const tried: string[] = [];
    for (const key of keys) {
      const at = key.columns.findIndex((one) => one !== "shop_id");
      const [column, parentColumn] = [key.columns[at], key.parentColumns[at]];
      if (!column || !parentColumn) continue;
      const other = await fillShop(app, randomUUID(), [key.parent]);
      for (const parent of [other.get(key.parent)?.[parentColumn], randomUUID()]) {
        const pointed = app.begin(async (tx) => {
          await tx`select set_config('app.shop_id', ${shop}, true)`;
          const row = { ...rows.get(key.table), [column]: parent };
          if (LEDGERS.includes(key.table)) await tx`insert into ${tx(key.table)} ${tx({ ...row, id: randomUUID() })}`;
          else await tx`update ${tx(key.table)} set ${tx({ [column]: parent })}`;
        });
        await expect(pointed, shown(key)).rejects.toMatchObject({ code: "23503" });
      }
      tried.push(shown(key));
    }
    expect(tried.length).toBeGreaterThan(15);
  });
});
