import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import next from "next";
import { closeDatabase } from "#db/client";
import { env } from "#lib/core/env";
import { exitWithParent } from "#lib/core/exit-with-parent";
import { newId } from "#lib/core/ids";
import { log } from "#lib/core/log";
import { nudgeWith } from "#lib/events/define-event";
import { noteClient } from "#lib/http/client-address";
import { isAllowedHost, isBarred } from "#lib/http/hosts";
import { createHub } from "#lib/realtime/hub/create-hub";
import { hasten } from "#lib/worker/hasten";
import { answerMessengerHook } from "./messenger-hook";
import { answerMetrics } from "./metrics";
import { drawnAt } from "./refreshed-page";
import { answerWidgetFile } from "./widget-files";

const DRAIN_MS = 5_000;

exitWithParent();
nudgeWith(hasten);
process.env.NEXTAUTH_URL = env().PUBLIC_URL;

const { PORT, PUSHER, dev } = env();
const hub = PUSHER.hosted
  ? null
  : createHub({ apps: [{ id: PUSHER.appId, key: PUSHER.key, secret: PUSHER.secret }], log });
const pages = next({ dev, hostname: new URL(env().PUBLIC_URL).hostname, port: PORT });
await pages.prepare();
const answerPage = pages.getRequestHandler();
const upgradePage = dev ? pages.getUpgradeHandler() : null;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("x-content-type-options", "nosniff");
  const own = request.url?.startsWith("/") && !request.url.startsWith("//");
  if (!own || !isAllowedHost(request.headers.host)) {
    response.writeHead(own ? 421 : 400, { "content-type": "text/plain" }).end("This address is not served here.\n");
    return;
  }
  if (isBarred(request.headers.host, request.url?.split("?")[0] ?? "")) {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.\n");
    return;
  }
  request.headers["x-request-id"] = newId();
  const client = noteClient(request);
  if (answerWidgetFile(request, response)) return;
  if (await answerMessengerHook(request, response, client)) return;
  if (await answerMetrics(request, response, hub)) return;
  if (await hub?.handleRequest(request, response)) return;
  request.url = drawnAt(request) ?? request.url;
  await answerPage(request, response);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    log.error({ err: error, requestId: request.headers["x-request-id"] }, "request failed");
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
    response.end();
  });
});

server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
  socket.on("error", () => socket.destroy());
  if (hub?.handleUpgrade(request, socket, head)) return;
  if (upgradePage && isAllowedHost(request.headers.host)) {
    void upgradePage(request, socket, head);
    return;
  }
  socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
});

async function stop(): Promise<void> {
  server.close();
  await hub?.close();
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  server.closeIdleConnections();
  await new Promise<void>((resolve) => (server.listening ? server.once("close", resolve) : resolve()));
  clearTimeout(late);
  await closeDatabase();
  process.exit(0);
}

process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));

server.listen(PORT, () => log.info({ port: PORT }, "web ready"));
