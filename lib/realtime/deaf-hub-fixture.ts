import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import type { Publication } from "./publish";

const TAKEN = /^\/apps\/\w+\/(events|batch_events|users\/[\w-]+\/terminate_connections)\?/;
const KEPT = 1_000;

const One = z.object({ channel: z.string(), name: z.string(), data: z.string() });
const Posted = z.union([
  z.object({ batch: z.array(One) }).transform(({ batch }) => batch),
  z
    .object({ channels: z.array(z.string()), name: z.string(), data: z.string() })
    .transform(({ channels, name, data }) => channels.map((channel) => ({ channel, name, data }))),
]);

type Hub = { port: Promise<number>; heard: Publication[]; away: boolean };
const place = globalThis as { comptoirDeafHub?: Hub };

async function keep(hub: Hub, request: IncomingMessage) {
  const posted = Posted.safeParse(JSON.parse((await text(request)) || "{}")).data ?? [];
  hub.heard.push(...posted.map(({ channel, name, data }) => ({ channel, event: name, data: JSON.parse(data) })));
  hub.heard.splice(0, hub.heard.length - KEPT);
}

async function listen(hub: Hub): Promise<number> {
  const server = createServer(async (request, response) => {
    const taken = request.method === "POST" && TAKEN.test(request.url ?? "");
    if (taken && !hub.away) await keep(hub, request);
    else request.resume();
    const status = taken ? (hub.away ? 503 : 200) : 404;
    response.writeHead(status, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  server.unref();
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the deaf hub has no port");
  return address.port;
}

function theHub(): Hub {
  place.comptoirDeafHub ??= { port: Promise.resolve(0), heard: [], away: false };
  return place.comptoirDeafHub;
}

/**
 * The port of this worker's deaf hub, a place where every event is taken and told to nobody, as by a hub without
 * sockets: all else is not found there. A test of what sockets are told starts a hub of its own.
 */
export function listenOnce(): Promise<number> {
  const started = place.comptoirDeafHub;
  const hub = theHub();
  if (!started) hub.port = listen(hub);
  return hub.port;
}

/** The last thousand events that the deaf hub took, oldest first: empty it with `splice(0)`. */
export const heard = (): Publication[] => theHub().heard;

/** Lets the deaf hub answer 503 to whatever it is told while `work` runs. */
export async function whileHubIsAway(work: () => Promise<void>): Promise<void> {
  theHub().away = true;
  await work().finally(() => {
    theHub().away = false;
  });
}
