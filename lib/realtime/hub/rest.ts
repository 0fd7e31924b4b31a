import type { IncomingMessage, ServerResponse } from "node:http";
import type { AppState } from "./app-state";
import type { HubLog } from "./hub-log";
import { type Answer, refusal } from "./rest-answer";
import { whyNotAuthentic } from "./rest-auth";
import { readBody } from "./rest-body";
import { postBatch, postEvent } from "./rest-events";
import { endConnections, getChannel, getChannels, getUsers } from "./rest-queries";
import { md5 } from "./signature";

const PATH = /^\/apps\/([^/]+)(\/.+)$/;
const CHANNEL = /^\/channels\/(#?[A-Za-z0-9_\-=@,.;]{1,200})$/;
const USERS = /^\/channels\/(#?[A-Za-z0-9_\-=@,.;]{1,200})\/users$/;
const END = /^\/users\/([^/]{1,128})\/terminate_connections$/;

const NOT_FOUND = refusal(404, "No such resource");
const MALFORMED = refusal(400, "The body is not JSON");

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function route(state: AppState, method: string, path: string, query: URLSearchParams, body: Buffer): Answer {
  if (method === "GET") {
    if (path === "/channels") return getChannels(state, query);
    const channel = CHANNEL.exec(path)?.[1];
    if (channel) return getChannel(state, channel, query);
    const present = USERS.exec(path)?.[1];
    return present ? getUsers(state, present) : NOT_FOUND;
  }
  if (method !== "POST") return NOT_FOUND;
  const userId = END.exec(path)?.[1];
  if (userId) return endConnections(state, userId);
  if (path !== "/events" && path !== "/batch_events") return NOT_FOUND;
  const json = parse(body);
  if (json === undefined) return MALFORMED;
  return path === "/events" ? postEvent(state, json) : postBatch(state, json);
}

async function answer(states: ReadonlyMap<string, AppState>, request: IncomingMessage): Promise<Answer> {
  const { method = "", url = "" } = request;
  const [path = "", search = ""] = url.split("?", 2);
  const [, appId = "", rest = ""] = PATH.exec(path) ?? [];
  const state = states.get(appId);
  if (!state) return refusal(404, "No such app");
  if (state.app.enabled === false) return refusal(403, "The app is disabled");

  const query = new URLSearchParams(search);
  const problem = whyNotAuthentic(state.app, { method, path, query });
  if (problem) return refusal(401, problem);
  const body = await readBody(request, state.limits.bodyBytes);
  if (!body) return refusal(413, "The body is too large");
  const declared = query.get("body_md5");
  if (declared === null ? body.length > 0 : declared !== md5(body))
    return refusal(401, "body_md5 is not that of the body");
  return route(state, method, rest, query, body);
}

/**
 * The HTTP API under `/apps/{id}`: https://pusher.com/docs/channels/library_auth_reference/rest-api
 * A fault of ours answers 500 without a word about it; what happened is in the log.
 */
export async function handleApi(
  states: ReadonlyMap<string, AppState>,
  request: IncomingMessage,
  response: ServerResponse,
  log: HubLog | undefined,
): Promise<void> {
  const { status, body } = await answer(states, request).catch((error: unknown): Answer => {
    if (!request.destroyed || request.complete) log?.error({ err: error }, "hub: a request was not handled");
    return refusal(500, "Something went wrong");
  });
  const json = typeof body === "object";
  if (!request.complete) response.setHeader("connection", "close");
  response.writeHead(status, {
    "content-type": json ? "application/json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(json ? JSON.stringify(body) : body);
  request.resume();
}
