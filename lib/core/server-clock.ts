type Heard = {
  /** What the server's clock showed (epoch milliseconds), at some moment between `sent` and `received`. */
  server: number;
  /** What the device's clock showed before and after; no `sent` where nothing was asked: the server only came first. */
  sent?: number;
  received: number;
};

/**
 * The server's time on a device whose own clock may be wrong. It departs from the device's clock only as far as what was
 * heard proves, so that a right clock is never moved by a slow answer; each answer counts anew, since a clock may be set.
 */
export class ServerClock {
  #offset = 0;

  /** The present by the server (epoch milliseconds), where the device says `device`. */
  at(device: number): number {
    return device + this.#offset;
  }

  /** Whether this moved the time. */
  hear({ server, sent, received }: Heard): boolean {
    const before = this.#offset;
    const most = sent === undefined ? Number.POSITIVE_INFINITY : server - sent;
    this.#offset = Math.min(Math.max(before, server - received), most);
    return this.#offset !== before;
  }
}
