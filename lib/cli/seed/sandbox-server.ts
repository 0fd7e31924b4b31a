import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { env } from "#lib/core/env";
import { answerGraph } from "#lib/sandbox/graph/answer-graph";
import { answerMessengerHook } from "../../server/messenger-hook";

const GRAPH = "/sandbox/graph/";

/**
 * Runs `work` while the sandbox's Graph API and our own webhook answer at their addresses, though the web process is
 * not there yet. When it is there already, it answers itself.
 */
export async function withSandboxServer(work: () => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const free = await new Promise<boolean>((resolve, reject) => {
    server.once("error", (error) => ("code" in error && error.code === "EADDRINUSE" ? resolve(false) : reject(error)));
    server.listen(env().PORT, "127.0.0.1", () => resolve(true));
  });
  try {
    await work();
  } finally {
    server.closeAllConnections();
    if (free) await new Promise((resolve) => server.close(resolve));
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await answerMessengerHook(request, response)) return;
  const url = new URL(request.url ?? "", env().PUBLIC_URL);
  if (!url.pathname.startsWith(GRAPH)) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const asked = new Request(url, {
    method: request.method ?? "GET",
    headers,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  const answered = await answerGraph(asked, url.pathname.slice(GRAPH.length).split("/"));
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}
