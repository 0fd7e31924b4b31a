import { vi } from "vitest";
import { answerCard, makeThread, storedMessages } from "#lib/connect/visitor-fixture";
import type { SendMessage } from "#lib/conversations/input";
import { sendMessage } from "#lib/conversations/send-message";
import { sendScheduled } from "#lib/conversations/send-scheduled";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { runJobs } from "./jobs-fixture";

/** A thread of a shopper who allows this; `due` lets the hour come at which a message is to go. */
export async function thread(allow: Parameters<typeof answerCard>[1] = []) {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  await answerCard(visitor, allow);
  await runJobs(shop.id);
  const write = (given: Partial<SendMessage> = {}) =>
    sendMessage(owner, { conversationId, clientKey: newId(), body: "À demain", ...given });
  const due = async (messageId: string, at: string | null) => {
    vi.setSystemTime(new Date(at ?? ""));
    await sendScheduled(shop.id, { conversationId, messageId });
    await runJobs(shop.id);
  };
  const stored = async (id: string) =>
    (await storedMessages(shop.id, conversationId)).find((message) => message.id === id);
  return { shop, owner, visitor, conversationId, write, due, stored };
}
