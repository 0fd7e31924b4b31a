import net from "node:net";
import postgres from "postgres";

/** A promise to be settled from outside. */
export function signal() {
  let send = () => {};
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  return { send, sent };
}

/**
 * A table of rows that each remember in which transaction's context they were written (`shop`) and in which one
 * they were meant to be (`meant`), and pools of the driver to write them with.
 */
export async function openTrial(schema: string) {
  const url = process.env.DATABASE_OWNER_URL ?? "";
  const quiet = { onnotice: () => undefined };
  const admin = postgres(url, { ...quiet, max: 1 });
  const pools = [admin];
  await admin.unsafe(`drop schema if exists ${schema} cascade; create schema ${schema}; create table ${schema}.rows (
    id serial primary key, shop text default current_setting('app.shop_id', true), meant text not null, note text)`);

  return {
    admin,
    table: `${schema}.rows`,
    /** A pool of `max` connections, and a promise of its next lost connection. */
    pool(max: number, options: postgres.Options<Record<string, never>> = {}) {
      let gone = signal();
      const onclose = () => {
        gone.send();
        gone = signal();
      };
      const connection = { search_path: schema, application_name: schema };
      const sql = postgres(url, { ...quiet, max, connection, onclose, ...options });
      pools.push(sql);
      return { sql, nextLoss: () => gone.sent };
    },
    rows: () => admin<{ shop: string; meant: string; note: string | null }[]>`
      select shop, meant, note from ${admin(schema)}.rows order by id`,
    async close() {
      await Promise.all(pools.slice(1).map((sql) => sql.end({ timeout: 1 })));
      await admin`drop schema ${admin(schema)} cascade`;
      await admin.end();
    },
  };
}

/** Sets the context of a transaction, as `inShop` does, and tells which backend runs it. */
export async function enter(tx: postgres.TransactionSql, shop: string): Promise<number> {
  const [row] = await tx`select set_config('app.shop_id', ${shop}, true), pg_backend_pid() as pid`;
  return Number(row?.pid);
}

/** Passes connections on to the test's PostgreSQL until `reset` cuts them as a crashed host would (RST, not FIN). */
export async function openProxy() {
  const target = new URL(process.env.DATABASE_OWNER_URL ?? "");
  const inner = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    inner.add(socket).add(upstream);
    for (const [from, to] of [[socket, upstream] as const, [upstream, socket] as const])
      from
        .on("error", () => to.destroy())
        .on("close", () => inner.delete(from))
        .pipe(to);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    reset() {
      for (const socket of inner) socket.resetAndDestroy();
    },
    async close() {
      for (const socket of inner) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
