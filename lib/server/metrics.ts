import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { env } from "#lib/core/env";
import type { Hub } from "#lib/realtime/hub/create-hub";

type Metric = { name: string; help: string; value: number };

/** Whoever carries the token, or asks from this machine without a proxy in between. */
function mayRead(request: IncomingMessage): boolean {
  const token = env().METRICS_TOKEN;
  const given = Buffer.from(String(request.headers.authorization ?? ""));
  const expected = Buffer.from(`Bearer ${token}`);
  if (token && given.length === expected.length && timingSafeEqual(given, expected)) return true;
  const loopback = /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? "");
  return loopback && !request.headers["x-forwarded-for"] && !request.headers.forwarded;
}

async function jobsWaited(): Promise<number> {
  try {
    const [row] = await outsideShops((tx) => tx.execute<{ waited: number }>(sql`select jobs_waited() as waited`));
    return Number(row?.waited ?? 0);
  } catch {
    return Number.NaN;
  }
}

async function read(hub: Hub | null): Promise<Metric[]> {
  const { connections, channels } = hub?.stats() ?? { connections: 0, channels: 0 };
  return [
    { name: "comptoir_sockets", help: "Live connections to the hub of this process", value: connections },
    { name: "comptoir_channels", help: "Channels somebody listens to", value: channels },
    {
      name: "comptoir_job_wait_seconds",
      help: "How long the oldest job that may run has waited",
      value: await jobsWaited(),
    },
    { name: "process_resident_memory_bytes", help: "Memory of this process", value: process.memoryUsage.rss() },
    { name: "process_uptime_seconds", help: "Age of this process", value: process.uptime() },
  ];
}

/** Answers `/api/metrics` in Prometheus' text format (0.0.4); 404 for who may not read it. False for any other address. */
export async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  hub: Hub | null,
): Promise<boolean> {
  if (request.url?.split("?")[0] !== "/api/metrics") return false;
  if (!mayRead(request)) {
    response.writeHead(404).end();
    return true;
  }
  const lines = (await read(hub)).map(
    ({ name, help, value }) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`,
  );
  response
    .writeHead(200, { "content-type": "text/plain; version=0.0.4", "cache-control": "no-store" })
    .end(lines.join(""));
  return true;
}
