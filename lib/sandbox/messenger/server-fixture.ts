import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll } from "vitest";
import { answerGraph } from "../graph/answer-graph";

/** A webhook as its bytes came in. */
export type Received = { headers: IncomingHttpHeaders; raw: Buffer };

const received: Received[] = [];
let status = 200;
const PICTURE = Buffer.from("89504e470d0a1a0a", "hex");

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function graph(incoming: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const body = incoming.method === "GET" ? {} : { body: Uint8Array.from(await readBody(incoming)) };
  const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: incoming.method ?? "GET",
    headers,
    ...body,
  });
  const answer = await answerGraph(request, path.split("/"));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  const stream = answer.body
    ? Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0])
    : Readable.from([]);
  stream.on("error", () => response.destroy()).pipe(response);
}

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? "", "http://fixture");
  if (url.pathname.startsWith("/sandbox/graph"))
    return graph(incoming, response, url.pathname.replace(/^\/sandbox\/graph\/?/, ""));
  if (url.pathname.startsWith("/media/")) {
    const type = url.pathname.split("/")[2] ?? "image";
    return void response.writeHead(200, { "content-type": `${type}/x` }).end(PICTURE);
  }
  if (incoming.method === "GET") return void response.writeHead(200).end(url.searchParams.get("hub.challenge"));
  received.push({ headers: incoming.headers, raw: await readBody(incoming) });
  response.writeHead(status).end();
}

const server = createServer((incoming, response) => void answer(incoming, response));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/**
 * The sandbox's Graph API and a receiver of its webhooks on one real server. A test that uses it sets
 * `process.env.GRAPH_BASE_URL` to `graphUrl` before anything asks for the settings: only then may it be reached.
 */
export const fixtureServer = {
  origin,
  graphUrl: `${origin}/sandbox/graph`,
  hook: `${origin}/hook`,
  media: (type: "image" | "audio" | "video" | "application") => `${origin}/media/${type}/file`,
  /** What came in since the last time this was asked. */
  take: () => received.splice(0),
  /** What the receiver answers from now on. */
  answerWith: (wanted: number) => {
    status = wanted;
  },
};
