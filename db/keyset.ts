import { asc, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { invalid } from "#lib/core/errors";
import { instant } from "#lib/core/instant";

const Id = z.uuid();
const Instant = z.tuple([instant({ precision: 6 }), Id]);
const Figure = z.tuple([z.string().regex(/^\d{1,16}$/), Id]);

type Columns = { at: PgColumn; id: PgColumn };

/** Where an index that goes from the latest puts absent values. */
type Absent = "first" | "last";
const ABSENT: Record<Absent, SQL> = { first: sql`first`, last: sql`last` };

type Keyset = {
  order: SQL[];
  /** What a row is ordered by, in full: a JavaScript date would lose its microseconds. */
  exact: SQL<string>;
  /** Rows after the cursor; every row without one. Throws `invalid` for a cursor we did not make. */
  after: (cursor: string | undefined) => SQL | undefined;
  /** What a cursor holds of its row: what it is ordered by, and the id. Throws `invalid` for a cursor we did not make. */
  read: (cursor: string) => [place: string, id: string];
  /** The cursor after this row. */
  cursor: (row: { exact: string; id: string }) => string;
};

/**
 * Pages of a list ordered by an instant and then by id, the latest first or the earliest. A page begins after the last
 * row of the page before, however many came in meanwhile; the cursor holds that row's exact microsecond and id.
 */
export function keyset(columns: Columns, first: "latest" | "earliest" = "latest", absent: Absent = "last"): Keyset {
  const exact = sql<string>`to_char(${columns.at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return pages(columns, first, absent, exact, Instant, (text) => sql`${text}::timestamptz`);
}

/** The same by a whole number that is not negative, the greatest first. */
export function numberKeyset(columns: Columns): Keyset {
  return pages(columns, "latest", "last", sql<string>`${columns.at}::text`, Figure, (text) => sql`${text}::bigint`);
}

/**
 * A list is asked in the very order of its index, down to where absent values stand (an index made with `.desc()` has
 * them last); and a page begins by one comparison of rows, by which the index finds its first row.
 */
function pages(
  { at, id }: Columns,
  first: "latest" | "earliest",
  absent: Absent,
  exact: SQL<string>,
  shape: typeof Instant | typeof Figure,
  placeOf: (text: string) => SQL,
): Keyset {
  const latest = first === "latest";
  return {
    order: [at, id].map((column) => (latest ? sql`${column} desc nulls ${ABSENT[absent]}` : asc(column))),
    exact,
    after(cursor) {
      if (!cursor) return undefined;
      const [text, lastId] = parse(cursor, shape);
      const place = placeOf(text);
      const last = sql`(${place}, ${lastId}::uuid)`;
      return latest ? sql`(${at}, ${id}) < ${last}` : sql`(${at}, ${id}) > ${last}`;
    },
    read: (cursor) => parse(cursor, shape),
    cursor: (row) => Buffer.from(JSON.stringify([row.exact, row.id])).toString("base64url"),
  };
}

function parse(cursor: string, shape: typeof Instant | typeof Figure): [string, string] {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw invalid("invalid", {}, { cursor: "invalid" });
  }
}
