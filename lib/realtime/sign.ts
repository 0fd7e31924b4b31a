import { parseChannel } from "./channels";
import { pusherClient } from "./pusher-client";

const SOCKET_ID = /^\d{1,20}\.\d{1,20}$/;
const USER_ID = /^[A-Za-z0-9_-]{1,64}$/;

export type PresenceData = { user_id: string; user_info?: { name: string } };
export type ChannelAuth = { auth: string; channel_data?: string };
export type UserAuth = { auth: string; user_data: string };

/**
 * The signature that lets one socket into one channel. Null, and nothing signed, when the socket id or the name is
 * malformed, the name is no channel of ours, or a person is given for a channel without presence or missing for one with.
 * Signs for anyone: whether this actor may read the channel is decided before.
 */
export function signChannel(socketId: string, channel: string, presence?: PresenceData): ChannelAuth | null {
  const parsed = SOCKET_ID.test(socketId) ? parseChannel(channel) : null;
  if (!parsed || (parsed.kind === "presence") !== (presence !== undefined)) return null;
  if (presence && !USER_ID.test(presence.user_id)) return null;
  return pusherClient().authorizeChannel(socketId, channel, presence);
}

/** The signature that ties one socket to a person, so that it can be ended. Null, and nothing signed, when either id is malformed. */
export function signUser(socketId: string, user: { id: string }): UserAuth | null {
  if (!SOCKET_ID.test(socketId) || !USER_ID.test(user.id)) return null;
  return pusherClient().authenticateUser(socketId, user);
}
