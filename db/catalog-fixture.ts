import { randomUUID } from "node:crypto";
import postgres from "postgres";

export type ForeignKey = { table: string; columns: string[]; parent: string; parentColumns: string[] };
type Column = { table: string; name: string; type: string; required: boolean };
export type Row = Record<string, unknown>;

export const quiet = { max: 1, onnotice: () => undefined };
export const asApp = () => postgres(process.env.DATABASE_URL ?? "", quiet);
export const asOwner = () => postgres(process.env.DATABASE_OWNER_URL ?? "", quiet);

/** Every table of `public` that row-level security divides by shop: those with `shop_id`, and the shops themselves. */
export async function tenantTables(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (a.attname = 'shop_id' or c.relname = 'shops')
    order by 1`;
  return rows.map((row) => row.name);
}

export async function foreignKeys(sql: postgres.Sql): Promise<ForeignKey[]> {
  return sql<ForeignKey[]>`
    select k.conrelid::regclass::text as table, k.confrelid::regclass::text as parent,
      (select array_agg(a.attname::text order by n) from unnest(k.conkey) with ordinality u(num, n)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as columns,
      (select array_agg(a.attname::text order by n) from unnest(k.confkey) with ordinality u(num, n)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num) as "parentColumns"
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 1, k.conname`;
}

async function columnsOf(sql: postgres.Sql): Promise<Column[]> {
  return sql<Column[]>`
    select table_name as table, column_name as name, data_type as type,
      is_nullable = 'NO' and column_default is null as required
    from information_schema.columns where table_schema = 'public'`;
}

const anyValue: Record<string, () => unknown> = {
  uuid: () => randomUUID(),
  text: () => `text ${randomUUID()}`,
  integer: () => 1,
  bigint: () => 1,
  boolean: () => true,
  date: () => "1970-01-01",
  "timestamp with time zone": () => new Date(0),
  jsonb: () => ({}),
  ARRAY: () => [],
};

/** Tables the application only reads, and the table whose rows bring theirs by a trigger. */
const KEPT_BY: Record<string, string> = { consent_heads: "consent_records" };

/**
 * Makes a shop with one row in every tenant table, or in `wanted` and what those point at, as the application's role
 * and in that shop's context, whatever the tables are: each foreign key points at the row made for its parent.
 * Answers the rows by table.
 */
export async function fillShop(sql: postgres.Sql, shopId: string, wanted?: string[]): Promise<Map<string, Row>> {
  const [tables, keys, columns] = await Promise.all([tenantTables(sql), foreignKeys(sql), columnsOf(sql)]);
  const made = new Map<string, Row>();
  await sql.begin(async (tx) => {
    await tx`select set_config('app.shop_id', ${shopId}, true)`;
    async function make(table: string): Promise<Row> {
      const already = made.get(table);
      if (already) return already;
      if (!tables.includes(table)) {
        const [kept] = await tx<Row[]>`select * from ${tx(table)} limit 1`;
        if (kept) return kept;
      }
      const keeper = KEPT_BY[table];
      if (keeper) {
        await make(keeper);
        const [kept] = await tx<Row[]>`select * from ${tx(table)}`;
        if (!kept) throw new Error(`no row came in ${table}`);
        made.set(table, kept);
        return kept;
      }
      const row: Row = {};
      for (const column of columns.filter((one) => one.table === table && one.required))
        row[column.name] = anyValue[column.type]?.();
      for (const key of keys.filter((one) => one.table === table && one.parent !== table)) {
        const parent = await make(key.parent);
        key.columns.forEach((name, index) => {
          row[name] = parent[key.parentColumns[index] ?? ""];
        });
      }
      if (tables.includes(table)) row[table === "shops" ? "id" : "shop_id"] = shopId;
      const [inserted] = await tx<Row[]>`insert into ${tx(table)} ${tx(row)} on conflict do nothing returning *`;
      const [found] = inserted ? [inserted] : await tx<Row[]>`select * from ${tx(table)} limit 1`;
      if (!found) throw new Error(`no row could be made in ${table}`);
      made.set(table, found);
      return found;
    }
    for (const table of wanted ?? tables) await make(table);
  });
  return made;
}
