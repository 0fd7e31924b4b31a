/**
 * Names, numbers and frames of the Pusher Channels protocol, version 7.
 * https://pusher.com/docs/channels/library_auth_reference/pusher-websockets-protocol
 */
export const PROTOCOL_VERSION = 7;

/**
 * "Connection closure": 4000-4099 do not come back, 4100-4199 come back after a second or more,
 * 4200-4299 come back at once, 4300-4399 something else was refused.
 */
export const CODE = {
  unknownApp: 4001,
  appDisabled: 4003,
  overQuota: 4004,
  unknownPath: 4005,
  badVersion: 4006,
  unsupportedVersion: 4007,
  noVersion: 4008,
  unauthorized: 4009,
  overCapacity: 4100,
  comeBack: 4200,
  noPong: 4201,
  inactive: 4202,
  badFrame: 4300,
  clientEvent: 4301,
} as const;

/** "Naming channels": letters, digits and `_ - = @ , . ;`, at most 200; `#` marks a channel of the server's own. */
export const CHANNEL_NAME = /^#?[A-Za-z0-9_\-=@,.;]{1,200}$/;
export const SOCKET_ID = /^\d+\.\d+$/;
export const MAX_NAME = 200;

/** One frame of the wire. `data` is itself JSON in a string, except in `pusher:error`. */
export function frame(event: string, data: string | object, channel?: string): string {
  return JSON.stringify(channel === undefined ? { event, data } : { event, channel, data });
}

export const PING = frame("pusher:ping", "{}");
export const PONG = frame("pusher:pong", "{}");

/** "pusher:error": a number and a fixed sentence, never what the client sent. */
export function errorFrame(code: number, message: string): string {
  return frame("pusher:error", { code, message });
}

export function establishedFrame(socketId: string, activityTimeout: number): string {
  const data = { socket_id: socketId, activity_timeout: activityTimeout };
  return frame("pusher:connection_established", JSON.stringify(data));
}

/** "pusher:subscription_error": this channel was refused, the connection stays. */
export function subscriptionErrorFrame(channel: string, status: number, type: string, error: string): string {
  return frame("pusher:subscription_error", JSON.stringify({ type, error, status }), channel);
}

export function subscribedFrame(channel: string, data: object): string {
  return frame("pusher_internal:subscription_succeeded", JSON.stringify(data), channel);
}

export function memberAddedFrame(channel: string, id: string, info: unknown): string {
  const data = info === undefined ? { user_id: id } : { user_id: id, user_info: info };
  return frame("pusher_internal:member_added", JSON.stringify(data), channel);
}

export function memberRemovedFrame(channel: string, id: string): string {
  return frame("pusher_internal:member_removed", JSON.stringify({ user_id: id }), channel);
}
