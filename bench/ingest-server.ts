import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerMessengerHook } from "#lib/server/messenger-hook";

/** Where it is asked how much processor time it has used so far, in milliseconds. */
const CPU = "/cpu";

function usedMs(): string {
  const { user, system } = process.cpuUsage();
  return String((user + system) / 1_000);
}

/** The web process's fast path alone, in a process of its own. Writes its port, and ends when its input does. */
export async function serveHook(): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url === CPU) return void response.end(usedMs());
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
