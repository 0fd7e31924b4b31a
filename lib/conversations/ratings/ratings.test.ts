import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { ratings } from "#db/schema/widget";
import { loadVisit } from "#lib/connect/load-visit";
import { makeThread, storedMessages, type TestThread } from "#lib/connect/visitor-fixture";
import { DAY } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { lockConversation } from "../access";
import { checkSend } from "../check-send";
import { closeConversation, reopenConversation } from "../close-conversation";
import { markSeen } from "../mark-read";
import { putBack } from "../put-back";
import { receiveMessage } from "../receive-message";
import { sendMessage } from "../send-message";
import { readRow } from "../view-conversation";
import { rateConversation } from "./rate-conversation";

async function answeredThread() {
  const { shop, owner } = await makeShop();
  const thread = await makeThread(shop);
  const { conversationId } = thread;
  const answer = () => sendMessage(owner, { conversationId, clientKey: newId(), body: "Bonjour" });
  const close = () => closeConversation(owner, { conversationId });
  const asked = async () => (await loadVisit(shop, thread.visitor, "fr")).rating;
  const seqOf = async () => (await asked())?.seq ?? 0;
  await answer();
  return { shop, owner, ...thread, answer, close, asked, seqOf };
}

const ratingsOf = (shopId: string, { conversationId }: Pick<TestThread, "conversationId">) =>
  inShop(shopId, (tx) =>
    tx
      .select()
      .from(ratings)
      .where(and(eq(ratings.shopId, shopId), eq(ratings.conversationId, conversationId))),
  );

/** As if the question had been asked, and answered, so many days ago. */
const longAgo = (shopId: string, conversationId: string, days: number) =>
  inShop(shopId, (tx) =>
    tx
      .update(ratings)
      .set({ askedAt: new Date(Date.now() - days * DAY), answeredAt: new Date(Date.now() - days * DAY) })
      .where(and(eq(ratings.shopId, shopId), eq(ratings.conversationId, conversationId))),
  );

describe("a question of how it went", () => {
  it("is asked when a conversation is closed in which she was answered", async () => {
    const { close, asked } = await answeredThread();
    expect(await asked()).toBeNull();
    await close();
    expect(await asked()).toEqual({ seq: expect.any(Number), score: null, comment: "" });
  });

  it("is not asked where nobody answered her", async () => {
    const { shop, owner } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop);
    await closeConversation(owner, { conversationId });
    expect((await loadVisit(shop, visitor, "fr")).rating).toBeNull();
  });

  it("is asked again 30 days after one that she saw, and not before", async () => {
    const one = await answeredThread();
    const { shop, visitor, conversationId, answer, close, asked, seqOf } = one;
    await close();
    await rateConversation(visitor, { seq: await seqOf(), score: 4 });
    const again = async () => {
      await receiveMessage(visitor, { clientKey: newId(), body: "Encore une question" });
      await answer();
      await close();
    };
    await again();
    expect(await asked()).toBeNull();
    await longAgo(shop.id, conversationId, 31);
    await again();
    expect(await asked()).toMatchObject({ score: null });
    expect(await ratingsOf(shop.id, one)).toHaveLength(2);
  });

  it("is one in 30 days over all channels, answered or not", async () => {
    const { shop, owner, visitor, conversationId, answer, close, asked, seqOf } = await answeredThread();
    const conversation = await inShop(shop.id, (tx) => lockConversation(tx, shop.id, conversationId));
    const mayAsk = () =>
      inShop(shop.id, async (tx) => {
        const asking = { message: "satisfaction" as const, author: "automation" as const };
        const decision = await checkSend(tx, conversation, asking);
        return decision.allowed || decision.key;
      });
    expect(await mayAsk()).toBe(true);
    const question = await answer();
    const template = { template_type: "customer_feedback" } as const;
    const set = (values: Partial<typeof messages.$inferInsert>) =>
      inShop(shop.id, (tx) => tx.update(messages).set(values).where(eq(messages.id, question.id)));
    await set({ kind: "template", payload: { template }, delivery: "sent" });
    await close();
    expect(await asked()).toBeNull();
    await set({ createdAt: new Date(Date.now() - 31 * DAY) });
    await reopenConversation(owner, { conversationId });
    await close();
    const seq = await seqOf();
    expect(seq).toBeGreaterThan(0);
    await set({ payload: null });
    expect(await mayAsk()).toBe(true);
    await markSeen(visitor, { readSeq: seq, deliveredSeq: seq });
    expect(await mayAsk()).toBe("satisfaction_asked");
  });

  it("does not count as asked when the closing was undone before she saw it", async () => {
    const one = await answeredThread();
    const { shop, owner, visitor, conversationId, close, asked } = one;
    await close();
    await putBack(owner, { conversationId });
    expect(await asked()).toBeNull();
    await close();
    expect(await asked()).toMatchObject({ score: null });
    expect(await ratingsOf(shop.id, one)).toHaveLength(1);
    const seq = (await asked())?.seq ?? 0;
    await markSeen(visitor, { readSeq: seq, deliveredSeq: seq });
    await reopenConversation(owner, { conversationId });
    await close();
    expect(await asked()).toBeNull();
  });
});

