import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";

/** A table whose rows point at another's: by which columns, at which. */
export type Link = { child: string; columns: string[]; parent: string; parentColumns: string[]; files: boolean };

/** Kept though they point at an erased contact: proof of what was allowed, asked and reported, and what accounts need. */
const KEPT = new Set(["consent_records", "data_requests", "reports", "orders", "contacts"]);

/**
 * Every link between tables of a shop, read from the database itself, so that a table added later is reached without
 * being named here. `files` says that the table's rows own files.
 */
export async function readLinks(tx: Tx): Promise<Link[]> {
  const rows = await tx.execute<Link>(sql`
    select c.relname as child, p.relname as parent,
      (select array_agg(a.attname::text order by n) from unnest(k.conkey) with ordinality u(num, n)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as columns,
      (select array_agg(a.attname::text order by n) from unnest(k.confkey) with ordinality u(num, n)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num) as "parentColumns",
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'storage_key' and not a.attisdropped) as files
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by c.relname, k.conname`);
  return [...rows];
}

type Doomed = { table: string; where: SQL; files: boolean };

const names = (columns: readonly string[]) =>
  sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `,
  );

/**
 * The rows that belong to rows of `table`, the furthest first, so that they can be deleted in this order; the rows
 * themselves are not among them.
 */
export function belongingRows(
  links: readonly Link[],
  table: string,
  where: SQL,
  through: readonly string[] = [],
): Doomed[] {
  const path = [...through, table];
  return links
    .filter(({ parent, child }) => parent === table && !KEPT.has(child) && !path.includes(child))
    .flatMap(({ child, columns, parentColumns, files }) => {
      const mine = sql`(${names(columns)}) in (select ${names(parentColumns)} from ${sql.identifier(table)} where ${where})`;
      return [...belongingRows(links, child, mine, path), { table: child, where: mine, files }];
    });
}

/** Deletes rows; answers the keys of the files they owned. */
export async function deleteRows(tx: Tx, { table, where, files }: Doomed): Promise<string[]> {
  const from = sql`delete from ${sql.identifier(table)} where ${where}`;
  if (!files) {
    await tx.execute(from);
    return [];
  }
  const gone = await tx.execute<{ key: string | null }>(sql`${from} returning storage_key as key`);
  return [...gone].flatMap(({ key }) => key ?? []);
}
