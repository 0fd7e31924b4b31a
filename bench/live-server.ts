import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { database } from "#db/client";
import { ReceiveMessage } from "#lib/conversations/input";
import { receiveMessage } from "#lib/conversations/receive-message";
import { env } from "#lib/core/env";
import { log } from "#lib/core/log";
import { nudgeWith } from "#lib/events/define-event";
import { createHub } from "#lib/realtime/hub/create-hub";
import { hasten } from "#lib/worker/hasten";

const Shopper = z.object({ shopId: z.string(), identityId: z.string(), contactId: z.string(), channelId: z.string() });
const Ask = z.object({ way: z.enum(["ours", "bare"]), n: z.number().int(), key: z.uuid(), shopper: Shopper });

/**
 * What a web process does with a shopper's message, in a process of its own: the command, and after its commit the nudge
 * that tells our hub. Beside it the least that could be done: one insert, and one write to one socket. Writes its port,
 * and ends when its input does.
 */
export async function serveLive(): Promise<void> {
  const { appId: id, key, secret } = env().PUSHER;
  const hub = createHub({ apps: [{ id, key, secret }], log });
  nudgeWith(hasten);

  const bare = new Map<number, WebSocket>();
  const bareSockets = new WebSocketServer({ noServer: true });
  bareSockets.on("connection", (socket, request) => bare.set(Number(request.url?.split("/").at(-1)), socket));

  async function write(request: IncomingMessage): Promise<void> {
    const { way, n, key: clientKey, shopper } = Ask.parse(JSON.parse(await text(request)));
    if (way === "ours") {
      await receiveMessage({ ...shopper, locale: "fr" }, ReceiveMessage.parse({ clientKey, body: WORDS }));
      return;
    }
    await database().$client`insert into bench_messages (id, body) values (${clientKey}, ${WORDS})`;
    const socket = bare.get(n);
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ clientKey, body: WORDS }));
  }

  const server = createServer((request, response) => {
    hub
      .handleRequest(request, response)
      .then(async (answered) => {
        if (answered) return;
        await write(request);
        response.writeHead(200, { "content-length": 0 }).end();
      })
      .catch((error: unknown) => {
        log.error({ err: error }, "bench: not written");
        response.writeHead(500, { "content-length": 0 }).end();
      });
  });
  server.on("upgrade", (request, socket, head) => {
    if (hub.handleUpgrade(request, socket, head)) return;
    bareSockets.handleUpgrade(request, socket, head, (opened) => bareSockets.emit("connection", opened, request));
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(env().PORT, "127.0.0.1", resolve));
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
  process.stdin.resume();
  await new Promise((ended) => process.stdin.once("end", ended));
}

const WORDS = "Bonjour, avez-vous encore des pivoines blanches pour samedi ?";
