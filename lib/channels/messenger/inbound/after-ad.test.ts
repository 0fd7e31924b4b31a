import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { makeThread } from "#lib/connect/visitor-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { adBefore } from "./after-ad";

it("finds the advertisement that brought somebody back among any number of messages by its index", async () => {
  const { shop } = await makeShop();
  const { conversationId, visitor } = await makeThread(shop);
  const plan = await inShop(shop.id, async (tx) => {
    await tx.execute(sql`insert into messages (id, shop_id, conversation_id, channel_id, seq, author, kind, body, delivery)
      select gen_random_uuid(), ${shop.id}, ${conversationId}, ${visitor.channelId}, 1000 + n, 'contact', 'text', 'a', 'sent'
      from generate_series(1, 3000) n`);
    const asked = adBefore(tx, { shopId: shop.id, identityId: visitor.identityId }, new Date()).getSQL();
    const lines = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${asked}`);
    return [...lines].map((line) => line["QUERY PLAN"]).join("\n");
  });
  expect(plan).toContain("messages_from_ads");
});
