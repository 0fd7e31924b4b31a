import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CONSENT_ACTIONS, CONSENT_ACTS } from "#db/schema/contacts";
import { foldLedger, type LedgerEntry } from "./permissions";
import { PURPOSE_LIST } from "./purposes";

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const purpose = fc.constantFrom(...PURPOSE_LIST);
const act = fc.constantFrom(...CONSENT_ACTS);
const TAKES = ["withdrawn", "objected", "expired"];
const GIVES = ["granted", "refreshed"];

/** Ledgers with at most one record for each instant. */
const ledger = fc.uniqueArray(
  fc.record({ purpose, act, action: fc.constantFrom(...CONSENT_ACTIONS), at: fc.nat(1_000).map(at) }),
  { maxLength: 40, selector: (entry) => entry.at.getTime() },
);
const shuffled = ledger.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
);

const lastOf = (entries: readonly LedgerEntry[], wanted: LedgerEntry["purpose"], actions: readonly string[]) =>
  Math.max(
    -1,
    ...entries
      .filter((entry) => entry.purpose === wanted && actions.includes(entry.action))
      .map((entry) => entry.at.getTime()),
  );

describe("the present state of a ledger", () => {
  test("does not depend on the order in which its records are read", () => {
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        expect(foldLedger(other)).toEqual(foldLedger(entries));
      }),
    );
  });

  test("a withdrawal beats every earlier grant, and only a later grant beats it", () => {
    fc.assert(
      fc.property(ledger, purpose, (entries, wanted) => {
        const [given, taken] = [lastOf(entries, wanted, GIVES), lastOf(entries, wanted, TAKES)];
        const { state } = foldLedger(entries)[wanted];
        expect(state === "on").toBe(given > taken);
        expect(state === "off").toBe(taken > given);
      }),
    );
  });

  test("a grant and a withdrawal of one instant are a withdrawal, whichever is read first", () => {
    fc.assert(
      fc.property(purpose, fc.constantFrom(...GIVES), fc.constantFrom(...TAKES), (wanted, gives, takes) => {
        const entries = [gives, takes].map((action) => ({ purpose: wanted, act: "chat_card", action, at: at(1) }));
        expect(foldLedger(entries)[wanted].state).toBe("off");
        expect(foldLedger(entries.toReversed())[wanted].state).toBe("off");
      }),
    );
  });

  test("not wanting to be asked takes nothing back and gives nothing", () => {
    fc.assert(
      fc.property(ledger, purpose, (entries, wanted) => {
        const without = foldLedger(entries.filter((entry) => entry.action !== "refused"))[wanted];
        const { state } = foldLedger(entries)[wanted];
        if (without.state === "not_given") expect(["not_given", "refused"]).toContain(state);
        else expect(state).toBe(without.state);
      }),
    );
  });

  test("one purpose says nothing about another", () => {
    fc.assert(
      fc.property(ledger, purpose, (entries, wanted) => {
        const alone = foldLedger(entries.filter((entry) => entry.purpose === wanted));
        expect(alone[wanted]).toEqual(foldLedger(entries)[wanted]);
      }),
    );
  });

  it("names the act and the instant that decide", () => {
    const entries = [
      { purpose: "offers" as const, act: "chat_card", action: "granted", at: at(1) },
      { purpose: "offers" as const, act: "my_permissions", action: "withdrawn", at: at(2) },
      { purpose: "offers" as const, act: "connect_dialog", action: "refused", at: at(3) },
    ];
    expect(foldLedger(entries).offers).toEqual({
      purpose: "offers",
      state: "off",
      at: at(2).toISOString(),
      act: "my_permissions",
    });
    expect(foldLedger([]).offers).toEqual({ purpose: "offers", state: "not_given", at: null, act: null });
    expect(foldLedger([{ purpose: "offers", act: "import", action: "imported", at: at(1) }]).offers.state).toBe(
      "not_given",
    );
  });
});
