import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { CONSENT_ACTIONS, CONSENT_BASES, consentRecords, contacts } from "#db/schema/contacts";
import { DAY } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { readPermissions } from "./permissions";
import { PURPOSE_LIST, type Purpose } from "./purposes";
import { type Standing, standingOf } from "./standing";

const within = (days: number, ahead = 0) =>
  fc.integer({ min: -days * 4, max: ahead * 4 }).map((quarters) => new Date(Date.now() + (quarters * DAY) / 4 - 1_000));
const act = fc.record({
  id: fc.constant(null).map(() => newId()),
  purpose: fc.constantFrom(...PURPOSE_LIST),
  action: fc.constantFrom(...CONSENT_ACTIONS),
  basis: fc.constantFrom(...CONSENT_BASES),
  at: fc.oneof(within(2), within(1_500)),
  expiresAt: fc.option(within(20, 20), { nil: null }),
});
/** Of somebody: some acts, of which a later one voids an earlier one. */
const history = fc.array(act, { maxLength: 8 }).map((acts) =>
  acts.map((one, at) => ({
    ...one,
    proof: { ...(one.action === "voided" ? { voids: acts[at - 1]?.id ?? "" } : {}) } as Record<string, string>,
  })),
);

const shown = (state: string): Standing => (state === "on" || state === "off" ? state : "none");

it("tells of everybody in a query what the fold over her ledger tells", async () => {
  const { shop } = await makeShop();
  const base = {
    act: "chat_card",
    textVersion: CONSENT_TEXT_VERSION,
    locale: "fr",
    source: "https://a.example",
  } as const;
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 40, maxLength: 40 }), async (histories) => {
      const people = histories.map((records) => ({ id: newId(), records }));
      await inShop(shop.id, async (tx) => {
        await tx.insert(contacts).values(people.map(({ id }) => ({ id, shopId: shop.id })));
        const records = people.flatMap(({ id, records: acts }) =>
          acts.map((one) => ({ ...base, ...one, shopId: shop.id, contactId: id })),
        );
        if (records.length > 0) await tx.insert(consentRecords).values(records);
        const told = await tx
          .select({
            id: contacts.id,
            service: standingOf("service"),
            order_updates: standingOf("order_updates"),
            offers: standingOf("offers"),
          })
          .from(contacts)
          .where(eq(contacts.shopId, shop.id));
        const ids = people.map(({ id }) => id);
        const folded = await readPermissions(tx, shop.id, ids);
        const fold = (id: string, purpose: Purpose) => shown(folded.get(id)?.[purpose].state ?? "not_given");
        for (const { id, ...of } of told.filter((one) => ids.includes(one.id)))
          expect(of).toEqual({
            service: fold(id, "service"),
            order_updates: fold(id, "order_updates"),
            offers: fold(id, "offers"),
          });
      });
    }),
    { numRuns: 4 },
  );
});
