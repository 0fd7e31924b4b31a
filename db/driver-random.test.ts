import fc from "fast-check";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { enter, openTrial } from "./driver-fixture";

const ROUNDS = 200;
const steps = ["write", "read", "pause", "nested", "together", "die", "be killed"] as const;
const Plan = fc.record({
  shop: fc.constantFrom("A", "B", "C", "D"),
  steps: fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 6 }),
  ending: fc.constantFrom("commit", "commit", "throw"),
});
type Planned = typeof Plan extends fc.Arbitrary<infer P> ? P : never;

let trial: Awaited<ReturnType<typeof openTrial>>;
beforeAll(async () => {
  trial = await openTrial("driver_random");
});
afterAll(() => trial.close());

/** Runs a plan to its end, whatever fails on the way, and complains of each row or context that is another's. */
async function play(tx: postgres.TransactionSql, plan: Planned, note: string, complaints: string[]) {
  const pid = await enter(tx, plan.shop);
  const write = (inner: postgres.TransactionSql) =>
    inner`insert into rows (meant, note) values (${plan.shop}, ${note})`;
  const read = async () => {
    const [row] = await tx`select current_setting('app.shop_id', true) as shop, pg_backend_pid() as pid`;
    if (row?.shop !== plan.shop || row.pid !== pid) complaints.push(`${note} read as ${row?.shop}`);
  };
  const play = {
    write: () => write(tx),
    read,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    nested: () => tx.savepoint(write),
    together: () => Promise.all([write(tx), read(), write(tx)]),
    die: () => tx`select pg_terminate_backend(pg_backend_pid())`,
    "be killed": () => trial.admin`select pg_terminate_backend(${pid})`,
  };
  for (const step of plan.steps) await Promise.resolve(play[step]()).catch(() => undefined);
  if (plan.ending === "throw") throw new Error("thrown by plan");
  await write(tx);
}

it(`keeps ${ROUNDS} rounds of transactions apart while backends are killed at random`, async () => {
  const { sql } = trial.pool(2, { fetch_types: false, backoff: false });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(Plan, { minLength: 2, maxLength: 6 }), async (plans) => {
      const round = plans.map((plan) => ({ plan, note: `transaction ${count++}` }));
      const complaints: string[] = [];
      const outcomes = await Promise.all(
        round.map(({ plan, note }) =>
          sql
            .begin((tx) => play(tx, plan, note, complaints))
            .then(
              () => "resolved",
              (error: Error) => error.message,
            ),
        ),
      );
      const rows = (await trial.rows()).filter((row) => round.some(({ note }) => note === row.note));
      const present = new Set(rows.map((row) => row.note));
      for (const [index, { note }] of round.entries()) {
        if (outcomes[index] === "resolved") expect(present, note).toContain(note);
        if (outcomes[index] === "thrown by plan") expect(present, note).not.toContain(note);
      }
      for (const row of rows) expect(row.shop, row.note ?? "").toBe(row.meant);
      expect(complaints).toEqual([]);
      const [idle] = await sql`select current_setting('app.shop_id', true) as shop`;
      expect(idle?.shop ?? "").toBe("");
    }),
    { numRuns: ROUNDS, endOnFailure: true },
  );
}, 60_000);
