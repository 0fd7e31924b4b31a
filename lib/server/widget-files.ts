import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { env } from "#lib/core/env";
import { DEV_VERSION } from "#lib/http/part-address";
import { partFiles } from "#lib/widget/files";

type Kept = { plain: Buffer; brotli: Buffer | null; etag: string };
const kept = new Map<string, Kept>();

/** The loader has one address for ever; a part's address says of which build it is. */
const LOADER = "/v1.js";
const PART = /^\/widget\/([\w-]+)\/([\w.]+)$/;

function read(address: string): Buffer | null {
  try {
    return readFileSync(path.join(process.cwd(), "public", address));
  } catch {
    return null;
  }
}

function load(url: string): Kept | null {
  const known = kept.get(url);
  if (known) return known;
  const plain = read(url);
  if (!plain) return null;
  const loaded = {
    plain,
    brotli: env().dev ? null : read(`${url}.br`),
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
  };
  if (!env().dev) kept.set(url, loaded);
  return loaded;
}

function cacheOf(version: string | undefined): string {
  if (version === DEV_VERSION) return "no-cache";
  return version ? "public, max-age=31536000, immutable" : "public, max-age=300, stale-while-revalidate=86400";
}

/**
 * Answers the storefront's own files as they were compressed when built, at brotli's best. The loader is asked again with
 * its tag after five minutes, so a new build reaches every storefront soon; a part, of this build or of one before it
 * that is still here, is kept for ever. False for any other address.
 */
export function answerWidgetFile(request: IncomingMessage, response: ServerResponse): boolean {
  const url = (request.url ?? "").split("?")[0] ?? "";
  const [, version, part = ""] = PART.exec(url) ?? [];
  if (url !== LOADER && !partFiles.includes(part)) return false;
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const loaded = load(url);
  if (!loaded) return false;
  const brotli =
    loaded.brotli && /\bbr\b/.test(String(request.headers["accept-encoding"] ?? "")) ? loaded.brotli : null;
  const headers = {
    "content-type": url.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
    "cache-control": cacheOf(version),
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*", // storefronts import one of the modules; none of the files is secret
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
    etag: loaded.etag,
  };
  if (request.headers["if-none-match"] === loaded.etag) {
    response.writeHead(304, headers).end();
    return true;
  }
  const body = brotli ?? loaded.plain;
  response.writeHead(200, {
    ...headers,
    "content-length": body.length,
    ...(brotli ? { "content-encoding": "br" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
  return true;
}
