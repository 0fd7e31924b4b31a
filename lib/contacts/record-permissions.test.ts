import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { CONSENT_TEXT_VERSION, consentText } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { consentRecords, contacts } from "#db/schema/contacts";
import { newId } from "#lib/core/ids";
import { messagesFor } from "#lib/i18n/messages";
import { makeShop } from "#lib/shops/shop-fixture";
import { PURPOSE_LIST } from "./purposes";
import { recordAnswer, recordWithdrawal } from "./record-permissions";

const base = { act: "chat_card" as const, locale: "fr" as const, source: "https://a.example", proof: {} };

/** A shop with one contact, and its ledger. */
async function makeContact() {
  const { shop } = await makeShop();
  const contactId = newId();
  await inShop(shop.id, (tx) => tx.insert(contacts).values({ id: contactId, shopId: shop.id }));
  const common = { ...base, contactId };
  return {
    shopId: shop.id,
    contactId,
    answer: (allow: typeof PURPOSE_LIST) =>
      inShop(shop.id, (tx) => recordAnswer(tx, shop.id, { ...common, allow, shown: PURPOSE_LIST })),
    withdraw: (purposes: typeof PURPOSE_LIST) =>
      inShop(shop.id, (tx) => recordWithdrawal(tx, shop.id, { ...common, purposes })),
    ledger: () =>
      inShop(shop.id, (tx) =>
        tx.select().from(consentRecords).where(eq(consentRecords.contactId, contactId)).orderBy(consentRecords.at),
      ),
  };
}

describe("the ledger", () => {
  it("can be added to and read by the application, not changed and not cleared", async () => {
    const { shopId, contactId, answer, ledger } = await makeContact();
    await answer(["offers"]);
    const before = await ledger();
    const mine = eq(consentRecords.contactId, contactId);
    await expect(
      inShop(shopId, (tx) => tx.update(consentRecords).set({ action: "granted" }).where(mine)),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(inShop(shopId, (tx) => tx.delete(consentRecords).where(mine))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    await expect(inShop(shopId, (tx) => tx.execute(sql`truncate consent_records`))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    expect(await ledger()).toEqual(before);
  });

  it("answers with what is new, and takes nothing back for a box that was left empty", async () => {
    const { answer } = await makeContact();
    expect(await answer(["service"])).toEqual({ given: ["service"], refused: ["order_updates", "offers"] });
    expect(await answer(["service", "offers"])).toEqual({ given: ["offers"], refused: ["order_updates"] });
    expect(await answer([])).toEqual({ given: [], refused: ["order_updates"] });
  });

  it("has one withdrawal for what was on, however many come at once, and none for what was not", async () => {
    const { answer, withdraw, ledger } = await makeContact();
    await answer(["service", "offers"]);
    const gone = await Promise.all(Array.from({ length: 5 }, () => withdraw(PURPOSE_LIST)));
    expect(gone.filter((purposes) => purposes.length > 0)).toEqual([["service", "offers"]]);
    expect((await ledger()).filter((record) => record.action === "withdrawn")).toHaveLength(2);
  });

  it("keeps acts that come at once in the order in which they were taken", async () => {
    const { answer, withdraw, ledger } = await makeContact();
    await Promise.all(Array.from({ length: 4 }, () => [answer(["offers"]), withdraw(["offers"])]).flat());
    const acts = (await ledger()).filter((record) => record.purpose === "offers").map((record) => record.action);
    for (const [place, action] of acts.entries())
      if (action === "withdrawn") expect(["granted", "refreshed"]).toContain(acts[place - 1]);
  });
});

describe.each(["en", "fr"] as const)("the words she is shown, %s", (locale) => {
  it.each(PURPOSE_LIST)("of %s are those of the stored version, letter by letter", async (purpose) => {
    const shown = messagesFor(locale).permissions.texts[purpose].replace(/<\/?b>/g, "");
    expect(shown).toBe(consentText(purpose, locale));
    const { shopId } = await makeContact();
    const [stored] = await inShop(shopId, (tx) =>
      tx.execute<{ text: string; right: boolean }>(
        sql`select text, hash = encode(sha256(convert_to(text, 'utf8')), 'hex') as right from consent_texts
          where version = ${CONSENT_TEXT_VERSION} and purpose = ${purpose} and locale = ${locale}`,
      ),
    );
    expect(stored).toEqual({ text: shown, right: true });
  });
});
