import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { STATUS } from "#lib/core/errors";
import type { Outcome } from "./outcome";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const Handler = z.custom<Handler>((value) => typeof value === "function");

type Action = (...input: unknown[]) => Promise<Outcome<unknown> | undefined>;
const Action = z.custom<Action>((value) => typeof value === "function");

const load = async (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(resolve(file)).href);

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
  return Handler.parse((await load(file))[method])(request, { params: Promise.resolve(params) });
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

/** Calls a server action as a browser would, whatever it sends; a refusal answers with the status it stands for. */
export async function callAction(file: string, name: string, ...input: unknown[]): Promise<Answer> {
  const outcome = await Action.parse((await load(file))[name])(...input);
  return !outcome || outcome.ok
    ? { status: 200, body: outcome?.value, cacheControl: null }
    : { status: STATUS[outcome.problem.code], body: outcome.problem, cacheControl: null };
}
