import { createServer } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";

export type Received = { from: string; to: string[]; raw: string };

/** A mail server of another maker, for one test: what it was handed, and how it is reached. */
export async function smtpPeer(options: SMTPServerOptions = {}): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => new Promise((closed) => server.close(() => closed())));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return { url: `smtp://127.0.0.1:${address.port}`, received };
}

/** A mail server that takes a whole mail and is gone before it answers. */
export async function lostPeer(): Promise<{ url: string }> {
  const server = createServer((socket) => {
    socket.write("220 lost\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const said = chunk.toString();
      if (said.endsWith("\r\n.\r\n")) socket.destroy();
      else if (/^(EHLO|MAIL|RCPT)/.test(said)) socket.write("250 ok\r\n");
      else if (said.startsWith("DATA")) socket.write("354 go on\r\n");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return { url: `smtp://127.0.0.1:${address.port}` };
}
