import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { env } from "#lib/core/env";

/** One call as it came in. `body` is parsed JSON, or the raw text of a form. */
export type GraphRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  token: string;
  /** Whether the proof that came with it is the token's. */
  proven: boolean;
  body: unknown;
};

type Answer = { status?: number; body?: unknown; headers?: Record<string, string>; afterwards?: () => Promise<void> };
type Reply = Answer | "hang" | "reset";
type Script = (request: GraphRequest, response: ServerResponse) => Reply | Promise<Reply>;

const nothing: Script = () => ({ body: {} });
let script = nothing;
const requests: GraphRequest[] = [];

const server = createServer(async (incoming, response) => {
  const request = await readRequest(incoming);
  requests.push(request);
  const answer = await script(request, response);
  if (answer === "hang") return;
  if (answer === "reset") return void incoming.socket.destroy();
  response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
  response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
server.unref();
const address = server.address() as AddressInfo;
const base = `http://127.0.0.1:${address.port}`;
process.env.GRAPH_BASE_URL = base;

/** Makes this server the platform for whatever asks from now on, also where the settings were read before. */
function takeOver(): void {
  env().FACEBOOK.graphUrl = base;
}
takeOver();

async function readRequest(incoming: IncomingMessage): Promise<GraphRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const url = new URL(incoming.url ?? "", "http://graph.test");
  const token = (incoming.headers.authorization ?? "").replace(/^Bearer /, "");
  const proof = createHmac("sha256", env().FACEBOOK.clientSecret).update(token).digest("hex");
  return {
    method: incoming.method ?? "",
    path: url.pathname.replace(/^\/v\d+\.\d+\//, ""),
    query: url.searchParams,
    token,
    proven: url.searchParams.get("appsecret_proof") === proof,
    body: incoming.headers["content-type"] === "application/json" ? JSON.parse(text) : text,
  };
}

/** A Graph API whose answers a test writes: the one that `env()` names from the import of this file on. */
export const fakeGraph = {
  requests,
  /** Says what every later call is answered with, and forgets the calls so far. */
  answers(next: Script): void {
    takeOver();
    script = next;
    requests.length = 0;
  },
};

/** What a file of tests had it say is nothing that the next one asked for; the set-up of the tests calls it between them. */
Object.assign(globalThis, {
  comptoirFakeGraph: {
    forget() {
      script = nothing;
    },
  },
});

/** A refusal in the platform's shape. */
export function graphRefusal(code: number, subcode?: number): Answer {
  const error = { message: `(#${code}) No`, type: "OAuthException", code, fbtrace_id: "AbCdEf" };
  return { status: 400, body: { error: subcode === undefined ? error : { ...error, error_subcode: subcode } } };
}

let accepted = 0;
/** The Send API's answer to a message it took. */
export const acceptedSend = () => ({ body: { recipient_id: "1", message_id: `m_out_${++accepted}` } });

/** The bodies of the calls so far, and what was written in those that are messages. */
export const sentBodies = () =>
  fakeGraph.requests.map((request) => request.body as Record<string, Record<string, unknown>>);
export const sentTexts = () => sentBodies().map((body) => body.message?.text);
