import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";
import { loadContact } from "#lib/contacts/load-contact";
import { permissionsOf } from "#lib/contacts/permissions";
import { verifyRecord } from "#lib/contacts/verify-record";
import { loadComposer } from "#lib/conversations/load-composer";
import { DAY } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { RecordObjection, recordObjection } from "./record-objection";
import { answerCard, makeThread } from "./visitor-fixture";

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const told = (contactId: string, more: Partial<RecordObjection> = {}): RecordObjection => ({
  contactId,
  purposes: ["offers"],
  way: "phone",
  heardOn: dayOf(new Date()),
  said: "Elle ne veut plus de promotions.",
  ...more,
});

async function scene() {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const { visitor, conversationId } = await makeThread(shop);
  await answerCard(visitor, ["service", "offers"]);
  const { contactId } = visitor;
  const state = async () => {
    const { service, offers } = await inShop(shop.id, (tx) => permissionsOf(tx, shop.id, contactId));
    return [service.state, offers.state];
  };
  const offer = async () => (await loadComposer(owner, { conversationId, offer: "true" })).offer;
  return { shop, owner, agent, contactId, conversationId, visitor, state, offer };
}

describe("an objection that a shopper told a member", () => {
  it("stops offers at once, and stands in the ledger with its proof", async () => {
    const { agent, contactId, state, offer, shop } = await scene();
    await recordObjection(agent, told(contactId));
    expect(await state()).toEqual(["on", "off"]);
    expect(await offer()).toMatchObject({ state: "refused", refusal: { key: "offers_objected" } });
    const { history } = await loadContact(agent, { contactId });
    const [record] = history;
    expect(record).toMatchObject({
      purpose: "offers",
      action: "objected",
      act: "objection",
      locale: "fr",
      told: { way: "phone", on: dayOf(new Date()), said: "Elle ne veut plus de promotions." },
    });
    expect(await verifyRecord(agent, { recordId: record?.id ?? "" })).toMatchObject({ holds: true });
    const [stored] = await inShop(shop.id, (tx) =>
      tx
        .select()
        .from(consentRecords)
        .where(eq(consentRecords.id, record?.id ?? "")),
    );
    expect(stored?.proof).toMatchObject({ memberId: agent.memberId });
  });

  it("takes back other permissions too, and is lifted by her own later act alone", async () => {
    const { agent, contactId, visitor, state } = await scene();
    await recordObjection(agent, told(contactId, { purposes: ["service", "offers"], way: "letter" }));
    expect(await state()).toEqual(["off", "off"]);
    await answerCard(visitor, ["offers"]);
    expect(await state()).toEqual(["off", "on"]);
  });

  it("of an earlier day leaves what she allowed since", async () => {
    const { agent, contactId, state } = await scene();
    await recordObjection(agent, told(contactId, { heardOn: dayOf(new Date(Date.now() - 3 * DAY)) }));
    expect(await state()).toEqual(["on", "on"]);
  });

  it("is refused for a day to come, without words, and for another shop's contact", async () => {
    const { agent, contactId } = await scene();
    const { owner: stranger } = await makeShop();
    const later = told(contactId, { heardOn: dayOf(new Date(Date.now() + 2 * DAY)) });
    await expect(recordObjection(agent, later)).rejects.toMatchObject({ fields: { heardOn: "asked_on" } });
    await expect(recordObjection(stranger, told(contactId))).rejects.toEqual(notFound("contact"));
    expect(RecordObjection.safeParse(told(contactId, { said: "  " })).success).toBe(false);
    expect(RecordObjection.safeParse(told(contactId, { purposes: [] })).success).toBe(false);
  });
});
