import { createServer } from "node:net";

/** Whether nothing listens on this TCP port, on any address of this machine. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The first free port of `from`..`to` (both included), or null when all are busy. */
export async function firstFreePort(from: number, to: number): Promise<number | null> {
  for (let port = from; port <= to; port++) if (await isFree(port)) return port;
  return null;
}
