import { describe, expect, it } from "vitest";
import { makeThread, makeVisitor } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { reactInChat, unsendInChat } from "./act-in-chat";
import { closeConversation } from "./close-conversation";
import { deliverMessage } from "./deliver-message";
import { listVisitorMessages, loadThread } from "./load-thread";
import { reactAsMember } from "./react-as-member";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { writeNote } from "./write-note";

async function answered() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const { id: answerId } = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui" });
  await deliverMessage(shop.id, { conversationId, messageId: answerId });
  const ours = async () => (await loadThread(owner, { conversationId })).messages;
  const hers = async () => (await listVisitorMessages(visitor, {})).messages;
  const askedId = (await hers())[0]?.id ?? "";
  return { shop, owner, visitor, conversationId, askedId, answerId, ours, hers };
}

describe("what a shopper does with one message of her chat", () => {
  it("shows her reaction and the shop's on both sides, each once, until it is taken back", async () => {
    const { owner, visitor, conversationId, askedId, answerId, ours, hers } = await answered();
    await closeConversation(owner, { conversationId });
    for (const emoji of ["👍", "❤"] as const) await reactInChat(visitor, { messageId: answerId, emoji });
    await reactAsMember(owner, { messageId: askedId, emoji: "😮" });
    const shown = [[{ author: "member", emoji: "😮" }], [{ author: "contact", emoji: "❤" }]];
    expect((await ours()).slice(0, 2).map(({ reactions }) => reactions)).toEqual(shown);
    expect((await hers()).slice(0, 2).map(({ reactions }) => reactions)).toEqual(shown);
    expect((await loadThread(owner, { conversationId })).row.status).toBe("closed");
    expect((await reactInChat(visitor, { messageId: answerId, emoji: null })).message.reactions).toEqual([]);
  });

  it("takes back what she wrote, for good and for the shop too, once however often she asks", async () => {
    const { visitor, askedId, ours } = await answered();
    const { message } = await unsendInChat(visitor, { messageId: askedId });
    expect(message).toMatchObject({ unsent: true, body: "" });
    expect(await unsendInChat(visitor, { messageId: askedId })).toEqual({ message });
    expect((await ours())[0]).toMatchObject({ unsent: true, body: "", saidBefore: [] });
  });

  it("no longer waits once all that stood unanswered was taken back", async () => {
    const { owner, visitor, conversationId, askedId } = await answered();
    const wait = async () => (await loadThread(owner, { conversationId })).row.waitingSince;
    const send = async (body: string) => (await receiveMessage(visitor, { clientKey: newId(), body })).message;
    const write = async (body: string) => (await send(body)).id;
    const [first, second] = [await write("Encore une chose"), await send("Et celle-ci")];
    await unsendInChat(visitor, { messageId: first });
    expect(await wait()).toBe(second.createdAt);
    await unsendInChat(visitor, { messageId: second.id });
    expect(await wait()).toBeNull();
    await write("Finalement");
    await unsendInChat(visitor, { messageId: askedId });
    expect(await wait()).not.toBeNull();
  });

  it("knows no message of another chat, nothing she does not see, and hers and the shop's apart", async () => {
    const { shop, owner, visitor, conversationId, askedId, answerId } = await answered();
    const other = await makeVisitor(shop);
    const note = await writeNote(owner, { conversationId, clientKey: newId(), body: "À voir" });
    const absent = { code: "not_found" };
    for (const [actor, messageId] of [
      [other, answerId],
      [visitor, note.id],
      [visitor, askedId],
    ] as const)
      await expect(reactInChat(actor, { messageId, emoji: "👍" })).rejects.toMatchObject(absent);
    for (const [actor, messageId] of [
      [other, askedId],
      [visitor, note.id],
      [visitor, answerId],
    ] as const)
      await expect(unsendInChat(actor, { messageId })).rejects.toMatchObject(absent);
  });
});
