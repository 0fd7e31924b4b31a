import { expect, it } from "vitest";
import { STATUS } from "#lib/core/errors";
import { gather } from "./gather";
import { keepDelivery } from "./keep-delivery";

const limits = { slots: 1, together: { items: 3, bytes: 100 }, waiting: { items: 5, bytes: 250 } };

/** A store whose calls end when the test says so. */
function held() {
  const calls: { items: number[]; end: (error?: Error) => void }[] = [];
  const store = (items: number[]) =>
    new Promise<void>((resolve, reject) => calls.push({ items, end: (error) => (error ? reject(error) : resolve()) }));
  return { calls, keep: gather(store, limits) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

it("stores the first at once, and together those who came meanwhile, within the limits", async () => {
  const { calls, keep } = held();
  const all = [1, 2, 3, 4, 5].map((item) => keep(item, 10));
  for (let at = 0; at < 3; at += 1) {
    await settled();
    calls[at]?.end();
  }
  await Promise.all(all);
  expect(calls.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
});

it("runs as many calls as there are slots", async () => {
  const calls: number[][] = [];
  const keep = gather(
    async (items: number[]) => {
      calls.push(items);
      await settled();
    },
    { ...limits, slots: 2 },
  );
  await Promise.all([1, 2, 3, 4].map((item) => keep(item, 10)));
  expect(calls).toEqual([[1], [2], [3, 4]]);
});

it("lets no batch grow past its bytes, but takes one item whatever its size", async () => {
  const { calls, keep } = held();
  const all = [keep(1, 10), keep(2, 60), keep(3, 60), keep(4, 120)];
  for (let at = 0; at < 4; at += 1) {
    await settled();
    calls[at]?.end();
  }
  await Promise.all(all);
  expect(calls.map(({ items }) => items)).toEqual([[1], [2], [3], [4]]);
});

it("refuses with the batch's own error those in it and nobody else, and goes on", async () => {
  const { calls, keep } = held();
  const [first, second] = [keep(1, 10), keep(2, 10)];
  calls[0]?.end(new Error("away"));
  await expect(first).rejects.toThrow("away");
  await settled();
  calls[1]?.end();
  await expect(second).resolves.toBeUndefined();
});

it("WHI-08: refuses at once what may not wait any more", async () => {
  const { keep } = held();
  const waiting = [1, 2, 3, 4, 5, 6].map((item) => keep(item, 1));
  await expect(keep(7, 1)).rejects.toMatchObject({ code: "unavailable" });
  expect(waiting).toHaveLength(6);
  const { keep: keepLarge } = held();
  const large = [keepLarge(1, 200), keepLarge(2, 200)];
  await expect(keepLarge(3, 60)).rejects.toMatchObject({ code: "unavailable" });
  expect(large).toHaveLength(2);
});

it('WHI-08: says "later" in time when what it hands over is never stored, and when it cannot be', async () => {
  const never = () => new Promise<void>(() => undefined);
  const away = () => Promise.reject(new Error("away"));
  expect(STATUS.unavailable).toBe(503);
  for (const [keep, withinMs] of [
    [never, 1],
    [away, 60_000],
  ] as const)
    await expect(keepDelivery(Buffer.from("{}"), { keep, withinMs })).rejects.toMatchObject({ code: "unavailable" });
});
