import { createHash, createHmac } from "node:crypto";
import { cpus } from "node:os";
import type postgres from "postgres";
import { median } from "./measure";

/** Processor time in milliseconds since some moment: of the server, of this process, and of all cores of the machine. */
type Clock = { server: number; callers: number; busy: number; cores: number; at: number };

/** Shares of the measured time, 0 to 1: one thread each of server and callers, and all cores together. */
export type Load = { server: number; callers: number; cores: number };

/** What a delivery costs, in milliseconds: its signature and hash, and how long a batch of `together` is inserted and committed. */
export type Parts = { signature: number; hash: number; insert: number; commit: number; together: number };

const TRIES = 15;
const HASHES = 2_000;
/** More than this of a thread, or of all cores, is all of it: the rest is switching and waiting. */
const FULL = 0.85;

async function clock(port: number): Promise<Clock> {
  const { user, system } = process.cpuUsage();
  const times = cpus().map((core) => core.times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  const all = times.reduce((sum, time) => sum + time.user + time.nice + time.sys + time.irq + time.idle, 0);
  const server = Number(await (await fetch(`http://127.0.0.1:${port}/cpu`)).text());
  return { server, callers: (user + system) / 1_000, busy: all - idle, cores: all, at: performance.now() };
}

/** Runs `work` and tells how busy who was meanwhile. */
export async function underLoad<T>(port: number, work: () => Promise<T>): Promise<{ value: T; load: Load }> {
  const before = await clock(port);
  const value = await work();
  const after = await clock(port);
  const wall = after.at - before.at;
  return {
    value,
    load: {
      server: (after.server - before.server) / wall,
      callers: (after.callers - before.callers) / wall,
      cores: (after.busy - before.busy) / Math.max(1, after.cores - before.cores),
    },
  };
}

function each(times: number, work: () => void): number {
  const began = performance.now();
  for (let n = 0; n < times; n += 1) work();
  return (performance.now() - began) / times;
}

/** Times what a delivery consists of, with nobody else at work: the statement is the one that the shared insert makes. */
export async function measureParts(sql: postgres.Sql, bodies: readonly string[]): Promise<Parts> {
  const [sample = ""] = bodies;
  const [insert, commit]: [number[], number[]] = [[], []];
  const one = await sql.reserve();
  try {
    for (let n = 0; n < TRIES; n += 1) {
      const raw = bodies.map((body) => Buffer.from(`${body} ${n}`));
      const names = raw.map((body) => createHash("sha256").update(body).digest("hex"));
      const lengths = raw.map((body) => body.length);
      const ids = raw.map(() => crypto.randomUUID());
      await one`begin`;
      const began = performance.now();
      await one`select inbound_keep_bundle('bench', ${ids}, ${names}, ${lengths}, ${Buffer.concat(raw)})`;
      const inserted = performance.now();
      await one`commit`;
      insert.push(inserted - began);
      commit.push(performance.now() - inserted);
    }
  } finally {
    one.release();
  }
  return {
    signature: each(HASHES, () => void createHmac("sha256", "secret").update(sample).digest("hex")),
    hash: each(HASHES, () => void createHash("sha256").update(sample).digest("hex")),
    insert: median(insert),
    commit: median(commit),
    together: bodies.length,
  };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const ms = (many: number) => `${many < 1 ? many.toFixed(3) : many.toFixed(1)} ms`;

/** What keeps a figure from being higher, in words, from what was measured beside it. */
export function limitOf(perSecond: number, load: Load, parts: Parts): string {
  const { signature, hash, insert, commit, together } = parts;
  const database = Math.min(1, ((perSecond / together) * (insert + commit)) / 1_000);
  const inDatabase = commit > insert ? "commit, which waits for the disk" : "insert of the batch";
  const candidates: [string, number][] = [
    ["the server's one thread", load.server],
    [`the database, and of it the ${inDatabase}`, database],
    ["the callers themselves, who share the machine", load.callers],
  ];
  const [name, share] = candidates.reduce((busiest, one) => (one[1] > busiest[1] ? one : busiest));
  const most = share < FULL ? `no part that is busy all of the time; most of all by ${name}` : name;
  const limit = share < FULL && load.cores > FULL ? `the ${cpus().length} cores of this machine together` : most;
  const own = (load.server * 1_000) / perSecond;
  const http = Math.max(0, own - signature - hash);
  const server =
    load.server > 0.01
      ? `The server works ${ms(own)} for a delivery: signature ${ms(signature)}, hash ${ms(hash)}, HTTP and handing over ${ms(http)}. `
      : `Its hash takes ${ms(hash)}. `;
  return (
    `limited by ${limit}. Busy: server ${percent(load.server)}, callers ${percent(load.callers)} of a thread, ` +
    `database ${percent(database)} of the time with one batch after another, all cores ${percent(load.cores)}. ${server}` +
    `A batch of ${together} takes ${ms(insert + commit)} in the database: insert ${ms(insert)}, commit ${ms(commit)}.`
  );
}
