import { describe, expect, it } from "vitest";
import { sumsOf } from "./receipt-sums";

const order = (given: Partial<Parameters<typeof sumsOf>[0]>) => ({
  ...{ total: 5_000, shipping: null, tax: null, discounts: [], lines: [{ quantity: 2, unitAmount: 2_500 }] },
  ...given,
});
const said = (given: Partial<Parameters<typeof sumsOf>[0]>) =>
  sumsOf(order(given)).map(({ kind, amount }) => [kind, amount]);

describe("what a total is made of", () => {
  it("is nothing where the storefront told lines and a total, also when they differ", () => {
    expect(sumsOf(order({}))).toEqual([]);
    expect(sumsOf(order({ total: 4_999 }))).toEqual([]);
  });

  it("adds a tax that the prices do not hold, and only names one that they hold", () => {
    const discounts = [{ name: "Welcome", amount: 500 }];
    expect(said({ total: 5_890, shipping: 490, discounts, tax: 900 })).toEqual([
      ["subtotal", 5_000],
      ["shipping", 490],
      ["discount", -500],
      ["tax", 900],
    ]);
    expect(said({ total: 4_990, shipping: 490, discounts, tax: 900 }).map(([kind]) => kind)).toEqual([
      "subtotal",
      "shipping",
      "discount",
      "tax_included",
    ]);
  });

  it("says no subtotal that leads to another total, and none that is the total", () => {
    expect(said({ total: 5_300, shipping: 490 })).toEqual([["shipping", 490]]);
    expect(said({ shipping: 0, tax: 455 })).toEqual([
      ["shipping", 0],
      ["tax_included", 455],
    ]);
  });

  it("names a discount as the shop does", () => {
    expect(sumsOf(order({ total: 4_500, discounts: [{ name: "Welcome", amount: 500 }] }))).toContainEqual({
      ...{ kind: "discount", name: "Welcome", amount: -500 },
    });
  });
});
