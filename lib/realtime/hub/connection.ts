import { randomInt } from "node:crypto";
import { WebSocket } from "ws";
import { CODE } from "./protocol";

const ID_RANGE = 2 ** 47;
const CLOSE_PATIENCE = 2_000;

/** Who a socket says it is, after `pusher:signin` was checked. */
export type SignedInUser = { id: string; info: unknown };

/** One open socket. It carries no authority: each channel is authorised by itself. */
export class Connection {
  readonly id = `${randomInt(ID_RANGE)}.${randomInt(ID_RANGE)}`;
  readonly channels = new Set<string>();
  user: SignedInUser | null = null;
  /** When the last frame came in and when an unanswered ping went out, on the clock of `performance.now()`. */
  heardAt = performance.now();
  pingedAt: number | null = null;
  everHeard = false;
  readonly #socket: WebSocket;
  readonly #bufferedBytes: number;
  readonly #onEnd: (connection: Connection) => void;
  #ended = false;

  constructor(socket: WebSocket, bufferedBytes: number, onEnd: (connection: Connection) => void = () => undefined) {
    this.#socket = socket;
    this.#bufferedBytes = bufferedBytes;
    this.#onEnd = onEnd;
    socket.on("error", () => this.#cutOff());
    socket.on("close", () => this.#end());
  }

  get open(): boolean {
    return !this.#ended;
  }

  /** Any traffic from the client counts as life. */
  heard(): void {
    this.heardAt = performance.now();
    this.pingedAt = null;
    this.everHeard = true;
  }

  /** Writes a ready frame. A client that does not read is closed with 4100 instead of filling the memory. */
  send(frame: string | Buffer): void {
    if (this.#ended || this.#socket.readyState !== WebSocket.OPEN) return;
    if (this.#socket.bufferedAmount > this.#bufferedBytes) {
      this.close(CODE.overCapacity, "Too slow a reader");
      return;
    }
    this.#socket.send(frame, { binary: false });
  }

  /** Leaves every channel now and says why; a client that does not close its side is cut off. */
  close(code: number, reason: string): void {
    if (this.#ended) return;
    this.#socket.close(code, reason);
    this.#cutOff();
  }

  /** Resolves once the socket is gone. */
  async gone(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    await new Promise<void>((resolve) => {
      this.#socket.once("close", () => resolve());
    });
  }

  /** Leaves now; the WebSocket library is saying goodbye, and the peer gets a moment to answer it. */
  #cutOff(): void {
    this.#end();
    setTimeout(() => this.#socket.terminate(), CLOSE_PATIENCE).unref();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#onEnd(this);
  }
}
