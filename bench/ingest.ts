import { createHmac, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { startDatabase } from "./database";
import { type Load, limitOf, measureParts, underLoad } from "./ingest-limits";
import type { Figure } from "./main";
import { median, type Sample, sample } from "./measure";
import { RawCaller } from "./raw-caller";
import { startServer } from "./start-server";

const CALLERS = [32, 256, 1];
const ROUNDS = 3;
const SAMPLE_MS = 2_000;
const BASELINE_POOL = 10;

let mids = 0;

/** A webhook of one text message, as the platform sends it; no two are alike. */
function body(): string {
  mids += 1;
  const at = 1_700_000_000_000 + mids;
  const message = { mid: `m_${mids}_${randomUUID()}`, text: "Bonjour, avez-vous encore des pivoines blanches ?" };
  const item = { sender: { id: "6543210987654321" }, recipient: { id: "1000000000001" }, timestamp: at, message };
  return JSON.stringify({ object: "page", entry: [{ id: "1000000000001", time: at, messaging: [item] }] });
}

type Way = { name: string; once: (caller: number) => Promise<void> };

/**
 * What is usual: one transaction for each delivery, which looks whose Page it is, stores it and adds a row to a table of
 * jobs. It wakes no worker, which makes it cheaper than ours.
 */
function usual(sql: postgres.Sql): Way {
  return {
    name: "one transaction each",
    once: async () => {
      const [id, delivery, raw] = [randomUUID(), randomUUID(), Buffer.from(body())];
      await sql.begin(async (tx) => {
        await tx`select shop_id from entrance_shop_by_page('1000000000001')`;
        await tx`insert into inbound_events (id, source, delivery_id, body) values (${id}, 'bench', ${delivery}, ${raw})`;
        await tx`insert into bench_jobs (task, payload) values ('receiveInboundEvent', json_build_object('id', ${id}::text))`;
      });
    },
  };
}

/**
 * Webhook to durable: the whole way over HTTP with its signature, and the shared insert alone, each against one
 * transaction a delivery (postgres.js, 10 connections, begin + 3 statements + commit, no HTTP) in the same run. Every way
 * is measured three times in turn; the median counts. The database is durable (synchronous commit and fsync on). Beside
 * each figure stands in words what limits it, from who was busy meanwhile and from its parts timed alone.
 */
export async function benchIngest(): Promise<Figure[]> {
  const { sql, stop } = await startDatabase(BASELINE_POOL);
  await sql`create table bench_jobs (id bigserial primary key, task text not null, payload json not null, run_at timestamptz default now())`;
  const hook = await startServer("bench/ingest-server.ts", "serveHook");
  const { env } = await import("#lib/core/env");
  const { keepDelivery } = await import("#lib/channels/messenger/inbound/keep-delivery");
  const secret = env().FACEBOOK.clientSecret;
  const sockets = Array.from({ length: Math.max(...CALLERS) }, () => new RawCaller(hook.port));
  async function post(socket: RawCaller | undefined, text: string) {
    const signature = createHmac("sha256", secret).update(text).digest("hex");
    await socket?.post("/api/hooks/messenger", text, { "x-hub-signature-256": `sha256=${signature}` });
  }
  const ways: Way[] = [
    usual(sql),
    { name: "over HTTP", once: async (caller) => post(sockets[caller], body()) },
    { name: "shared insert alone", once: () => keepDelivery(Buffer.from(body())) },
  ];
  try {
    const figures: Figure[] = [];
    for (const callers of CALLERS) figures.push(...(await compare(sql, ways, callers, hook.port)));
    return figures;
  } finally {
    for (const socket of sockets) socket.close();
    await hook.stop();
    await stop();
  }
}

const GOALS: Record<string, Record<number, string>> = {
  "over HTTP": { 32: ">= 5 x", 256: ">= 6 x", 1: ">= 1 x" },
  "shared insert alone": { 32: ">= 8 x", 256: ">= 10 x" },
};

/** Every sample begins with empty tables, as if a worker kept up. */
async function compare(sql: postgres.Sql, ways: readonly Way[], callers: number, port: number): Promise<Figure[]> {
  const samples = new Map<string, (Sample & Load)[]>(ways.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { name, once } of ways) {
      await sql`truncate inbound_events, bench_jobs, graphile_worker._private_jobs`;
      const { value, load } = await underLoad(port, () => sample(callers, SAMPLE_MS, once));
      samples.get(name)?.push({ ...value, ...load });
    }
  const parts = await measureParts(sql, Array.from({ length: callers }, body));
  const of = (name: string, part: keyof (Sample & Load)) => median((samples.get(name) ?? []).map((one) => one[part]));
  const [base, ...ours] = ways.map(({ name }) => name);
  if (!base) return [];
  const against = `${base}: ${of(base, "perSecond").toFixed(0)}/s, p50 ${of(base, "p50").toFixed(1)} ms, p99 ${of(base, "p99").toFixed(1)} ms`;
  return ours.flatMap((name): Figure[] => [
    {
      name: `webhooks ${name}, ${callers} callers`,
      value: of(name, "perSecond"),
      unit: "/s",
      baseline: against,
      ratio: of(name, "perSecond") / of(base, "perSecond"),
      goal: GOALS[name]?.[callers] ?? "-",
      limit: limitOf(
        of(name, "perSecond"),
        { server: of(name, "server"), callers: of(name, "callers"), cores: of(name, "cores") },
        parts,
      ),
    },
    {
      name: `  p99 ${name}, ${callers} callers`,
      value: of(name, "p99"),
      unit: "ms",
      baseline: against,
      ratio: of(name, "p99") / of(base, "p99"),
      goal: callers === 1 ? "-" : "<= 0.2 x",
    },
  ]);
}
