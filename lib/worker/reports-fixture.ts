import { eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { complaintBudgets, reports } from "#db/schema/reports";
import { signInChat } from "#lib/connect/connect-fixture";
import { reportInChat } from "#lib/connect/report-in-chat";
import { makeThread, type TestThread } from "#lib/connect/visitor-fixture";
import { deliverMessage } from "#lib/conversations/deliver-message";
import { loadBudget } from "#lib/conversations/reports/load-budget";
import { reviseBudget } from "#lib/conversations/reports/revise-budget";
import { sendMessage } from "#lib/conversations/send-message";
import { DAY } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { placeOrder } from "#lib/orders/order-fixture";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, type TestMember } from "#lib/shops/shop-fixture";

export type World = { shop: ShopView; owner: TestMember };

/** A message of the shop that reached the shopper of a thread. */
export async function told(
  { shop, owner }: World,
  { conversationId }: TestThread,
  body = "Nos roses sont à -20 %.",
): Promise<string> {
  const { id } = await sendMessage(owner, { conversationId, clientKey: newId(), body });
  await deliverMessage(shop.id, { conversationId, messageId: id });
  return id;
}

/** How the shop stands once all that was reported so far is due. */
export async function weighed({ shop, owner }: World) {
  await inShop(shop.id, async (tx) => {
    await tx.update(reports).set({ at: sql`${reports.at} - interval '25 hours'` });
    await tx.update(complaintBudgets).set({ weighedAt: sql`${complaintBudgets.weighedAt} - interval '49 hours'` });
  });
  await reviseBudget({ shopId: shop.id });
  return loadBudget(owner);
}

/** Somebody who signed in and bought. */
export async function makeShopper(world: World) {
  const person = await makePerson("Amélie Laurent");
  const thread = await makeThread(world.shop);
  const visitor = await signInChat(world.shop, thread.visitor, person, ["service", "offers"]);
  await placeOrder(visitor, { paid: true });
  const messageId = await told(world, thread);
  const report = (reported: boolean, reason: "advertising" | "rude" | null = null) =>
    reportInChat(visitor, { messageId, reported, reason });
  return { ...thread, visitor, person, messageId, report };
}

export async function makeReported(world: World, shoppers: number) {
  const made = [];
  for (let n = 0; n < shoppers; n += 1) made.push(await makeShopper(world));
  await Promise.all(made.map(({ report }) => report(true, "advertising")));
  return made;
}

export const offer = ({ owner }: World, { conversationId }: TestThread) =>
  sendMessage(owner, { conversationId, clientKey: newId(), body: "Une offre", purpose: "offers" });
export const daysAhead = ({ sendAt }: { sendAt: string | null }) =>
  sendAt ? (Date.parse(sendAt) - Date.now()) / DAY : 0;
export const storedReports = (shopId: string) =>
  inShop(shopId, (tx) => tx.select().from(reports).where(eq(reports.shopId, shopId)));
