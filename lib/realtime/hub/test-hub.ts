import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import Publisher from "pusher";
import Client from "pusher-js";
import { onTestFinished } from "vitest";
import type { HubApp } from "./app-state";
import { createHub, type HubOptions } from "./create-hub";
import { refuseUpgrade } from "./refuse-upgrade";

export const APP: HubApp = { id: "test-app", key: "test-key", secret: "a secret that never leaves the tests" };

export type TestHub = Awaited<ReturnType<typeof startHub>>;

/** A hub on a loopback port, a free one unless named, closed when the test ends. What is not the hub's is answered 404. */
export async function startHub(options: Partial<HubOptions> = {}, at = 0) {
  const hub = createHub({ apps: [APP], ...options });
  const server = createServer(async (request, response) => {
    if (!(await hub.handleRequest(request, response))) response.writeHead(404).end();
  });
  server.on("upgrade", (request, socket, head) => {
    if (!hub.handleUpgrade(request, socket, head)) refuseUpgrade(socket, 404);
  });
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    await hub.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  return { hub, port, publisher: publisherTo(port), stop };
}

/** The `pusher` package, pointed at a hub. */
export function publisherTo(port: number, app: Partial<HubApp> = {}) {
  const { id, key, secret } = { ...APP, ...app };
  return new Publisher({ appId: id, key, secret, host: "127.0.0.1", port: String(port), useTLS: false });
}

type Person = { id: string; info?: object };

/** A pusher-js client; `person` is who the application would vouch for, on presence channels and at sign-in. */
export function newClient(port: number, person: Person = { id: "léa" }) {
  const signer = publisherTo(port);
  const client = new Client(APP.key, {
    cluster: "",
    wsHost: "127.0.0.1",
    wsPort: port,
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, done) => {
        const presence = channelName.startsWith("presence-");
        const data = { user_id: person.id, ...(person.info ? { user_info: person.info } : {}) };
        done(null, signer.authorizeChannel(socketId, channelName, presence ? data : undefined));
      },
    },
    userAuthentication: {
      customHandler: ({ socketId }, done) => done(null, signer.authenticateUser(socketId, { id: person.id })),
    },
  });
  onTestFinished(() => client.disconnect());
  return client;
}

type Emitter = {
  bind(event: string, listener: (data: never) => void): unknown;
  unbind(event: string, listener: (data: never) => void): unknown;
};

/** The next `event` of a pusher-js object. */
export function next<T = unknown>(emitter: Emitter, event: string): Promise<T> {
  return new Promise((resolve) => {
    const listener = (data: T) => {
      emitter.unbind(event, listener);
      resolve(data);
    };
    emitter.bind(event, listener);
  });
}

export async function connected(client: Client): Promise<Client> {
  if (client.connection.state !== "connected") await next(client.connection, "connected");
  return client;
}

/** Subscribes and waits until the hub agreed. */
export async function joined(client: Client, name: string) {
  const channel = client.subscribe(name);
  if (!channel.subscribed) await next(channel, "pusher:subscription_succeeded");
  return channel;
}

export type HttpAnswer = { status: number; text: string; headers: IncomingHttpHeaders };

/** One plain request, for what the `pusher` package would not send. */
export function send(port: number, method: string, path: string, body?: string): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: "127.0.0.1", port, method, path }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