describe("a rating", () => {
  it("is told in one line of the thread, stands on the row, and leaves the conversation closed", async () => {
    const { shop, visitor, conversationId, close, seqOf } = await answeredThread();
    await close();
    const seq = await seqOf();
    await rateConversation(visitor, { seq, score: 4 });
    await rateConversation(visitor, { seq, score: 5, comment: "Parfait, merci" });
    await rateConversation(visitor, { seq, score: 5 });
    const lines = (await storedMessages(shop.id, conversationId)).filter(({ event }) => event?.type === "feedback");
    expect(lines.map(({ event, version }) => ({ event, version }))).toEqual([
      { event: { type: "feedback", score: "5", text: "Parfait, merci" }, version: 2 },
    ]);
    const row = await inShop(shop.id, (tx) => readRow(tx, shop.id, conversationId));
    expect(row).toMatchObject({ status: "closed", unread: 0, waitingSince: null, facts: { rating: 5 } });
  });

  it("may be changed for a day, and no longer once the conversation is open", async () => {
    const { shop, visitor, conversationId, close, asked, seqOf } = await answeredThread();
    await close();
    const seq = await seqOf();
    await rateConversation(visitor, { seq, score: 2 });
    expect(await asked()).toEqual({ seq, score: 2, comment: "" });
    await longAgo(shop.id, conversationId, 1);
    expect(await asked()).toBeNull();
    await expect(rateConversation(visitor, { seq, score: 3 })).rejects.toMatchObject({ key: "rating_over" });
  });

  it("is refused for a conversation that opened again, and for another closing", async () => {
    const { visitor, close, seqOf } = await answeredThread();
    await close();
    const seq = await seqOf();
    await expect(rateConversation(visitor, { seq: seq - 1, score: 3 })).rejects.toMatchObject({ key: "rating_over" });
    await receiveMessage(visitor, { clientKey: newId(), body: "Encore" });
    await expect(rateConversation(visitor, { seq, score: 3 })).rejects.toMatchObject({ key: "rating_over" });
  });

  it("is one, however often it is said at once", async () => {
    const one = await answeredThread();
    const { shop, visitor, conversationId, close, seqOf } = one;
    await close();
    const seq = await seqOf();
    await Promise.all([1, 2, 3, 4, 5].map((score) => rateConversation(visitor, { seq, score })));
    const [kept, ...rest] = await ratingsOf(shop.id, one);
    expect(rest).toEqual([]);
    const lines = (await storedMessages(shop.id, conversationId)).filter(({ event }) => event?.type === "feedback");
    expect(lines).toHaveLength(1);
    const [{ rating } = { rating: null }] = await inShop(shop.id, (tx) =>
      tx.select({ rating: conversations.rating }).from(conversations).where(eq(conversations.id, conversationId)),
    );
    expect(rating).toBe(kept?.score);
    expect(lines[0]?.event).toMatchObject({ score: `${kept?.score}` });
  });
});
