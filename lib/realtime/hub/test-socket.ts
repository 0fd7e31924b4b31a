import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { APP } from "./test-hub";

export type Received = { event: string; channel?: string; data: unknown };

/** A bare socket that speaks frames by hand, and remembers every frame and the close. */
export class TestSocket {
  readonly socket: WebSocket;
  readonly frames: Received[] = [];
  closed: { code: number; reason: string } | null = null;
  readonly #watchers = new Set<() => void>();

  constructor(url: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on("message", (raw) => {
      const { data, ...rest } = JSON.parse(raw.toString());
      this.frames.push({ ...rest, data: typeof data === "string" ? JSON.parse(data) : data });
      this.#changed();
    });
    this.socket.on("close", (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#changed();
    });
    this.socket.on("error", () => this.#changed());
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }

  /** Waits until `find` finds something, looking again at every frame and at the close. */
  until<T>(find: () => T | undefined | null): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined || found === null) return;
        this.#watchers.delete(look);
        resolve(found);
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** The next frame named `event` that came after those already taken. */
  async take(event: string): Promise<Received> {
    const at = await this.until(() => {
      const index = this.frames.findIndex((frame) => frame.event === event);
      return index < 0 ? null : { index };
    });
    const [frame] = this.frames.splice(at.index, 1);
    if (!frame) throw new Error("a frame vanished");
    return frame;
  }

  send(frame: object | string | Buffer): void {
    this.socket.send(typeof frame === "string" || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  /** Asks for a pong: whatever the hub had to say about earlier frames has then arrived. */
  async settled(): Promise<void> {
    this.send({ event: "pusher:ping", data: {} });
    await Promise.race([this.take("pusher:pong"), this.until(() => this.closed)]);
  }

  /** Resolves with the code and reason of the close. */
  end(): Promise<{ code: number; reason: string }> {
    return this.until(() => this.closed);
  }
}

export function openSocket(
  port: number,
  path = `/app/${APP.key}?protocol=7&client=js&version=8.6.0`,
  headers = {},
): TestSocket {
  const socket = new TestSocket(`ws://127.0.0.1:${port}${path}`, headers);
  onTestFinished(() => socket.socket.terminate());
  return socket;
}

/** A greeted socket and its id. */
export async function greetedSocket(port: number): Promise<{ socket: TestSocket; id: string }> {
  const socket = openSocket(port);
  const { data } = await socket.take("pusher:connection_established");
  return { socket, id: (data as { socket_id: string }).socket_id };
}
