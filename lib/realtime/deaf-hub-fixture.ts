import { createServer } from "node:http";

const TAKEN = /^\/apps\/\w+\/(events|batch_events|users\/[\w-]+\/terminate_connections)\?/;

const place = globalThis as { comptoirDeafHub?: Promise<number> };

/** A port where every event is taken and told to nobody, as by a hub without sockets: all else is not found there. */
async function listen(): Promise<number> {
  const server = createServer((request, response) => {
    request.resume();
    const taken = request.method === "POST" && TAKEN.test(request.url ?? "");
    response.writeHead(taken ? 200 : 404, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  server.unref();
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the deaf hub has no port");
  return address.port;
}

/**
 * The port of this worker's deaf hub, for tests that change things whose live updates they do not watch; one that
 * watches them starts a hub of its own.
 */
export function listenOnce(): Promise<number> {
  place.comptoirDeafHub ??= listen();
  return place.comptoirDeafHub;
}
