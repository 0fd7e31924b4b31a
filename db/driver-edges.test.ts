import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { enter, openTrial, signal } from "./driver-fixture";

const DRIVER_PIPELINE = 100;
const uncaught: unknown[] = [];
const keep = (error: unknown) => uncaught.push(error);
let trial: Awaited<ReturnType<typeof openTrial>>;

beforeAll(async () => {
  trial = await openTrial("driver_edges");
  process.on("uncaughtException", keep).on("unhandledRejection", keep);
});
beforeEach(() => trial.admin.unsafe(`truncate ${trial.table}`));
afterEach(() => expect(uncaught.splice(0)).toEqual([]));
afterAll(async () => {
  process.off("uncaughtException", keep).off("unhandledRejection", keep);
  await trial.close();
});

describe("a transaction of the driver", () => {
  it("is refused when its connection is lost during the commit, whose outcome is then unknown", async () => {
    await trial.admin.unsafe(`
      create or replace function driver_edges.die() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
      create constraint trigger dies after insert on ${trial.table} deferrable initially deferred
        for each row when (new.note = 'dies') execute function driver_edges.die()`);
    const { sql } = trial.pool(1);
    const committed = sql.begin(async (tx) => {
      await tx`insert into rows (meant, note) values ('A', 'dies')`;
      return "told success";
    });
    await expect(committed).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    await expect(sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
  });

  it("is refused when its connection is lost while its callback does something else", async () => {
    const { sql } = trial.pool(1);
    const never = sql.begin(async (tx) => {
      await trial.admin`select pg_terminate_backend(${await enter(tx, "A")})`;
      await new Promise(() => undefined);
    });
    await expect(never).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  });

  it.each(["commit", "rollback"])("takes no more queries after its %s", async (ending) => {
    const { sql } = trial.pool(1);
    const [over, inB] = [signal(), signal()];
    let stray: Promise<unknown> = Promise.resolve();
    const a = sql.begin(async (tx) => {
      await enter(tx, "A");
      stray = (async () => {
        await inB.sent;
        await tx`insert into rows (meant) values ('A')`;
      })();
      stray.catch(over.send);
      if (ending === "rollback") throw new Error("A failed");
    });
    await Promise.allSettled([a]);
    await sql.begin(async (tx) => {
      await enter(tx, "B");
      inB.send();
      await over.sent;
    });
    await expect(stray).rejects.toMatchObject({ code: "TRANSACTION_ENDED" });
    expect(await trial.rows()).toEqual([]);
  });

  it("has its connection to itself although it began at the end of a full pipeline", async () => {
    const { sql } = trial.pool(1);
    await sql`select 1`;
    const before = Array.from({ length: DRIVER_PIPELINE }, () => sql`select 1`.execute());
    const rolledBack = sql.begin(async (tx) => {
      await enter(tx, "A");
      throw new Error("A failed");
    });
    const after = sql`insert into rows (meant) values ('B')`;
    await Promise.all([...before, expect(rolledBack).rejects.toThrow("A failed"), after]);
    expect(await trial.rows()).toEqual([{ shop: "", meant: "B", note: null }]);
  });

  it("keeps each answer with its own query when one beside it cannot be sent", async () => {
    const { sql } = trial.pool(1);
    const mixed = sql.begin(async (tx) => {
      const said = (date: Date) => tx`select ${date}::timestamptz as said`;
      const first = new Date(0);
      await said(first);
      const [beside, unsendable] = await Promise.allSettled([said(first), said(new Date(Number.NaN))]);
      expect(beside).toMatchObject({ status: "fulfilled", value: [{ said: first }] });
      expect(unsendable).toMatchObject({ status: "rejected" });
    });
    await expect(mixed).rejects.toThrow(RangeError);
    await expect(sql`select 'next' as said`).resolves.toEqual([{ said: "next" }]);
  });
});

describe("a reserved connection of the driver", () => {
  it("rejects what is asked after it was lost, and its release gives nothing back", async () => {
    const { sql, nextLoss } = trial.pool(1);
    const held = await sql.reserve();
    const [row] = await held`select pg_backend_pid() as pid`;
    const loss = nextLoss();
    await trial.admin`select pg_terminate_backend(${row?.pid ?? 0})`;
    await loss;
    await sql.begin(async (tx) => {
      await enter(tx, "B");
      await expect(held`insert into rows (meant) values ('A')`).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
      held.release();
      await tx`select 1`;
    });
    await expect(sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
    expect(await trial.rows()).toEqual([]);
  });
});

describe("a cursor of the driver", () => {
  it("writes nothing into the connection that replaced its own", async () => {
    const { sql, nextLoss } = trial.pool(1);
    const [reading, resume] = [signal(), signal()];
    const read = sql.begin(async (tx) => {
      const pid = await enter(tx, "A");
      await tx`select generate_series(1, 9) as n`.cursor(2, async () => {
        const loss = nextLoss();
        await trial.admin`select pg_terminate_backend(${pid})`;
        await loss;
        reading.send();
        await resume.sent;
      });
    });
    await expect(read).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    await reading.sent;
    await sql.begin(async (tx) => {
      await enter(tx, "B");
      resume.send();
      await expect(tx`select 1 as one`).resolves.toEqual([{ one: 1 }]);
      await expect(tx`select ${2}::int as two`).resolves.toEqual([{ two: 2 }]);
    });
  });
});
