import { describe, expect, it } from "vitest";
import { isQuiet, NIGHTS, type QuietTimes } from "./quiet-times";

const [MONDAY, FRIDAY, SUNDAY] = [0, 4, 6];
const paris = (...stretches: QuietTimes["stretches"]): QuietTimes => ({ timeZone: "Europe/Paris", stretches });
const quiet = (times: QuietTimes | null, at: string) => isQuiet(times, new Date(at));

describe("quiet times", () => {
  it("are none until they are chosen", () => {
    expect(quiet(null, "2026-06-02T01:00:00Z")).toBe(false);
  });

  it.each([
    ["at its first minute", "2026-06-05T18:00:00Z", true],
    ["a moment before", "2026-06-05T17:59:59Z", false],
    ["past midnight, on a day that is not its own", "2026-06-06T05:59:59Z", true],
    ["at its end", "2026-06-06T06:00:00Z", false],
    ["the next evening, which was not chosen", "2026-06-06T20:00:00Z", false],
    ["the morning before", "2026-06-05T03:00:00Z", false],
  ])("know a Friday night %s", (_, at, expected) => {
    expect(quiet(paris({ ...NIGHTS, days: [FRIDAY] }), at)).toBe(expected);
  });

  it("go over the end of the week", () => {
    const sunday = paris({ days: [SUNDAY], from: 22 * 60, until: 7 * 60 });
    expect(quiet(sunday, "2026-06-08T04:00:00Z")).toBe(true);
    expect(quiet(sunday, "2026-06-07T04:00:00Z")).toBe(false);
  });

  it("within a day have an end on that day, and are a whole day where both ends are one", () => {
    const noon = paris({ days: [MONDAY], from: 12 * 60, until: 14 * 60 });
    expect(["2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z"].map((at) => quiet(noon, at))).toEqual([true, false]);
    const sunday = paris({ days: [SUNDAY], from: 0, until: 0 });
    expect(
      ["2026-06-06T21:59:00Z", "2026-06-06T22:00:00Z", "2026-06-07T21:59:00Z", "2026-06-07T22:00:00Z"].map((at) =>
        quiet(sunday, at),
      ),
    ).toEqual([false, true, true, false]);
  });

  it("are several together", () => {
    const both = paris(NIGHTS, { days: [SUNDAY], from: 0, until: 0 });
    expect(["2026-06-07T12:00:00Z", "2026-06-08T12:00:00Z"].map((at) => quiet(both, at))).toEqual([true, false]);
  });

  it.each([
    ["spring", "2026-03-29T05:59:00Z", "2026-03-29T06:00:00Z"],
    ["autumn", "2026-10-25T06:59:00Z", "2026-10-25T07:00:00Z"],
  ])("end at eight by her clocks in the night that changes them in %s", (_, last, over) => {
    expect([quiet(paris(NIGHTS), last), quiet(paris(NIGHTS), over)]).toEqual([true, false]);
  });

  it("hold through the hour that autumn's clocks read twice", () => {
    const hour = paris({ days: [SUNDAY], from: 2 * 60, until: 3 * 60 });
    expect(["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"].map((at) => quiet(hour, at))).toEqual([true, true]);
  });

  it("are by the clocks of her own zone, whose day may be another one", () => {
    const friday = { days: [FRIDAY], from: 8 * 60, until: 9 * 60 };
    expect(quiet({ timeZone: "Asia/Kathmandu", stretches: [friday] }, "2026-06-05T02:20:00Z")).toBe(true);
    expect(quiet({ timeZone: "Pacific/Auckland", stretches: [friday] }, "2026-06-04T20:30:00Z")).toBe(true);
    expect(quiet(paris(friday), "2026-06-05T02:20:00Z")).toBe(false);
  });
});
