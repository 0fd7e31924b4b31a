import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { conversationChannel, shopChannel } from "#lib/realtime/channels";

/** How long messages that nobody saw yet are waited for. */
const PATIENCE_MS = 15_000;
const KEY = /clientKey\\?":\\?"([0-9a-f-]{36})/;

/** Who has one conversation open, in a shop of which every change is heard. */
export type Desk = { shopId: string; conversationId: string };

/** How long messages took from being sent until the socket for which they were had them, in milliseconds. */
export class Seen {
  readonly sent = new Map<string, number>();
  took: number[] = [];
  private tell = () => {};

  read(frame: string): void {
    const key = KEY.exec(frame)?.[1] ?? "";
    const at = this.sent.get(key);
    if (at === undefined) return;
    this.sent.delete(key);
    this.took.push(performance.now() - at);
    this.tell();
  }

  /** Resolves once every message is seen, or nothing more is to be waited for. */
  async all(): Promise<void> {
    const late = wait(PATIENCE_MS, "late");
    while (this.sent.size > 0) {
      const next = new Promise<void>((told) => {
        this.tell = told;
      });
      if ((await Promise.race([next, late])) === "late") return;
    }
  }
}

/** A member's socket at our hub, in the channels that an open inbox is in. */
export async function sitAt(port: number, desk: Desk, seen: Seen): Promise<WebSocket> {
  const { signChannel } = await import("#lib/realtime/sign");
  const { env } = await import("#lib/core/env");
  const socket = new WebSocket(`ws://127.0.0.1:${port}/app/${env().PUSHER.key}?protocol=7`);
  const channels = [shopChannel(desk.shopId), conversationChannel(desk.conversationId)];
  let joined = 0;
  await new Promise<void>((ready, refused) => {
    socket.on("error", refused);
    socket.on("message", (raw) => {
      const frame = raw.toString();
      if (frame.startsWith('{"event":"message.stored"')) return seen.read(frame);
      if (frame.includes("pusher:connection_established")) {
        const id: string = JSON.parse(JSON.parse(frame).data).socket_id;
        for (const channel of channels) {
          const data = { channel, ...signChannel(id, channel) };
          socket.send(JSON.stringify({ event: "pusher:subscribe", data }));
        }
      }
      if (frame.includes("subscription_succeeded")) joined += 1;
      if (joined === channels.length) ready();
    });
  });
  return socket;
}

/** A socket of no protocol, the one that hears of the messages of number `n`. */
export async function sitBare(port: number, n: number, seen: Seen): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/bare/${n}`);
  socket.on("message", (raw) => seen.read(raw.toString()));
  await new Promise((ready, refused) => socket.once("open", ready).once("error", refused));
  return socket;
}
