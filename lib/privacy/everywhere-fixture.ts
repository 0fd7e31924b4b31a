import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { owner } from "#db/owner-fixture";
import { env } from "#lib/core/env";

/** The platform's own copies and the demo storefront's: outside the product. */
const OUTSIDE = /^sandbox_/;

/**
 * Every table in which words stand in some row of a shop or of no shop, in whatever column, bytes and waiting jobs
 * included. The tables are read from the database, so that a new one is looked through too.
 */
export async function tablesWith(shopId: string, words: string): Promise<string[]> {
  return owner().begin(async (sql) => {
    await sql`select set_config('app.shop_id', ${shopId}, true)`;
    const tables = await sql<{ schema: string; name: string }[]>`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and (n.nspname = 'public' or c.relname = '_private_jobs') order by 2`;
    const found: string[] = [];
    const hex = Buffer.from(words).toString("hex");
    for (const { schema, name } of tables.filter((one) => !OUTSIDE.test(one.name))) {
      const [row] = await sql`select 1 from ${sql(schema)}.${sql(name)} t
        where position(${words} in t::text) > 0 or position(${hex} in t::text) > 0 limit 1`;
      if (row) found.push(name);
    }
    return found;
  });
}

/** Every kept file of a shop in which words stand. */
export function filesWith(shopId: string, words: string): string[] {
  const folder = join(resolve(env().COMPTOIR_DATA), "files", shopId);
  return list(folder).filter((file) => readFileSync(join(folder, file)).includes(words));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  } catch {
    return [];
  }
}
