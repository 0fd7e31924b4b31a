import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sendFile } from "./lazy/upload";
import type { Draft } from "./timeline";

type Upload = { onprogress?: (event: { loaded: number; total: number }) => void };

/** The browser's own request as far as an upload uses it; the test plays the server. */
class Request {
  static last: Request;
  upload: Upload = {};
  headers: Record<string, string> = {};
  status = 0;
  response: unknown = null;
  responseType = "";
  onloadend = () => {};
  body: unknown;
  opened = "";
  constructor() {
    Request.last = this;
  }
  open(method: string, url: string) {
    this.opened = `${method} ${url}`;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader() {
    return null;
  }
  send(body: unknown) {
    this.body = body;
  }
  answer(status: number, response: unknown) {
    Object.assign(this, { status, response });
    this.onloadend();
  }
  abort() {
    this.answer(0, null);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("XMLHttpRequest", Request);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start() {
  const stop = new AbortController();
  const source = new File(["abc"], "été.png");
  const draft: Draft = { clientKey: "k", body: "", state: "sending", problem: null, file: { source, sent: 0, stop } };
  const shares: number[] = [];
  const outcome = sendFile("shop", draft, (share) => shares.push(share));
  return { stop, shares, outcome, request: Request.last, source };
}

it("sends the bytes under her key and tells how much of them left", async () => {
  const { request, shares, outcome, source } = start();
  expect([request.opened, request.body]).toEqual(["POST /api/widget/shop/files", source]);
  expect(request.headers).toMatchObject({ "x-client-key": "k", "x-file-name": "%C3%A9t%C3%A9.png" });
  request.upload.onprogress?.({ loaded: 1, total: 4 });
  const message = { id: "m", body: "", author: "contact", seq: 2, version: 1 };
  request.answer(201, { message });
  expect(await outcome).toEqual({ ok: true, value: message });
  expect(shares).toEqual([0.25]);
});

it("answers a stop, a stall and garbage like no connection, and a refusal with its sentence", async () => {
  const stopped = start();
  stopped.stop.abort();
  expect(await stopped.outcome).toMatchObject({ ok: false, retry: true });
  const stalled = start();
  await vi.advanceTimersByTimeAsync(59_000);
  stalled.request.upload.onprogress?.({ loaded: 1, total: 4 });
  await vi.advanceTimersByTimeAsync(59_000);
  expect(stalled.request.status).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await stalled.outcome).toMatchObject({ ok: false, retry: true });
  const garbled = start();
  garbled.request.answer(200, "<html>");
  expect(await garbled.outcome).toMatchObject({ ok: false, retry: true });
  const refused = start();
  refused.request.answer(413, { problem: { message: "Too large." } });
  expect(await refused.outcome).toMatchObject({ ok: false, retry: false, message: "Too large." });
});
