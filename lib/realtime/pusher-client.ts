import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import Pusher from "pusher";
import { env } from "#lib/core/env";

const TIMEOUT = 3_000;

let client: Pusher | undefined;

/** The `pusher` package, pointed at our own hub or at whatever `PUSHER_*` names: the one way from this server to a browser. */
export function pusherClient(): Pusher {
  if (client) return client;
  const { appId, key, secret, host, port, useTLS } = env().PUSHER;
  const agent = useTLS ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  client = new Pusher({ appId, key, secret, host, port: String(port), useTLS, timeout: TIMEOUT, agent });
  return client;
}
