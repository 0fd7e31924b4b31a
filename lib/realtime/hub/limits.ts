/** What one hub bears before it refuses. Sizes in bytes, times in milliseconds. */
export type HubLimits = {
  /** Open sockets over all apps; one more is closed with 4100 and comes back later. */
  connections: number;
  /** Channels one socket may be in. */
  channelsPerConnection: number;
  /** People in one presence channel (100 in the hosted service). */
  membersPerChannel: number;
  /** The largest frame taken from a client. */
  frameBytes: number;
  /** Unread bytes kept for one socket before it is closed with 4100. */
  bufferedBytes: number;
  /** Frames one socket may send at once, and then per second. */
  frameBurst: number;
  framesPerSecond: number;
  /** How long a client has to answer `pusher:ping` (30 s is what the protocol recommends). */
  pongTimeout: number;
  /** The `data` of one published event (10 KB, as in the hosted service). */
  eventBytes: number;
  /** The body of one request to the HTTP API. */
  bodyBytes: number;
};

export const DEFAULT_LIMITS: HubLimits = {
  connections: 20_000,
  channelsPerConnection: 100,
  membersPerChannel: 100,
  frameBytes: 100 * 1024,
  bufferedBytes: 1024 * 1024,
  frameBurst: 300,
  framesPerSecond: 100,
  pongTimeout: 30_000,
  eventBytes: 10 * 1024,
  bodyBytes: 512 * 1024,
};
