import type postgres from "postgres";
import type { MemberActor } from "#lib/shops/actor";
import { startDatabase } from "./database";
import { type Filled, fill, settle } from "./fill";
import { quantile } from "./measure";

/** How many messages the database holds at each measurement; the last only when BENCH_LARGEST asks for it. */
const SIZES = [100_000, 1_000_000];
/** Messages of one conversation. */
const EACH = 10;
/** The measured shop holds one of so many parts; the others fill the same tables beside it. */
const SHOPS = 5;
const CONNECTIONS = 2;

/** How long calls took, in milliseconds. */
export type Took = { p50: number; p95: number };

/** Does `once` some times over after a few that do not count, one after another. */
export async function time(times: number, once: (round: number) => Promise<unknown>): Promise<Took> {
  const took: number[] = [];
  for (let round = -5; round < times; round += 1) {
    const began = performance.now();
    await once(round);
    if (round >= 0) took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  return { p50: quantile(took, 0.5), p95: quantile(took, 0.95) };
}

/** Opens a shop in which `filled` stands for its owner. */
async function openShop(): Promise<{ owner: MemberActor; filled: Filled }> {
  const { makeShop } = await import("#lib/shops/shop-fixture");
  const { inShop } = await import("#db/in-shop");
  const { channels } = await import("#db/schema/channels");
  const { owner, shop } = await makeShop();
  const [channel] = await inShop(shop.id, (tx) => tx.select({ id: channels.id }).from(channels));
  if (!channel) throw new Error("a shop without a channel");
  return { owner, filled: { shopId: shop.id, channelId: channel.id, memberId: owner.memberId, each: EACH } };
}

/** Reads of whole tables since the database began, of those that grow. */
async function wholeReads(sql: postgres.Sql): Promise<number> {
  await sql`select pg_stat_force_next_flush()`;
  const [row] = await sql<{ scans: number }[]>`select sum(seq_scan)::int as scans from pg_stat_user_tables
    where relname in ('messages', 'conversations', 'contacts', 'identities')`;
  return row?.scans ?? 0;
}

/**
 * Grows one database and lets `measure` read it, as a member of one of its shops under row-level security, at every
 * size. Throws when a table that grows was read as a whole meanwhile.
 */
export async function overSizes<Measured>(
  measure: (owner: MemberActor, sql: postgres.Sql) => Promise<Measured>,
): Promise<{ size: number; measured: Measured }[]> {
  const { sql, stop } = await startDatabase(CONNECTIONS);
  try {
    await sql`alter table conversations disable trigger conversation_counts`;
    const shops: Awaited<ReturnType<typeof openShop>>[] = [];
    for (let n = 0; n < SHOPS; n += 1) shops.push(await openShop());
    const [ours] = shops;
    if (!ours) throw new Error("no shop");
    const largest = Number(process.env.BENCH_LARGEST ?? 0);
    const all: { size: number; measured: Measured }[] = [];
    let done = 0;
    for (const size of [...SIZES, ...(largest > 1_000_000 ? [largest] : [])]) {
      process.stderr.write(`Filling up to ${size.toLocaleString("en")} messages ...\n`);
      const conversations = Math.round(size / EACH / SHOPS);
      for (const { filled } of shops) await fill(sql, filled, done, conversations);
      await settle(
        sql,
        shops.map(({ filled }) => filled),
      );
      done = conversations;
      all.push({ size, measured: await withoutWholeReads(sql, () => measure(ours.owner, sql)) });
    }
    return all;
  } finally {
    await stop();
  }
}

async function withoutWholeReads<T>(sql: postgres.Sql, work: () => Promise<T>): Promise<T> {
  const before = await wholeReads(sql);
  const done = await work();
  const read = (await wholeReads(sql)) - before;
  if (read > 0) throw new Error(`tables that grow were read as a whole ${read} times`);
  return done;
}
