import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { enter, openProxy, openTrial, signal } from "./driver-fixture";

const uncaught: unknown[] = [];
const keep = (error: unknown) => uncaught.push(error);
let trial: Awaited<ReturnType<typeof openTrial>>;

beforeAll(async () => {
  trial = await openTrial("driver_trial");
  process.on("uncaughtException", keep).on("unhandledRejection", keep);
});
beforeEach(() => trial.admin.unsafe(`truncate ${trial.table}`));
afterEach(() => expect(uncaught.splice(0)).toEqual([]));
afterAll(async () => {
  process.off("uncaughtException", keep).off("unhandledRejection", keep);
  await trial.close();
});

/**
 * A loses its connection while its callback still runs; B begins on the connection that replaces it and writes.
 * Then A's callback goes on, and B ends only after A's callback has.
 */
async function bleed(lateA: (tx: Parameters<typeof enter>[0]) => Promise<void>, lateB: () => void) {
  const { sql, nextLoss } = trial.pool(1);
  const [writing, finished] = [signal(), signal()];
  const a = sql.begin(async (tx) => {
    const loss = nextLoss();
    await trial.admin`select pg_terminate_backend(${await enter(tx, "A")})`;
    await loss;
    await writing.sent;
    try {
      await lateA(tx);
    } finally {
      finished.send();
    }
  });
  await expect(a).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  return sql.begin(async (tx) => {
    await enter(tx, "B");
    await tx`insert into rows (meant, note) values ('B', 'secret of B')`;
    writing.send();
    await finished.sent;
    await tx`select 1`;
    lateB();
  });
}

describe("the driver, when a transaction's connection is lost", () => {
  it("RLS-04: the dead callback neither reads, writes nor commits in the transaction that came after", async () => {
    const late: PromiseSettledResult<unknown>[] = [];
    const b = bleed(
      async (tx) => {
        late.push(
          ...(await Promise.allSettled([tx`select note from rows`, tx`insert into rows (meant) values ('A')`])),
        );
        late.push(...(await Promise.allSettled([tx.savepoint((inner) => inner`select note from rows`)])));
      },
      () => {
        throw new Error("B changed its mind");
      },
    );
    await expect(b).rejects.toThrow("B changed its mind");
    expect(late).toHaveLength(3);
    for (const outcome of late)
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "CONNECTION_CLOSED" } });
    expect(await trial.rows()).toEqual([]);
  });

  it("RLS-05: what the next transaction committed is there, though the dead callback throws and rolls back", async () => {
    const fail = async () => {
      throw new Error("A failed late");
    };
    await bleed(fail, () => undefined);
    expect(await trial.rows()).toEqual([{ shop: "B", meant: "B", note: "secret of B" }]);
  });

  it.each([
    ["a plain query", "select pg_terminate_backend(pg_backend_pid())", []],
    ["a query with parameters", "select pg_terminate_backend(pg_backend_pid()), $1::text", ["x"]],
    [
      "a query that has sent rows",
      "select pg_terminate_backend(pg_backend_pid()) from generate_series(1, $1::int)",
      [9],
    ],
  ] as const)(
    "RLS-06: a backend killed during %s ends neither the process nor the pool",
    async (_, text, values) => {
      const { sql } = trial.pool(1);
      for (let round = 0; round < 5; round++) {
        const killed = sql.begin(async (tx) => {
          await tx.unsafe(text, [...values]);
        });
        await expect(killed).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
        await expect(sql.begin((tx) => tx`select 1 as one, ${"x"}::text as x`)).resolves.toEqual([{ one: 1, x: "x" }]);
      }
    },
    5_000,
  );

  it("RLS-06: every query of the dead transaction settles, also those that were waiting for their turn", async () => {
    const { sql } = trial.pool(1);
    let settled: PromiseSettledResult<unknown>[] = [];
    const killed = sql.begin(async (tx) => {
      settled = await Promise.allSettled([
        tx`select pg_terminate_backend(pg_backend_pid()), ${1}::int`,
        tx`select ${2}::int`,
        tx.savepoint((inner) => inner`select 3`),
      ]);
    });
    await expect(killed).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    await expect.poll(() => settled.map((one) => one.status)).toEqual(["rejected", "rejected", "rejected"]);
    await expect(sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
  });

  it("RLS-06: a connection reset by the network leaves no query waiting and no connection behind", async () => {
    const proxy = await openProxy();
    const { sql } = trial.pool(1, { host: "127.0.0.1", port: proxy.port });
    const reached = signal();
    const cut = sql.begin(async (tx) => {
      await enter(tx, "A");
      reached.send();
      await tx`select pg_sleep(30)`.catch(() => undefined);
      await tx`select 1`;
    });
    await Promise.all([
      expect(cut).rejects.toMatchObject({ code: /ECONNRESET|CONNECTION_CLOSED/ }),
      reached.sent.then(proxy.reset),
    ]);
    for (let round = 0; round < 3; round++) await expect(sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
    await sql.end({ timeout: 1 });
    await proxy.close();
  }, 5_000);
});
