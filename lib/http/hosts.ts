import { env } from "#lib/core/env";

/**
 * Whether a Host header names this installation: its public address, the origin of files, the demo storefront while the sandbox is on, or
 * the loopback address by which our own processes reach it. Anything else could poison a link (AUTH-05).
 */
export function isAllowedHost(host: string | undefined): boolean {
  if (!host) return false;
  const { PUBLIC_URL, PORT, sandbox } = env();
  const own = new URL(PUBLIC_URL);
  if (host === own.host || host === `127.0.0.1:${PORT}`) return true;
  return isFilesHost(host) || (sandbox && host === storefrontHost());
}

/** Whether a Host header names the origin of files that strangers sent, where nothing else is served. */
export function isFilesHost(host: string | null | undefined): boolean {
  const { FILES_ORIGIN } = env();
  return FILES_ORIGIN !== null && host === new URL(FILES_ORIGIN).host;
}

/** Whether nothing is served at a path of this host. */
export function isBarred(host: string | null | undefined, path: string): boolean {
  return isFilesHost(host) && !/^\/files\/[\w-]+$/.test(path);
}

/** The demo storefront's host, another origin than ours: `shop.` before our own. */
export function storefrontHost(): string {
  return `shop.${new URL(env().PUBLIC_URL).host}`;
}
