import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import type { Page } from "@playwright/test";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; ms: number };
type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** Sends exactly this request to the app at `url`: no browser puts path or headers in order first. */
export function ask(url: string, path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answer> {
  const { host, port } = new URL(url);
  const began = Date.now();
  return new Promise((answer, failed) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers: { host, ...headers } });
    asked.once("error", failed);
    asked.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", failed);
      response.once("end", () =>
        answer({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
          ms: Date.now() - began,
        }),
      );
    });
    asked.end(body);
  });
}

/** Writes bytes to the app's port; answers the first line it says, or "" when it only hangs up. */
export function speak(url: string, bytes: string): Promise<string> {
  return new Promise((answer) => {
    let heard = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(bytes));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      heard += chunk;
      socket.destroy();
    });
    socket.once("error", () => socket.destroy());
    socket.once("close", () => answer(heard.split("\r\n")[0] ?? ""));
  });
}

/** The Cookie header of the browser behind a page. */
export async function cookiesOf(page: Page, url: string): Promise<string> {
  const cookies = await page.context().cookies(url);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
