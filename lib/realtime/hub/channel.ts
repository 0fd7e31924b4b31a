import type { Connection } from "./connection";
import { memberAddedFrame, memberRemovedFrame } from "./protocol";

export type PresenceMember = { id: string; info: unknown };
type Present = { info: unknown; connections: number };

/** One occupied channel: its sockets and, for a presence channel, the people behind them. */
export class Channel {
  readonly name: string;
  readonly #subscribers = new Map<Connection, string | null>();
  readonly #members = new Map<string, Present>();

  constructor(name: string) {
    this.name = name;
  }

  get subscriptionCount(): number {
    return this.#subscribers.size;
  }

  get userCount(): number {
    return this.#members.size;
  }

  get userIds(): string[] {
    return [...this.#members.keys()];
  }

  has(connection: Connection): boolean {
    return this.#subscribers.has(connection);
  }

  hasMember(id: string): boolean {
    return this.#members.has(id);
  }

  /** Adds a socket. The others hear `member_added` for a person's first socket only. */
  join(connection: Connection, member: PresenceMember | null): void {
    this.#subscribers.set(connection, member?.id ?? null);
    if (!member) return;
    const present = this.#members.get(member.id);
    if (present) {
      present.connections += 1;
      return;
    }
    this.#members.set(member.id, { info: member.info, connections: 1 });
    this.broadcast(memberAddedFrame(this.name, member.id, member.info), connection);
  }

  /** Removes a socket. The others hear `member_removed` for a person's last socket only. */
  leave(connection: Connection): void {
    const memberId = this.#subscribers.get(connection);
    if (memberId === undefined) return;
    this.#subscribers.delete(connection);
    if (memberId === null) return;
    const present = this.#members.get(memberId);
    if (!present) return;
    present.connections -= 1;
    if (present.connections > 0) return;
    this.#members.delete(memberId);
    this.broadcast(memberRemovedFrame(this.name, memberId));
  }

  /** Sends one frame, encoded once, to every socket but `except`. */
  broadcast(frame: string, except?: Connection): void {
    const bytes = Buffer.from(frame);
    for (const connection of this.#subscribers.keys()) {
      if (connection !== except) connection.send(bytes);
    }
  }

  /** The `presence` of `subscription_succeeded`: ids, each person's info by id, and their number. */
  presence(): { ids: string[]; hash: Record<string, unknown>; count: number } {
    const hash = Object.fromEntries([...this.#members].map(([id, present]) => [id, present.info ?? null]));
    return { ids: this.userIds, hash, count: this.#members.size };
  }
}
