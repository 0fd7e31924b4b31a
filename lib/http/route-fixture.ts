import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const Handler = z.custom<Handler>((value) => typeof value === "function");

/** Where the tests' requests seem to come from: our own public address. */
export const ORIGIN = "http://localhost:3000";

/** An answer as a test compares it: the request's own id left out. */
export type Answer = { status: number; body: unknown; cacheControl: string | null };

/** What a test sends besides the method: a JSON value, or raw bytes with headers that say what they are. */
export type Sent = { query?: string; json?: unknown; raw?: string | Uint8Array; headers?: Record<string, string> };

/** Calls an exported method of a route file of `app/`, as the server would for these path parameters. */
export async function callRoute(
  file: string,
  method: string,
  params: Record<string, string>,
  { query = "", json, raw, headers = {} }: Sent = {},
): Promise<Response> {
  const module: Record<string, unknown> = await import(pathToFileURL(resolve(file)).href);
  const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
  const request = new Request(`${ORIGIN}/${query}`, {
    method,
    headers: {
      ...(method === "GET" ? {} : { origin: ORIGIN }),
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : Buffer.from(body) }),
  });
  return Handler.parse(module[method])(request, { params: Promise.resolve(params) });
}

/** The same, read to the end. */
export async function answerOf(...call: Parameters<typeof callRoute>): Promise<Answer> {
  const response = await callRoute(...call);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return {
    status: response.status,
    body: isJson ? JSON.parse(text) : text,
    cacheControl: response.headers.get("cache-control"),
  };
}
