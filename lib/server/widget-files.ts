import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

const FILES: Record<string, { file: string; type: string }> = {
  "/v1.js": { file: "v1.js", type: "text/javascript; charset=utf-8" },
  "/widget/chat.js": { file: "widget/chat.js", type: "text/javascript; charset=utf-8" },
  "/widget/chat.css": { file: "widget/chat.css", type: "text/css; charset=utf-8" },
};

type Kept = { plain: Buffer; brotli: Buffer | null; etag: string };
const kept = new Map<string, Kept>();

function read(file: string): Buffer | null {
  try {
    return readFileSync(path.join(process.cwd(), "public", file));
  } catch {
    return null;
  }
}

function load(url: string, file: string): Kept | null {
  const known = kept.get(url);
  if (known) return known;
  const plain = read(file);
  if (!plain) return null;
  const loaded = {
    plain,
    brotli: read(`${file}.br`),
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
  };
  kept.set(url, loaded);
  return loaded;
}

/**
 * Answers the storefront's own files as they were compressed when built, at brotli's best. They are asked again with
 * their tag after five minutes, so a new build reaches every storefront soon. False for any other address.
 */
export function answerWidgetFile(request: IncomingMessage, response: ServerResponse): boolean {
  const url = (request.url ?? "").split("?")[0] ?? "";
  const known = FILES[url];
  if (!known || (request.method !== "GET" && request.method !== "HEAD")) return false;
  const loaded = load(url, known.file);
  if (!loaded) return false;
  const brotli =
    loaded.brotli && /\bbr\b/.test(String(request.headers["accept-encoding"] ?? "")) ? loaded.brotli : null;
  const headers = {
    "content-type": known.type,
    "cache-control": "public, max-age=300, stale-while-revalidate=86400",
    "cross-origin-resource-policy": "cross-origin",
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
