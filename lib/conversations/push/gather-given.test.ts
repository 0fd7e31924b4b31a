import { expect, it } from "vitest";
import { gatherGiven } from "./gather-given";

const given = (conversationId: string, by: string | null, team: string | null = null) => ({
  ...{ conversationId, by, team, messageId: `m${conversationId}`, memberId: "lea" },
  at: "2026-11-30T10:00:00.000Z",
});

it("tells fifty conversations given at once in one notice, each once", () => {
  let held = gatherGiven(null, given("0", "Marc"), 0);
  for (let n = 0; n < 50; n += 1) held = gatherGiven(held, given(String(n), "Marc"), n * 100);
  expect(held).toMatchObject({ by: "Marc", team: null });
  expect(held.ids).toHaveLength(50);
});

it("names nobody once two gave, and begins anew when the notice has gone", () => {
  const both = gatherGiven(gatherGiven(null, given("1", "Marc"), 0), given("2", null, "Ateliers"), 5_000);
  expect(both).toEqual({ at: 5_000, ids: ["1", "2"], by: null, team: null });
  expect(gatherGiven(both, given("3", "Marc"), 11_001)).toEqual({ at: 11_001, ids: ["3"], by: "Marc", team: null });
});
