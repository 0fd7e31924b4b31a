import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** Answers an upgrade request with a plain status and closes it. */
export function refuseUpgrade(socket: Duplex, status: 400 | 403 | 404 | 503): void {
  socket.on("error", () => socket.destroy());
  const text = STATUS_CODES[status] ?? "";
  const head = [
    `HTTP/1.1 ${status} ${text}`,
    "Connection: close",
    "Content-Type: text/plain",
    `Content-Length: ${text.length}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${text}`, () => socket.destroy());
}
