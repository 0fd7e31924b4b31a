import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { invalid } from "#lib/core/errors";
import { instant } from "#lib/core/instant";

const Place = z.tuple([instant({ precision: 6 }), z.uuid()]);

type Columns = { at: PgColumn; id: PgColumn };

/**
 * Pages of a list ordered by an instant and then by id, the latest first or the earliest. A page begins after the last
 * row of the page before, however many came in meanwhile; the cursor holds that row's exact microsecond and id.
 */
export function keyset({ at, id }: Columns, first: "latest" | "earliest" = "latest") {
  const [way, beyond] = first === "latest" ? [desc, lt] : [asc, gt];
  return {
    order: [way(at), way(id)],
    /** The instant in full: a JavaScript date would lose its microseconds. */
    exact: sql<string>`to_char(${at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    /** Rows after the cursor; every row without one. Throws `invalid` for a cursor we did not make. */
    after(cursor: string | undefined): SQL | undefined {
      if (!cursor) return undefined;
      const [instantText, lastId] = parse(cursor);
      const place = sql`${instantText}::timestamptz`;
      return or(beyond(at, place), and(eq(at, place), beyond(id, lastId)));
    },
    /** The instant and the id a cursor holds. Throws `invalid` for a cursor we did not make. */
    read: parse,
    /** The cursor after this row. */
    cursor: (row: { exact: string; id: string }) =>
      Buffer.from(JSON.stringify([row.exact, row.id])).toString("base64url"),
  };
}

function parse(cursor: string): z.output<typeof Place> {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw invalid("invalid", {}, { cursor: "invalid" });
  }
}
