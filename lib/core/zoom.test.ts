import fc from "fast-check";
import { expect, it } from "vitest";
import { movedBy, WHOLE, type Zoom, zoomedAt } from "./zoom";

const FRAME = { width: 400, height: 200 };

/** Which place of the picture, in pixels of its own size from its middle, stands at a place of the frame. */
const under = ({ scale, x, y }: Zoom, point: { x: number; y: number }) => ({
  x: (point.x - x) / scale,
  y: (point.y - y) / scale,
});

it("keeps what is pointed at where it is, while it grows", () => {
  const point = { x: 90, y: -40 };
  const twice = zoomedAt(WHOLE, 2, point, FRAME);
  expect(twice).toEqual({ scale: 2, x: -90, y: 40 });
  expect(under(twice, point)).toEqual(under(WHOLE, point));
});

it("is never smaller than whole, never more than eight times as large, and never leaves its frame", () => {
  const far = fc.integer({ min: -5_000, max: 5_000 });
  const step = fc.oneof(
    fc.record({ factor: fc.constantFrom(0.1, 0.8, 1.25, 2, 30), x: far, y: far }),
    fc.record({ factor: fc.constant(null), x: far, y: far }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { scale, x, y } = steps.reduce<Zoom>(
        (zoom, { factor, ...at }) => (factor === null ? movedBy(zoom, at, FRAME) : zoomedAt(zoom, factor, at, FRAME)),
        WHOLE,
      );
      expect(scale).toBeGreaterThanOrEqual(1);
      expect(scale).toBeLessThanOrEqual(8);
      expect(Math.abs(x)).toBeLessThanOrEqual(((scale - 1) * FRAME.width) / 2);
      expect(Math.abs(y)).toBeLessThanOrEqual(((scale - 1) * FRAME.height) / 2);
    }),
  );
});

it("made small again it stands in the middle, wherever it was", () => {
  const moved = movedBy(zoomedAt(WHOLE, 4, { x: 10, y: 10 }, FRAME), { x: 300, y: 90 }, FRAME);
  expect(zoomedAt(moved, 0.01, { x: 100, y: 50 }, FRAME)).toEqual(WHOLE);
});
