import type { LookupAddress } from "node:dns";
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { OutboundRefused, type OutboundTrust, outboundTarget } from "./outbound-target";

export { OutboundRefused, type OutboundTrust };

const MAX_BYTES = 1_048_576;
const TIMEOUT_MS = 10_000;

export type OutboundInit = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Most bytes read of the answer's body; 1 MiB unless told. */
  maxBytes?: number;
  /** Milliseconds for the whole exchange, names and body included; 10,000 unless told. */
  timeoutMs?: number;
  /** Lets plain http through; otherwise only https and our own origins. */
  allowHttp?: boolean;
};

export type OutboundAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/**
 * Asks another server, and is the only way this product does. Names are resolved once, every address must be public,
 * and the connection goes to an address that was checked. Redirects are refused. Loopback answers only to our own
 * configured origins. Throws `OutboundRefused`; an HTTP error status is an answer, not a refusal.
 */
export async function guardedFetch(
  input: string | URL,
  init: OutboundInit = {},
  trust: OutboundTrust = {},
): Promise<OutboundAnswer> {
  const signal = AbortSignal.timeout(init.timeoutMs ?? TIMEOUT_MS);
  const { url, addresses } = await outboundTarget(input, init.allowHttp ?? false, signal, trust);
  return exchange(url, addresses, init, signal);
}

async function exchange(url: URL, addresses: LookupAddress[], init: OutboundInit, signal: AbortSignal) {
  const headers = new Headers({ "user-agent": "Comptoir", ...init.headers });
  headers.set("host", url.host);
  headers.set("accept-encoding", "identity");
  if (init.body !== undefined) headers.set("content-length", String(Buffer.byteLength(init.body)));
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  const options = {
    method: init.method ?? (init.body === undefined ? "GET" : "POST"),
    headers: Object.fromEntries(headers),
    lookup: onlyTo(addresses),
    agent: false as const,
    signal,
  };
  let mayHaveArrived = false;
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(url, options, resolve).on("error", reject);
      asked.on("socket", (socket) =>
        socket.on(url.protocol === "https:" ? "secureConnect" : "connect", () => {
          mayHaveArrived = true;
        }),
      );
      asked.end(init.body);
    });
    return await read(answer, init.maxBytes ?? MAX_BYTES);
  } catch (error) {
    const reason = error instanceof OutboundRefused ? error.reason : signal.aborted ? "timed_out" : "unreachable";
    throw new OutboundRefused(reason, { cause: error, mayHaveArrived });
  }
}

/** Answers every later question about the name with the addresses that were checked. */
function onlyTo(addresses: LookupAddress[]): LookupFunction {
  const [first = { address: "", family: 0 }] = addresses;
  return (_name, { all }, done) => (all ? done(null, addresses) : done(null, first.address, first.family));
}

async function read(answer: IncomingMessage, maxBytes: number): Promise<OutboundAnswer> {
  const { statusCode: status = 0, headers } = answer;
  const refusal =
    status >= 300 && status < 400 ? "redirect" : Number(headers["content-length"]) > maxBytes ? "too_large" : null;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (refusal) throw new OutboundRefused(refusal);
    for await (const chunk of answer) {
      size += chunk.length;
      if (size > maxBytes) throw new OutboundRefused("too_large");
      chunks.push(chunk);
    }
  } finally {
    answer.destroy();
  }
  return { status, headers, body: Buffer.concat(chunks) };
}
