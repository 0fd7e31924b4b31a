import { expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { makeThread, storedMessages } from "#lib/connect/visitor-fixture";
import { DAY } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { visitorChannel } from "#lib/realtime/channels";
import type { Publication } from "#lib/realtime/publish";
import { makeShop } from "#lib/shops/shop-fixture";
import { broadcastMessage } from "./broadcast";

const told = vi.hoisted(() => new Set<string>());
vi.mock("#lib/realtime/publish", () => ({
  publishBatch: async (events: Publication[]) => {
    for (const { channel } of events) told.add(channel);
  },
}));

it("tells of a message the browsers in which she was last, of very many", async () => {
  const { shop } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const browsers = Array.from({ length: 25 }, (_, days) => ({
    id: newId(),
    lastSeenAt: new Date(Date.now() + days * DAY),
  }));
  await inShop(shop.id, (tx) =>
    tx.insert(visitors).values(
      browsers.map((one) => ({
        ...one,
        shopId: shop.id,
        identityId: visitor.identityId,
        tokenHash: newId(),
        locale: "fr",
      })),
    ),
  );
  const [message] = await storedMessages(shop.id, conversationId);
  await broadcastMessage(shop.id, { conversationId, messageId: message?.id ?? "" });
  const reached = browsers.map(({ id }) => told.has(visitorChannel(id)));
  expect(reached.slice(-20)).toEqual(Array(20).fill(true));
  expect(reached.filter(Boolean)).toHaveLength(20);
});
