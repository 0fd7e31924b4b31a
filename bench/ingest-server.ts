import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerMessengerHook } from "#lib/server/messenger-hook";

/** The web process's fast path alone, in a process of its own. Writes its port, and ends when its input does. */
export async function serveHook(): Promise<void> {
  const server = createServer((request, response) => {
    answerMessengerHook(request, response).then(
      (answered) => answered || response.writeHead(404).end(),
      () => response.writeHead(500).end(),
    );
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
  process.stdin.resume();
  await new Promise((ended) => process.stdin.once("end", ended));
}
