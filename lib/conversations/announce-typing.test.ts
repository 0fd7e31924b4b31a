import { expect, it } from "vitest";
import { makeThread, makeVisitor } from "#lib/connect/visitor-fixture";
import { heard, whileHubIsAway } from "#lib/realtime/deaf-hub-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { announceTyping, announceVisitorTyping } from "./announce-typing";
import { closeConversation } from "./close-conversation";

it("tells the thread and her browsers that a member writes, by the first name only to her", async () => {
  const { shop, owner } = await makeShop("Léa Moreau");
  const { visitor, conversationId } = await makeThread(shop);
  heard().splice(0);
  await announceTyping(owner, { conversationId });
  const [thread, ...browsers] = heard();
  expect(thread).toMatchObject({
    channel: `private-conversation-${conversationId}`,
    data: { author: "member", name: "Léa" },
  });
  expect(browsers).toEqual([
    { channel: `private-visitor-${visitor.visitorId}`, event: "typing", data: { name: "Léa" } },
  ]);
});

it("tells the members that she writes, while her conversation is open", async () => {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  heard().splice(0);
  await announceVisitorTyping(await makeVisitor(shop));
  expect(heard()).toEqual([]);
  await announceVisitorTyping(visitor);
  expect(heard()).toMatchObject([{ channel: `private-conversation-${conversationId}`, data: { author: "contact" } }]);
  await closeConversation(owner, { conversationId });
  heard().splice(0);
  await announceVisitorTyping(visitor);
  expect(heard()).toEqual([]);
});

it("costs the writer nothing while the hub is away", async () => {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  await whileHubIsAway(async () => {
    await expect(announceTyping(owner, { conversationId })).resolves.toEqual({ told: true });
    await expect(announceVisitorTyping(visitor)).resolves.toBeUndefined();
  });
});
