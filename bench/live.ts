import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { firstFreePort } from "#lib/cli/free-port";
import { startDatabase } from "./database";
import { type Desk, Seen, sitAt, sitBare } from "./live-sockets";
import type { Figure } from "./main";
import { quantile } from "./measure";
import { RawCaller } from "./raw-caller";
import { startServer } from "./start-server";

const SHOPS = 50;
const SOCKETS = 500;
const CALLERS = 128;
const IDLE_MESSAGES = 150;
const RATES = [100, 500];
const SECONDS = 6;
const TICK_MS = 10;
const WAYS = ["bare", "ours"] as const;

type Way = (typeof WAYS)[number];
/** Milliseconds from sent to seen, sorted; how many were seen a second; and how many never. */
type Told = { took: number[]; perSecond: number; lost: number };
type Send = (way: Way) => Promise<void>;

/** Shops with threads in each, one for every socket. */
async function makeDesks(): Promise<Desk[]> {
  const { makeShop } = await import("#lib/shops/shop-fixture");
  const { makeThread } = await import("#lib/connect/visitor-fixture");
  const desks: Desk[] = [];
  for (let n = 0; n < SHOPS; n += 1) {
    const { shop } = await makeShop();
    const threads = await Promise.all(Array.from({ length: SOCKETS / SHOPS }, () => makeThread(shop)));
    desks.push(...threads.map(({ visitor, conversationId }) => ({ ...visitor, conversationId })));
  }
  return desks;
}

/** Sends as many a second whatever becomes of them, as shoppers would. */
async function sendAtRate(way: Way, rate: number, seen: Seen, send: Send): Promise<Told> {
  seen.took = [];
  const began = performance.now();
  const total = rate * SECONDS;
  const under: Promise<void>[] = [];
  while (under.length < total) {
    const due = Math.min(total, ((performance.now() - began) * rate) / 1_000);
    while (under.length < due) under.push(send(way));
    await wait(TICK_MS);
  }
  await Promise.all([...under, seen.all()]);
  return toldBy(seen, began);
}

/** Sends one, and the next once that is seen. */
async function sendOneByOne(way: Way, seen: Seen, send: Send): Promise<Told> {
  seen.took = [];
  const began = performance.now();
  for (let n = 0; n < IDLE_MESSAGES; n += 1) {
    await send(way);
    await seen.all();
  }
  return toldBy(seen, began);
}

function toldBy(seen: Seen, began: number): Told {
  const perSecond = (seen.took.length * 1_000) / (performance.now() - began);
  const lost = seen.sent.size;
  seen.sent.clear();
  return { took: seen.took.sort((a, b) => a - b), perSecond, lost };
}

function figuresOf(name: string, told: Record<Way, Told>, goals: Record<"p50" | "p99", string>): Figure[] {
  const { bare, ours } = told;
  return (["p50", "p99"] as const).map((part): Figure => {
    const at = part === "p50" ? 0.5 : 0.99;
    const [value, base] = [quantile(ours.took, at), quantile(bare.took, at)];
    const seen = `${ours.perSecond.toFixed(0)}/s seen${ours.lost > 0 ? `, ${ours.lost} never` : ""}`;
    return {
      ...{ name: `sent to seen, ${name}, ${part} (${seen})`, value, unit: "ms", ratio: value / base },
      ...{ baseline: `bare commit and write: ${base.toFixed(1)} ms`, goal: goals[part] },
    };
  });
}

/**
 * From a shopper's message sent to a member's socket that has it, with 500 sockets open in 50 shops: over HTTP into the
 * app's own command and, after its commit, by its own nudge through the hub; against one insert and one write to a bare
 * socket, sent the same way to the same process. The worker, which says the same again later, stands still. One by one,
 * and at given rates whatever becomes of them.
 */
export async function benchLive(): Promise<Figure[]> {
  const port = await firstFreePort(34_000, 34_999);
  process.env.PORT = String(port);
  const { sql, stop } = await startDatabase(1);
  await sql`create table bench_messages (id uuid primary key, body text not null)`;
  await sql`grant insert on bench_messages to public`;
  const desks = await makeDesks();
  const server = await startServer("bench/live-server.ts", "serveLive");
  const callers = Array.from({ length: CALLERS }, () => new RawCaller(server.port));
  const waiting: ((caller: RawCaller) => void)[] = [];
  const seen = new Seen();
  const sockets = await Promise.all(
    desks.flatMap((desk, n) => [sitAt(server.port, desk, seen), sitBare(server.port, n, seen)]),
  );

  let turn = 0;
  async function send(way: Way): Promise<void> {
    turn += 1;
    const [n, key] = [(turn * 7) % SOCKETS, randomUUID()];
    const asked = JSON.stringify({ way, n, key, shopper: desks[n] });
    seen.sent.set(key, performance.now());
    const caller = callers.pop() ?? (await new Promise<RawCaller>((free) => waiting.push(free)));
    const refused = await caller.post("/", asked).catch(String);
    if (refused) process.stderr.write(`${refused}\n`); // it stays among those never seen
    const next = waiting.shift();
    if (next) next(caller);
    else callers.push(caller);
  }

  try {
    for (const way of WAYS) await sendOneByOne(way, seen, send);
    const idle: Record<Way, Told> = {
      bare: await sendOneByOne("bare", seen, send),
      ours: await sendOneByOne("ours", seen, send),
    };
    const figures = figuresOf("one by one", idle, { p50: "-", p99: "<= 5 x" });
    for (const rate of RATES) {
      const told: Record<Way, Told> = {
        bare: await sendAtRate("bare", rate, seen, send),
        ours: await sendAtRate("ours", rate, seen, send),
      };
      figures.push(...figuresOf(`${rate} a second`, told, { p50: "-", p99: rate === 500 ? "<= 50 ms" : "-" }));
    }
    return figures;
  } finally {
    for (const socket of sockets) socket.terminate();
    for (const caller of callers) caller.close();
    await server.stop();
    await stop();
  }
}
