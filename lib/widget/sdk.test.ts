import { afterEach, expect, it, vi } from "vitest";
import type { Comptoir } from "../../public/comptoir.d.ts";
import type { Kit } from "./loader";
import { setAttributes } from "./sdk";

afterEach(() => void vi.unstubAllGlobals());

/** What a page tells, and what the console says of it. */
function tell(attributes: unknown) {
  const told = vi.fn();
  const said = vi.fn<typeof reportError>();
  vi.stubGlobal("reportError", said);
  setAttributes({} as Comptoir, { tell: told } as unknown as Kit, attributes as Record<string, unknown>);
  return {
    told: told.mock.calls.flat(),
    said: said.mock.calls.map(([error]) => (error instanceof TypeError ? error.message : "")),
  };
}

it("tells names with plain values", () => {
  const attributes = { plan: "gold", visits: 3, member: true, old_plan: null };
  expect(tell(attributes)).toEqual({ told: [{ type: "attributes", attributes }], said: [] });
});

it.each([
  ["plan", /an object of names and values/],
  [null, /an object/],
  [["gold"], /an object/],
  [{ "my plan": "gold" }, /"my plan" must begin with a letter/],
  [{ plan: "x".repeat(201) }, /plan must be a text of 200 characters at most/],
  [{ plan: Number.NaN }, /plan must be/],
  [{ plan: { name: "gold" } }, /plan must be/],
  [{ plan: undefined }, /plan must be/],
  [Object.fromEntries(Array.from({ length: 21 }, (_, place) => [`n${place}`, 1])), /20 names at most/],
])("tells nothing of %j, and says why", (attributes, why) => {
  const { told, said } = tell(attributes);
  expect(told).toEqual([]);
  expect(said).toEqual([expect.stringMatching(why)]);
  expect(said[0]).toMatch(/^Comptoir\.setAttributes: .*\. Nothing was told\.$/);
});
