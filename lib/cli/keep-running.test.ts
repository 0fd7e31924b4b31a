import { expect, test, vi } from "vitest";
import { keepRunning, type Running } from "./keep-running";

const delays = { firstMs: 1, mostMs: 4, healthyMs: 1_000 };

/** A thing that ends when told, by itself or by `stop`. */
function thing(pid: number) {
  const { promise, resolve } = withResolvers();
  const stop = vi.fn(async () => resolve("asked"));
  return { pid, gone: promise, stop, end: resolve } satisfies Running & { end: (reason: string) => void };
}

function withResolvers() {
  let resolve: (reason: string) => void = () => undefined;
  const promise = new Promise<string>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test("starts again what ended by itself, waiting longer each time up to the most", async () => {
  const said: string[] = [];
  let started = 0;
  const kept = keepRunning("web", {
    start: async () => {
      const next = thing(++started);
      if (started < 5) next.end("exit 1");
      return next;
    },
    say: (line) => said.push(line),
    delays,
  });
  await vi.waitFor(() => expect(started).toBe(5));
  await kept.stop(10);
  const waits = [0.001, 0.002, 0.004, 0.004];
  expect(said).toEqual(waits.map((wait) => `The web stopped (exit 1). It starts again in ${wait} s.`));
});

test("a start that fails is tried again", async () => {
  let started = 0;
  const kept = keepRunning("database", {
    start: async () => {
      if (++started === 1) throw new Error("port busy");
      return thing(started);
    },
    say: () => undefined,
    delays,
  });
  await vi.waitFor(() => expect(started).toBe(2));
  await kept.stop(10);
  expect(started).toBe(2);
});

test("what is stopped stays stopped", async () => {
  const only = thing(1);
  const start = vi.fn(async () => only);
  const kept = keepRunning("worker", { start, say: () => undefined, delays });
  await vi.waitFor(() => expect(start).toHaveBeenCalledOnce());
  await kept.stop(250);
  expect(only.stop).toHaveBeenCalledWith(250);
  expect(start).toHaveBeenCalledOnce();
});

test("what was still starting when the stop came is ended too", async () => {
  const late = thing(1);
  const starting = withResolvers();
  const kept = keepRunning("web", { start: () => starting.promise.then(() => late), say: () => undefined, delays });
  const stopped = kept.stop(10);
  starting.resolve("now");
  await stopped;
  expect(late.stop).toHaveBeenCalled();
});
