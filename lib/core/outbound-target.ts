import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { env } from "./env";
import { isPublicAddress } from "./public-address";

const PORTS = new Set(["80", "443"]);
const LOOPBACK_NAME = /^(localhost|.+\.localhost)$/;
const LOOPBACK_LITERAL = /^(127\.\d+\.\d+\.\d+|\[::1\])$/;
const NOT_IN_A_URL = /[\\\s\p{Cc}]/u;

export type OutboundReason =
  | "malformed"
  | "scheme"
  | "credentials"
  | "port"
  | "unresolved"
  | "address"
  | "redirect"
  | "too_large"
  | "timed_out"
  | "unreachable";

/**
 * The one way an outbound request fails. `mayHaveArrived` tells whether the other side may have acted on it: then a
 * send has an unknown outcome and must not simply be repeated.
 */
export class OutboundRefused extends Error {
  override readonly name = "OutboundRefused";
  readonly reason: OutboundReason;
  readonly mayHaveArrived: boolean;

  constructor(
    reason: OutboundReason,
    { cause, mayHaveArrived = false }: { cause?: unknown; mayHaveArrived?: boolean } = {},
  ) {
    super(`Outbound request refused: ${reason}`, { cause });
    this.reason = reason;
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** What the guard trusts: our own origins, those whoever runs this set by hand, and whoever resolves names. */
export type OutboundTrust = {
  own?: readonly string[];
  /** Origins of the settings, reached wherever they are: also in a private network. Never one that a person gives. */
  configured?: readonly string[];
  resolve?: (name: string) => Promise<LookupAddress[]>;
};

/**
 * Decides where a request may go: the address itself, its port, and every address its name resolves to, resolved once.
 * Throws `OutboundRefused`.
 */
export async function outboundTarget(
  input: string | URL,
  allowHttp: boolean,
  signal: AbortSignal,
  trust: OutboundTrust,
) {
  const url = parse(input);
  const isConfigured = trust.configured?.includes(url.origin) ?? false;
  const isOwn = isConfigured || (trust.own ?? ownOrigins()).includes(url.origin);
  if (url.protocol === "http:" && !allowHttp && !isOwn) throw new OutboundRefused("scheme");
  if (!isOwn && !PORTS.has(portOf(url))) throw new OutboundRefused("port");
  if (isOwn && isLoopback(url)) return { url, addresses: loopbackOf(url) };
  const addresses = await addressesOf(url, signal, trust.resolve);
  if (!isConfigured && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new OutboundRefused("address");
  return { url, addresses };
}

function parse(input: string | URL): URL {
  const text = String(input);
  if (NOT_IN_A_URL.test(text) || !URL.canParse(text)) throw new OutboundRefused("malformed");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new OutboundRefused("scheme");
  if (url.username || url.password) throw new OutboundRefused("credentials");
  return url;
}

/** PUBLIC_URL with its storefront and file hosts on `localhost`, and the graph server when it is this machine. */
function ownOrigins(): string[] {
  const { PUBLIC_URL, FACEBOOK } = env();
  const [home, graph] = [new URL(PUBLIC_URL), new URL(FACEBOOK.graphUrl)];
  const subdomains = LOOPBACK_NAME.test(home.hostname) ? ["shop.", "files."] : [];
  const homes = ["", ...subdomains].map((prefix) => `${home.protocol}//${prefix}${home.host}`);
  return isLoopback(graph) ? [...homes, graph.origin] : homes;
}

const portOf = (url: URL) => url.port || (url.protocol === "https:" ? "443" : "80");
const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, "");
const isLoopback = (url: URL) => LOOPBACK_NAME.test(url.hostname) || LOOPBACK_LITERAL.test(url.hostname);

/** `*.localhost` is this machine for browsers but not for every resolver. */
function loopbackOf(url: URL): LookupAddress[] {
  if (LOOPBACK_NAME.test(url.hostname)) return [{ address: "127.0.0.1", family: 4 }];
  const address = bareHost(url);
  return [{ address, family: address.includes(":") ? 6 : 4 }];
}

async function addressesOf(url: URL, signal: AbortSignal, resolve: OutboundTrust["resolve"]) {
  const ask = resolve ?? ((name: string) => lookup(name, { all: true, verbatim: true }));
  const addresses = await Promise.race([ask(bareHost(url)), aborted(signal)]).catch((cause: unknown) => {
    throw new OutboundRefused(signal.aborted ? "timed_out" : "unresolved", { cause });
  });
  if (addresses.length === 0) throw new OutboundRefused("unresolved");
  return addresses;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}
