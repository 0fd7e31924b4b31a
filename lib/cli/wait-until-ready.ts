import { get } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const ASK_EVERY_MS = 100;
const PATIENCE_MS = 30_000;
const LISTEN_PATIENCE_MS = 15_000;

/** Resolves once the app on our own port answers 200 to /api/ready; says so each time half a minute passes without. */
export async function waitUntilReady(port: number, say: (line: string) => void, signal: AbortSignal) {
  let next = Date.now() + PATIENCE_MS;
  while (!signal.aborted) {
    const answer = await askReady(port);
    if (answer === "200") return;
    if (Date.now() > next) {
      say(`Not ready yet: http://localhost:${port}/api/ready answers ${answer}.`);
      next = Date.now() + PATIENCE_MS;
    }
    await pause(ASK_EVERY_MS);
  }
}

/**
 * Resolves once something listens on our own port, so that the worker finds the hub it tells the news to; after
 * fifteen seconds it resolves anyway, for mail and deliveries go out without a web process too.
 */
export async function waitUntilListening(port: number, signal: AbortSignal) {
  const deadline = Date.now() + LISTEN_PATIENCE_MS;
  while (!signal.aborted && Date.now() < deadline && !(await isListening(port))) await pause(ASK_EVERY_MS);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}

function askReady(port: number): Promise<string> {
  return new Promise((resolve) => {
    const headers = { host: `localhost:${port}` };
    const request = get({ host: "127.0.0.1", port, path: "/api/ready", headers, timeout: 5_000 }, (response) => {
      response.resume();
      response.once("end", () => resolve(String(response.statusCode)));
      response.once("error", () => resolve("an interrupted answer"));
    });
    request.once("timeout", () => request.destroy(new Error("nothing in 5 s")));
    request.once("error", (error) => resolve(error.message || "nothing"));
  });
}
