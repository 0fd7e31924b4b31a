import type { AppState } from "./app-state";
import { channelInfo, isPresence, readInfo } from "./channel-info";
import { CODE } from "./protocol";
import { type Answer, ok, refusal } from "./rest-answer";

const UNKNOWN_INFO = refusal(400, "info may be user_count and subscription_count");
const PRESENCE_ONLY = refusal(400, "user_count exists for presence channels only");

/** `GET /apps/{id}/channels`: the occupied channels, by name. */
export function getChannels(state: AppState, query: URLSearchParams): Answer {
  const prefix = query.get("filter_by_prefix") ?? "";
  const info = readInfo(query.get("info"));
  if (!info) return UNKNOWN_INFO;
  if (info.includes("user_count") && !isPresence(prefix)) return PRESENCE_ONLY;
  const names = [...state.channels.keys()].filter((name) => name.startsWith(prefix) && !name.startsWith("#"));
  return ok({ channels: Object.fromEntries(names.map((name) => [name, channelInfo(state, name, info)])) });
}

/** `GET /apps/{id}/channels/{name}`: whether anyone is there, and the counts asked for. */
export function getChannel(state: AppState, name: string, query: URLSearchParams): Answer {
  const info = readInfo(query.get("info"));
  if (!info) return UNKNOWN_INFO;
  if (info.includes("user_count") && !isPresence(name)) return PRESENCE_ONLY;
  return ok({ occupied: state.channels.has(name), ...channelInfo(state, name, info) });
}

/** `GET /apps/{id}/channels/{name}/users`: who is in a presence channel. */
export function getUsers(state: AppState, name: string): Answer {
  if (!isPresence(name)) return refusal(400, "Users exist for presence channels only");
  return ok({ users: (state.channels.get(name)?.userIds ?? []).map((id) => ({ id })) });
}

/** `POST /apps/{id}/users/{user_id}/terminate_connections`: closes every socket of a signed-in person with 4009. */
export function endConnections(state: AppState, userId: string): Answer {
  for (const connection of state.connectionsOf(userId))
    connection.close(CODE.unauthorized, "You got disconnected by the app");
  return ok({});
}
