import { afterEach, describe, expect, it, vi } from "vitest";
import { visitorApi } from "./api";
import { backoff, slowest } from "./backoff";

afterEach(() => void vi.unstubAllGlobals());

/** The chat's API before a server that answers with `answer`. */
function serverThat(answer: () => Promise<Response>) {
  const asked = vi.fn<typeof fetch>(answer);
  vi.stubGlobal("fetch", asked);
  return { api: visitorApi("fleurs", "fr"), asked };
}

describe("WID-07: a server that is away or wrong", () => {
  it.each([
    ["does not answer", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["answers after too long", () => Promise.reject(new DOMException("", "TimeoutError"))],
    ["fails", async () => new Response("<h1>500</h1>", { status: 500 })],
    ["answers with what is no JSON", async () => new Response("<!doctype html>", { status: 200 })],
    ["answers with another shape", async () => Response.json({ messages: [{ id: 1 }] })],
    ["answers with nothing", async () => new Response("", { status: 200 })],
    ["answers with null", async () => Response.json(null)],
  ])("%s: is a problem to try again, and throws nothing", async (_, answer) => {
    const { api } = serverThat(answer);
    for (const outcome of [await api.session(), await api.after(0), await api.begin()])
      expect(outcome).toMatchObject({ ok: false, retry: true });
  });

  it("is not waited for longer than 20 seconds", async () => {
    const { api, asked } = serverThat(() => Promise.reject(new TypeError("Failed to fetch")));
    const timeout = vi.spyOn(AbortSignal, "timeout");
    await api.session();
    expect(timeout.mock.calls).toEqual([[20_000]]);
    expect(asked.mock.calls[0]?.[1]?.signal).toBeInstanceOf(AbortSignal);
    timeout.mockRestore();
  });

  it("is tried ever more rarely, at last once in 15 to 30 seconds", () => {
    const waits = Array.from({ length: 12 }, (_, attempt) => backoff(attempt, slowest));
    for (const [attempt, wait] of waits.entries()) {
      const whole = Math.min(slowest, 500 * 2 ** attempt);
      expect(wait).toBeGreaterThanOrEqual(whole / 2);
      expect(wait).toBeLessThanOrEqual(whole);
    }
  });
});
