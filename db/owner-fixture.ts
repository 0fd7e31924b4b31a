import { sql as query } from "drizzle-orm";
import postgres from "postgres";
import { inShop } from "./in-shop";

let connection: postgres.Sql | undefined;

/** The owner's connection to this worker's database, for what the application's role may not see. */
export function owner(): postgres.Sql {
  connection ??= postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 2, idle_timeout: 1, onnotice: () => undefined });
  return connection;
}

/** A hash of every row of a shop, by table: equal before and after when nothing of the shop was touched. */
export async function rowHashes(shopId: string): Promise<Record<string, string>> {
  const tables = await owner()<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'shop_id' and t.table_type = 'BASE TABLE' order by 1`;
  const parts = [...tables.map((table) => table.name), "shops"].map(
    (name) =>
      query`select ${name}::text as name, coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as hash from ${query.identifier(name)} r`,
  );
  const rows = await inShop(shopId, (tx) =>
    tx.execute<{ name: string; hash: string }>(query.join(parts, query` union all `)),
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.hash]));
}
