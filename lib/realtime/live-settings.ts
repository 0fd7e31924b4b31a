import { env } from "#lib/core/env";
import type { LiveSettings } from "./browser/live-connection";

/**
 * Where a browser opens its live connection: our own hub at the public address, or what `PUSHER_*` names.
 * The hosted service takes sockets at `ws-<cluster>`, where it takes requests at `api-<cluster>`.
 */
export function liveSettings(): LiveSettings {
  const { PUBLIC_URL, PUSHER } = env();
  const { key, host, port, useTLS, cluster, hosted } = PUSHER;
  if (hosted) {
    const sockets = cluster && host === `api-${cluster}.pusher.com` ? `ws-${cluster}.pusher.com` : host;
    return { key, host: sockets, port, tls: useTLS };
  }
  const { hostname, port: publicPort, protocol } = new URL(PUBLIC_URL);
  const tls = protocol === "https:";
  return { key, host: hostname, port: publicPort === "" ? (tls ? 443 : 80) : Number(publicPort), tls };
}
