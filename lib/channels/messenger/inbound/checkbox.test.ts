import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { createChatReference } from "#lib/connect/chat-reference";
import { makeThread } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { readShop } from "#lib/shops/load-shop";
import { asideOf, at, fromPerson, makeWorld, newMid, newPsid, takeItems, threadOf } from "./inbound-fixture";

it("whoever wrote after ticking a checkbox is the contact its reference was made for, whichever comes first and wherever its user_ref stands", async () => {
  const world = await makeWorld();
  const shop = await inShop(world.shopId, (tx) => readShop(tx, world.shopId));
  for (const tickFirst of [true, false]) {
    const { visitor } = await makeThread(shop);
    const { url } = await createChatReference(visitor, { source: "web_chat" });
    const [psid, userRef, ref] = [newPsid(), newId(), new URL(url).searchParams.get("ref")];
    const ticker = tickFirst
      ? { optin: { ref, user_ref: userRef } }
      : { sender: { user_ref: userRef }, optin: { ref } };
    const tick = { recipient: { id: world.pageId }, timestamp: at(1), ...ticker };
    const prior_message = { source: "checkbox_plugin", identifier: userRef };
    const says = (who: string) => fromPerson(world, who, 2, { message: { mid: newMid(), text: "Oui" }, prior_message });
    const hers = says(psid);
    const told = tickFirst ? [tick, hers] : [hers, tick];
    await takeItems(world, ...told, ...told);
    const { contact, messages = [] } = (await threadOf(world, psid)) ?? {};
    expect(contact?.id).toBe(visitor.contactId);
    const events = messages.flatMap(({ event }) => event ?? []);
    expect(events).toMatchObject([
      { type: "opted_in", way: "checkbox" },
      { type: "joined", way: "reference" },
    ]);
    const another = newPsid();
    await takeItems(world, says(another), tick);
    expect((await threadOf(world, another))?.messages.map(({ body }) => body)).toEqual(["Oui"]);
  }
  expect(await asideOf(world)).toEqual([]);
});
