import { expect, it, vi } from "vitest";
import { makeThread, makeVisitor } from "#lib/connect/visitor-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { announceTyping, announceVisitorTyping } from "./announce-typing";
import { closeConversation } from "./close-conversation";

type Published = { channel: string; event: string; data: Record<string, unknown> };
const hub = vi.hoisted(() => ({ away: false, told: [] as Published[] }));
vi.mock("#lib/realtime/publish", () => ({
  publishBatch: async (items: Published[]) => {
    if (hub.away) throw new Error("Live updates: a batch failed (ECONNREFUSED).");
    hub.told.push(...items);
  },
}));

it("tells the thread and her browsers that a member writes, by the first name only to her", async () => {
  const { shop, owner } = await makeShop("Léa Moreau");
  const { visitor, conversationId } = await makeThread(shop);
  hub.told = [];
  await announceTyping(owner, { conversationId });
  const [thread, ...browsers] = hub.told;
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
  hub.told = [];
  await announceVisitorTyping(await makeVisitor(shop));
  expect(hub.told).toEqual([]);
  await announceVisitorTyping(visitor);
  expect(hub.told).toMatchObject([{ channel: `private-conversation-${conversationId}`, data: { author: "contact" } }]);
  await closeConversation(owner, { conversationId });
  hub.told = [];
  await announceVisitorTyping(visitor);
  expect(hub.told).toEqual([]);
});

it("costs the writer nothing while the hub is away", async () => {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  hub.away = true;
  await expect(announceTyping(owner, { conversationId })).resolves.toEqual({ told: true });
  await expect(announceVisitorTyping(visitor)).resolves.toBeUndefined();
});
