import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { makeThread, makeVisitor } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { deliverMessage } from "./deliver-message";
import { listVisitorMessages, loadThread } from "./load-thread";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { writeNote } from "./write-note";

describe("answering one message of the web chat", () => {
  it("is seen by both sides, whichever of them answers", async () => {
    const { shop, owner } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop);
    const asked = (await listVisitorMessages(visitor, {})).messages[0]?.id ?? "";
    const answer = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui", replyTo: asked });
    expect(answer.replyTo).toBe(asked);
    await deliverMessage(shop.id, { conversationId, messageId: answer.id });
    const thanks = { clientKey: newId(), body: "Merci", replyTo: answer.id };
    expect((await receiveMessage(visitor, thanks)).message.replyTo).toBe(answer.id);
    const shown = [null, asked, answer.id];
    expect((await listVisitorMessages(visitor, {})).messages.map(({ replyTo }) => replyTo)).toEqual(shown);
    expect((await loadThread(owner, { conversationId })).messages.map(({ replyTo }) => replyTo)).toEqual(shown);
  });

  it("keeps the words alone where the quoted message is cleared, foreign, or not seen by both", async () => {
    const { shop, owner } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop);
    const other = await makeVisitor(shop);
    const { message: foreign } = await receiveMessage(other, { clientKey: newId(), body: "Bonjour" });
    const note = await writeNote(owner, { conversationId, clientKey: newId(), body: "À voir" });
    const waiting = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui" });
    const { message: cleared } = await receiveMessage(visitor, { clientKey: newId(), body: "Jadis" });
    await inShop(shop.id, (tx) =>
      tx
        .update(messages) // what retention leaves of a message, perhaps while it is being answered
        .set({ kind: "event", body: "" })
        .where(and(eq(messages.shopId, shop.id), eq(messages.id, cleared.id))),
    );
    for (const replyTo of [foreign.id, note.id, waiting.id, cleared.id, newId()]) {
      const hers = await receiveMessage(visitor, { clientKey: newId(), body: "Quoi ?", replyTo });
      expect(hers.message).toMatchObject({ body: "Quoi ?", replyTo: null });
      const ours = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Ceci", replyTo });
      expect(ours).toMatchObject({ body: "Ceci", replyTo: null });
    }
  });
});
