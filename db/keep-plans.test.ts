import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterEach, expect, it } from "vitest";
import { env } from "#lib/core/env";
import { keepPlans } from "./keep-plans";

const open: postgres.Sql[] = [];

function connect(query = "") {
  const client = postgres(`${env().DATABASE_URL}${query}`, { max: 1 });
  open.push(client);
  return drizzle(keepPlans(client));
}

afterEach(async () => {
  for (const client of open.splice(0)) await client.end();
});

/** How many plans the connection keeps of statements with these words, after each was asked for twice with `values`. */
async function keptOf(db: ReturnType<typeof connect>, values: number[]): Promise<number> {
  const statement = sql`select 'a plan' where 1 in ${values}`;
  for (let time = 0; time < 2; time += 1) {
    await db.transaction(async (tx) => expect(await tx.execute(statement)).toHaveLength(1));
  }
  return db.transaction(async (tx) => {
    const kept = await tx.execute(
      sql`select name from pg_prepared_statements where statement like 'select ''a plan''%'`,
    );
    return kept.length;
  });
}

it("plans a statement once for all that ask the same connection for it", async () => {
  expect(await keptOf(connect(), [1, 2, 3])).toBe(1);
});

it("keeps no plan of a statement with a long list, whose shape hardly comes again", async () => {
  const long = Array.from({ length: 65 }, (_, n) => n);
  expect(await keptOf(connect(), long)).toBe(0);
});

it("keeps none where the address says so, for a pooler that gives every transaction another connection", async () => {
  expect(await keptOf(connect("?prepare=false"), [1, 2, 3])).toBe(0);
});
