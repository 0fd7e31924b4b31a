import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hearConnect, newProof } from "./connect";

const OURS = "https://chat.example";
const bus: { listener: (event: unknown) => void } = { listener: () => {} };
const page = { addEventListener: (_: string, listener: typeof bus.listener) => Object.assign(bus, { listener }) };
beforeEach(() => {
  vi.stubGlobal("window", page);
  vi.stubGlobal("location", { origin: OURS });
});
afterEach(() => void vi.unstubAllGlobals());

describe("OAUTH-08: the answer of the login window", () => {
  const opened = { closed: false };
  const answer = { type: "comptoir:connected", code: "c".repeat(43) };
  function listen() {
    const heard = vi.fn();
    hearConnect(() => opened as Window, heard);
    return (data: unknown, source: unknown = opened, origin = OURS) => {
      heard.mockClear();
      bus.listener({ data, source, origin });
      return heard.mock.calls.flat();
    };
  }

  it("counts from the window that was opened, on our own origin", () => {
    const say = listen();
    expect(say(answer)).toEqual([answer]);
    for (const origin of ["https://evil.test", "https://shop.example", "null", `${OURS}.evil.test`])
      expect(say(answer, opened, origin), origin).toEqual([]);
  });

  it("counts from no other window, nor from a frame, this page itself or nobody", () => {
    const say = listen();
    for (const other of [{ opener: {}, closed: false }, { opener: null, closed: false }, {}, page, null])
      expect(say(answer, other)).toEqual([]);
  });

  it("counts from a window that a link of this page opened, which may have closed itself", () => {
    const say = listen();
    expect(say(answer, { opener: page, closed: false })).toEqual([answer]);
    expect(say(answer, { opener: null, closed: true })).toEqual([answer]);
  });

  it.each([
    { type: "comptoir:connected" },
    { type: "comptoir:connected", code: 7 },
    { type: "connected", code: "x" },
    "comptoir:cancelled",
    null,
  ])("has a shape: not %j", (data) => {
    expect(listen()(data)).toEqual([]);
  });
});

it("OAUTH-08: a proof is new each time and is not in what is asked with", async () => {
  const [one, other] = await Promise.all([newProof(), newProof()]);
  expect(one.verifier).toMatch(/^[\w-]{43}$/);
  expect(one.challenge).toMatch(/^[\w-]{43}$/);
  expect(new Set([one.verifier, one.challenge, other.verifier, other.challenge]).size).toBe(4);
});
