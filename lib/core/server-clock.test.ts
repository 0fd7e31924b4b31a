import fc from "fast-check";
import { expect, it } from "vitest";
import { HOUR, MINUTE } from "./clock";
import { ServerClock } from "./server-clock";

const NOON = Date.parse("2026-05-04T12:00:00Z");

it.each([
  ["three hours behind", -3 * HOUR],
  ["a day ahead", 24 * HOUR],
  ["right", 0],
])("a clock that is %s tells the server's time after one answer", (_, wrong) => {
  const clock = new ServerClock();
  const device = NOON + wrong;
  clock.hear({ server: NOON + 40, sent: device, received: device + 100 });
  expect(Math.abs(clock.at(device + MINUTE) - (NOON + MINUTE))).toBeLessThanOrEqual(100);
});

it("a page that was drawn later than the device's clock says puts it forward, an old one moves nothing", () => {
  const clock = new ServerClock();
  expect(clock.hear({ server: NOON, received: NOON - HOUR })).toBe(true);
  expect(clock.at(NOON - HOUR)).toBe(NOON);
  expect(new ServerClock().hear({ server: NOON - HOUR, received: NOON })).toBe(false);
});

it("a clock that is set right while the page is open is believed again", () => {
  const clock = new ServerClock();
  clock.hear({ server: NOON, sent: NOON + HOUR, received: NOON + HOUR + 20 });
  clock.hear({ server: NOON + MINUTE, sent: NOON + MINUTE - 10, received: NOON + MINUTE + 10 });
  expect(clock.at(NOON)).toBeGreaterThanOrEqual(NOON - 20);
  expect(clock.at(NOON)).toBeLessThanOrEqual(NOON + 20);
});

it("a right clock is left alone, however long answers take", () => {
  fc.assert(
    fc.property(fc.nat(60_000), fc.nat(60_000), (there, back) => {
      const clock = new ServerClock();
      expect(clock.hear({ server: NOON + there, sent: NOON, received: NOON + there + back })).toBe(false);
    }),
  );
});
