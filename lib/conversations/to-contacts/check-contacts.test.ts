import { afterEach, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { answerCard, makeThread, makeVisitor } from "#lib/connect/visitor-fixture";
import { notFound } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { sendMessage } from "../send-message";
import { CheckContacts, checkContacts } from "./check-contacts";

afterEach(() => void vi.useRealTimers());

/** A Tuesday morning in Paris: offers may go. */
const AT = new Date("2026-12-01T10:00:00Z");

async function scene() {
  vi.useFakeTimers({ now: AT, toFake: ["Date"] });
  const { shop, owner } = await makeShop();
  const willing = await makeThread(shop);
  await answerCard(willing.visitor, ["offers"]);
  const unwilling = await makeThread(shop);
  await answerCard(unwilling.visitor, []);
  return { shop, owner, willing, unwilling };
}

describe("a message to chosen contacts", () => {
  it("is said to go, to wait or to be refused for each, with where and why", async () => {
    const { shop, owner, willing, unwilling } = await scene();
    const [never] = await inShop(shop.id, (tx) =>
      tx.insert(contacts).values({ shopId: shop.id, name: "Jeanne Petit", email: "jeanne@example.com" }).returning(),
    );
    const contactIds = [willing.visitor.contactId, unwilling.visitor.contactId, never?.id ?? ""];
    const offers = await checkContacts(owner, { contactIds, purpose: "offers" });
    expect(offers).toEqual([
      { contactId: contactIds[0], conversationId: willing.conversationId, chance: { state: "now" } },
      {
        contactId: contactIds[1],
        conversationId: unwilling.conversationId,
        chance: expect.objectContaining({
          state: "refused",
          refusal: expect.objectContaining({ key: "offers_not_allowed" }),
          alternatives: ["wait"],
        }),
      },
      {
        contactId: contactIds[2],
        conversationId: null,
        chance: {
          state: "refused",
          refusal: { key: "no_conversation", params: { name: "Jeanne" } },
          alternatives: [],
        },
      },
    ]);
    const answers = await checkContacts(owner, { contactIds, purpose: "service" });
    expect(answers.map(({ chance }) => chance.state)).toEqual(["now", "now", "refused"]);
  });

  it("is said to wait once an offer went, as the sending itself then says", async () => {
    const { owner, willing } = await scene();
    const send = () =>
      sendMessage(owner, {
        conversationId: willing.conversationId,
        clientKey: newId(),
        body: "Les pivoines sont là.",
        purpose: "offers",
      });
    await send();
    const [checked] = await checkContacts(owner, { contactIds: [willing.visitor.contactId], purpose: "offers" });
    const { sendAt } = await send();
    expect(checked?.chance).toMatchObject({ state: "later", at: sendAt, refusal: { key: "offers_cap" } });
  });

  it("leaves out whom the shop does not have, another shop's too", async () => {
    const [here, there] = [await scene(), await scene()];
    const stranger = await makeVisitor(there.shop);
    const { contactId } = here.willing.visitor;
    const absent = [there.willing.visitor.contactId, stranger.contactId, newId()];
    const purpose = "offers" as const;
    expect(await checkContacts(here.owner, { contactIds: [...absent, contactId], purpose })).toMatchObject([
      { contactId },
    ]);
    await expect(checkContacts(here.owner, { contactIds: absent, purpose })).rejects.toEqual(notFound("contact"));
  });

  it("is for a hundred at most", () => {
    const many = (n: number) => ({ contactIds: Array.from({ length: n }, newId), purpose: "offers" });
    expect([0, 1, 100, 101].map((n) => CheckContacts.safeParse(many(n)).success)).toEqual([false, true, true, false]);
  });
});
