import { z } from "zod";
import type { AppState } from "./app-state";
import type { PresenceMember } from "./channel";
import type { Connection } from "./connection";
import { MAX_PERSON_DATA, readChannelData } from "./presence-data";
import { CHANNEL_NAME, CODE, errorFrame, subscribedFrame, subscriptionErrorFrame } from "./protocol";
import { authMatches } from "./signature";

const MAX_AUTH = 256;
const UNSUPPORTED = /^((private|presence)-)?cache-|^private-encrypted-/;
const TO_USER = "#server-to-user-";

const Subscribe = z.strictObject({
  channel: z.string().regex(CHANNEL_NAME),
  auth: z.string().max(MAX_AUTH).optional(),
  channel_data: z.string().max(MAX_PERSON_DATA).optional(),
});
const Unsubscribe = z.strictObject({ channel: z.string().regex(CHANNEL_NAME) });

type Request = z.output<typeof Subscribe>;
type Decision =
  | { ok: true; member: PresenceMember | null }
  | { ok: false; status: number; type: string; error: string };

const UNAUTHORIZED: Decision = { ok: false, status: 401, type: "AuthError", error: "Not authorised for this channel" };

function authorise(state: AppState, connection: Connection, request: Request): Decision {
  const { channel, auth = "", channel_data: data } = request;
  if (UNSUPPORTED.test(channel))
    return { ok: false, status: 501, type: "Unsupported", error: "Encrypted and cache channels are not supported" };
  if (channel.startsWith("#")) {
    const own = connection.user && channel === `${TO_USER}${connection.user.id}`;
    return own ? { ok: true, member: null } : UNAUTHORIZED;
  }
  const presence = channel.startsWith("presence-");
  if (!presence && !channel.startsWith("private-")) return { ok: true, member: null };

  const text = `${connection.id}:${channel}${data === undefined ? "" : `:${data}`}`;
  if (!authMatches(state.app, text, auth)) return UNAUTHORIZED;
  if (!presence) return { ok: true, member: null };
  const member = data === undefined ? connection.user : readChannelData(data);
  return member ? { ok: true, member } : UNAUTHORIZED;
}

function overLimit(state: AppState, connection: Connection, name: string, member: PresenceMember | null): boolean {
  if (connection.channels.size >= state.limits.channelsPerConnection) return true;
  const channel = state.channels.get(name);
  if (!member || !channel || channel.hasMember(member.id)) return false;
  return channel.userCount >= state.limits.membersPerChannel;
}

/**
 * `pusher:subscribe`. Private and presence channels need a signature over `socket_id:channel[:channel_data]`;
 * a person signed in with `pusher:signin` may join a presence channel without `channel_data`. Asked twice, answers twice.
 */
export function subscribe(state: AppState, connection: Connection, data: unknown): void {
  const request = Subscribe.safeParse(data).data;
  if (!request) {
    connection.send(errorFrame(CODE.badFrame, "Malformed subscription"));
    return;
  }
  const { channel: name } = request;
  const refuse = (status: number, type: string, error: string) =>
    connection.send(subscriptionErrorFrame(name, status, type, error));

  const decision = authorise(state, connection, request);
  if (!decision.ok) {
    refuse(decision.status, decision.type, decision.error);
    return;
  }
  const joined = connection.channels.has(name);
  if (!joined && overLimit(state, connection, name, decision.member)) {
    refuse(403, "LimitReached", "This channel or connection is full");
    return;
  }
  const channel = (joined && state.channels.get(name)) || state.join(connection, name, decision.member);
  connection.send(subscribedFrame(name, decision.member ? { presence: channel.presence() } : {}));
}

/** `pusher:unsubscribe`. Has no answer in the protocol; a channel the socket is not in is ignored. */
export function unsubscribe(state: AppState, connection: Connection, data: unknown): void {
  const request = Unsubscribe.safeParse(data).data;
  if (request) state.leave(connection, request.channel);
  else connection.send(errorFrame(CODE.badFrame, "Malformed unsubscription"));
}
