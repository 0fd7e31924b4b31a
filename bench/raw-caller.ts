import { createHmac } from "node:crypto";
import { connect, type Socket } from "node:net";

/** A kept-alive connection that posts one signed body at a time and waits for its answer: as little client as there is. */
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

  /** Posts a body with its signature. Throws unless the answer is 200. */
  async post(body: string, secret: string): Promise<void> {
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    const head = await new Promise<string>((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
      this.socket.write(
        `POST /api/hooks/messenger HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
          `x-hub-signature-256: sha256=${signature}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
    });
    if (!head.startsWith("HTTP/1.1 200")) throw new Error(`answered ${head.split("\r\n")[0]}`);
  }

  close(): void {
    this.socket.destroy();
  }
}
