import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { messageWordings } from "#db/schema/message-marks";
import { makeThread } from "#lib/connect/visitor-fixture";
import { MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { deliverMessage } from "./deliver-message";
import { editAsMember } from "./edit-as-member";
import { listVisitorMessages } from "./load-thread";
import { EDIT_MINUTES, type OwnMessage, whyNotEdited, whyNotTakenBack } from "./own-message";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { unsendAsMember } from "./unsend-as-member";

async function answered() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const { id: messageId } = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui, lundi." });
  await deliverMessage(shop.id, { conversationId, messageId });
  const hers = async () => (await listVisitorMessages(visitor, {})).messages.find(({ id }) => id === messageId);
  return { shop, owner, visitor, messageId, hers };
}

describe("a member's own message in the web chat", () => {
  it("says something else once it is changed, to both; only members see what it said before", async () => {
    const { owner, messageId, hers } = await answered();
    await editAsMember(owner, { messageId, body: "Oui, mardi." });
    const again = await editAsMember(owner, { messageId, body: "Oui, mercredi." });
    expect(again).toMatchObject({ body: "Oui, mercredi.", edited: true });
    expect(again.saidBefore.map(({ body }) => body)).toEqual(["Oui, lundi.", "Oui, mardi."]);
    expect((await editAsMember(owner, { messageId, body: "Oui, mercredi." })).version).toBe(again.version);
    expect(await hers()).toMatchObject({ body: "Oui, mercredi.", edited: true });
    expect(JSON.stringify(await hers())).not.toMatch(/lundi|mardi/);
  });

  it("is empty for both once it is taken back, long after too, and cannot be changed then", async () => {
    const { shop, owner, messageId, hers } = await answered();
    await editAsMember(owner, { messageId, body: "Oui, mardi." });
    const createdAt = new Date(Date.now() - (EDIT_MINUTES + 1) * MINUTE);
    await inShop(shop.id, (tx) => tx.update(messages).set({ createdAt }).where(eq(messages.id, messageId)));
    await expect(editAsMember(owner, { messageId, body: "Non" })).rejects.toMatchObject({ key: "edit_over" });
    const gone = await unsendAsMember(owner, { messageId });
    expect(gone).toMatchObject({ body: "", unsent: true, edited: false, saidBefore: [] });
    expect(await unsendAsMember(owner, { messageId })).toEqual(gone);
    expect(await hers()).toMatchObject({ body: "", unsent: true });
    expect(await inShop(shop.id, (tx) => tx.select().from(messageWordings))).toEqual([]);
    await expect(editAsMember(owner, { messageId, body: "Non" })).rejects.toMatchObject({ key: "message_taken_back" });
  });

  it("is nobody else's to change or take back", async () => {
    const { owner, messageId } = await answered();
    const agent = await makeMember(owner);
    const notHers = { code: "refused", key: "message_not_yours" };
    await expect(editAsMember(agent, { messageId, body: "Non" })).rejects.toMatchObject(notHers);
    await expect(unsendAsMember(agent, { messageId })).rejects.toMatchObject(notHers);
  });

  it("is not changed where nothing may be sent, and can still be taken back", async () => {
    const { owner, visitor, messageId } = await answered();
    await receiveMessage(visitor, { clientKey: newId(), body: "STOP" });
    await expect(editAsMember(owner, { messageId, body: "Soldes !" })).rejects.toMatchObject({ key: "stop_word" });
    expect(await unsendAsMember(owner, { messageId })).toMatchObject({ unsent: true });
  });
});

const at = new Date("2026-03-03T10:00:00Z");
const sent: OwnMessage = {
  ...{ channel: "web_chat", kind: "text", author: "member", memberId: "me", purpose: "service", delivery: "sent" },
  ...{ body: "Oui", unsent: false, createdAt: at },
};

it.each([
  ["its words", {}, null, null],
  ["a receipt", { kind: "receipt" }, "message_stays", "message_stays"],
  ["an offer", { purpose: "offers" }, "message_stays", null],
  ["files alone", { body: "" }, "message_stays", null],
  ["what went to Messenger", { channel: "messenger" as const }, "messenger_keeps_messages", "messenger_keeps_messages"],
  ["what has not gone", { delivery: "scheduled" }, "message_not_sent", "message_not_sent"],
  ["what the shopper wrote", { author: "contact", memberId: null }, "message_not_yours", "message_not_yours"],
])("%s: whether it may be changed, and taken back", (_, more, edited, takenBack) => {
  expect(whyNotEdited({ ...sent, ...more }, "me", at)?.key ?? null).toBe(edited);
  expect(whyNotTakenBack({ ...sent, ...more }, "me")?.key ?? null).toBe(takenBack);
});
