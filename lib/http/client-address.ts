import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { isIn } from "#lib/core/address-range";
import { env } from "#lib/core/env";

/** In which our own server notes who asks; what a client sends under this name is replaced. */
const NOTE = "x-comptoir-client";

const place = globalThis as { comptoirNotesClients?: boolean };

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An address without its port, an IPv4 one inside an IPv6 one as itself; null for what is none. */
function parse(text: string | undefined): Address | null {
  const [, bracketed, dotted] = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/.exec(text?.trim() ?? "") ?? [];
  const bare = bracketed ?? dotted ?? text?.trim() ?? "";
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : null;
}

/**
 * Who really asks: the nearest address that no proxy of ours vouches for. `X-Forwarded-For` is read from its end, each
 * proxy adding the peer it saw, some with its port, and only as far as the proxies in `proxies` wrote it; anybody can write the rest
 * (AUTH-04). One household of IPv6 is one address, its first 64 bits. Null when nothing is known.
 */
export function clientOf(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: readonly string[],
): string | null {
  const hops = [...(forwardedFor ?? "").split(","), peer].map(parse).reverse();
  const client =
    hops.find((hop) => !hop || !proxies.some((range) => isIn(hop, range))) ?? hops.find((hop) => hop !== null);
  if (!client) return null;
  return client instanceof ipaddr.IPv6 ? ipaddr.IPv6.networkAddressFromCIDR(`${client}/64`).toString() : `${client}`;
}

/** Notes who asks on a request as it arrives, for `clientAddress`, and answers it. */
export function noteClient(request: IncomingMessage): string | null {
  place.comptoirNotesClients = true;
  const forwarded = request.headers["x-forwarded-for"];
  const list = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  const client = clientOf(request.socket.remoteAddress, list, env().proxies);
  if (client) request.headers[NOTE] = client;
  else delete request.headers[NOTE];
  return client;
}

/** The address a request came from, as our server noted it. Null where another server runs the pages: it notes nothing. */
export function clientAddress(request: { headers: Headers }): string | null {
  return place.comptoirNotesClients ? request.headers.get(NOTE) : null;
}
