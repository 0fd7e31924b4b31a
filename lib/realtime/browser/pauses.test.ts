import { describe, expect, it } from "vitest";
import { type LiveState, nextState } from "./live-state";
import { pauseBefore } from "./prompt-reconnect";

describe("coming back", () => {
  it("is tried soon, then every 3 s at most, then rarely, never all at once", () => {
    const longest = (attempt: number) => pauseBefore(attempt, () => 1);
    expect([0, 1, 2, 3, 4, 39].map(longest)).toEqual([300, 600, 1_200, 2_400, 3_000, 3_000]);
    expect([40, 1_000].map(longest)).toEqual([15_000, 15_000]);
    expect(pauseBefore(4, () => 0)).toBe(1_500);
  });

  it("shows offline steadily until there is a connection", () => {
    const shown: LiveState[] = [];
    let state: LiveState = "connecting";
    for (const reported of [
      "connecting",
      "connected",
      "connecting",
      "unavailable",
      "disconnected",
      "connecting",
      "failed",
      "connected",
    ]) {
      state = nextState(state, reported);
      shown.push(state);
    }
    expect(shown).toEqual([
      "connecting",
      "connected",
      "connecting",
      "offline",
      "offline",
      "offline",
      "offline",
      "connected",
    ]);
  });
});
