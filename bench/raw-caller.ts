import { connect, type Socket } from "node:net";

/** A kept-alive connection that posts one body at a time and waits for its answer: as little client as there is. */
export class RawCaller {
  private readonly socket: Socket;
  private answered: ((head: string) => void) | null = null;
  private failed: ((error: Error) => void) | null = null;
  private text = "";

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1").setNoDelay(true).setEncoding("latin1");
    this.socket.on("data", (chunk) => this.read(String(chunk)));
    this.socket.on("error", (error) => this.failed?.(error));
    this.socket.on("close", () => this.failed?.(new Error("the connection was closed")));
  }

  private read(chunk: string): void {
    this.text += chunk;
    const end = this.text.indexOf("\r\n\r\n");
    if (end === -1) return;
    const length = Number(/content-length: (\d+)/i.exec(this.text)?.[1] ?? Number.NaN);
    const chunked = Number.isNaN(length);
    if (chunked ? !this.text.endsWith("0\r\n\r\n") : this.text.length < end + 4 + length) return;
    const head = this.text.slice(0, end);
    this.text = "";
    this.answered?.(head);
  }

  /** Posts a body. Throws unless the answer is 200. */
  async post(path: string, body: string, headers: Record<string, string> = {}): Promise<void> {
    if (this.socket.destroyed) throw new Error("the connection was closed");
    const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = await new Promise<string>((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
      this.socket.write(
        `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
          `${more.join("")}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
    if (!head.startsWith("HTTP/1.1 200")) throw new Error(`answered ${head.split("\r\n")[0]}`);
  }

  close(): void {
    this.socket.destroy();
  }
}
