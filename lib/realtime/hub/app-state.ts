import { Channel, type PresenceMember } from "./channel";
import type { Connection, SignedInUser } from "./connection";
import type { HubLimits } from "./limits";

/** One Pusher app: `key` is public, `secret` signs. A disabled app is refused with 4003, one socket over `maxConnections` with 4004. */
export type HubApp = { id: string; key: string; secret: string; enabled?: boolean; maxConnections?: number };

/** Everything one app holds, in the memory of this process: nothing outlives it. */
export class AppState {
  readonly app: HubApp;
  readonly limits: HubLimits;
  readonly connections = new Map<string, Connection>();
  readonly channels = new Map<string, Channel>();
  readonly #users = new Map<string, Set<Connection>>();

  constructor(app: HubApp, limits: HubLimits) {
    this.app = app;
    this.limits = limits;
  }

  join(connection: Connection, name: string, member: PresenceMember | null): Channel {
    const channel = this.channels.get(name) ?? new Channel(name);
    this.channels.set(name, channel);
    connection.channels.add(name);
    channel.join(connection, member);
    return channel;
  }

  /** Takes a socket out of one channel; an empty channel is forgotten. */
  leave(connection: Connection, name: string): void {
    const channel = this.channels.get(name);
    connection.channels.delete(name);
    if (!channel) return;
    channel.leave(connection);
    if (channel.subscriptionCount === 0) this.channels.delete(name);
  }

  signIn(connection: Connection, user: SignedInUser): void {
    connection.user = user;
    const known = this.#users.get(user.id) ?? new Set<Connection>();
    known.add(connection);
    this.#users.set(user.id, known);
  }

  connectionsOf(userId: string): Connection[] {
    return [...(this.#users.get(userId) ?? [])];
  }

  /** Forgets a socket that has ended. */
  remove(connection: Connection): void {
    this.connections.delete(connection.id);
    for (const name of [...connection.channels]) this.leave(connection, name);
    if (!connection.user) return;
    const known = this.#users.get(connection.user.id);
    known?.delete(connection);
    if (known?.size === 0) this.#users.delete(connection.user.id);
  }
}
