import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { makeThread, storedMessages } from "#lib/connect/visitor-fixture";
import { DAY } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { shopChannel, visitorChannel } from "#lib/realtime/channels";
import { MAX_EVENT_BYTES } from "#lib/realtime/publish";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { assignConversation } from "./assign-conversation";
import { broadcastConversation, broadcastMessage } from "./broadcast";
import { closeConversation } from "./close-conversation";
import { deliverMessage } from "./deliver-message";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { writeNote } from "./write-note";

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
  const publications = await broadcastMessage(shop.id, { conversationId, messageId: message?.id ?? "" });
  const told = new Set(publications.map(({ channel }) => channel));
  const reached = browsers.map(({ id }) => told.has(visitorChannel(id)));
  expect(reached.slice(-20)).toEqual(Array(20).fill(true));
  expect(reached.filter(Boolean)).toHaveLength(20);
});

it("RT-06: a shopper's browser is told her own thread's public fields, and nothing of the team or of anybody else", async () => {
  const { shop, owner } = await makeShop("Léa Canary-Surname");
  const agent = await makeMember(owner, "agent", "Karim Canary-Surname");
  const { visitor, conversationId } = await makeThread(shop);
  await makeThread(shop, "canary of another shopper");
  await assignConversation(owner, { conversationId, memberId: agent.memberId });
  await writeNote(agent, { conversationId, clientKey: newId(), body: "canary of a note" });
  const answer = await sendMessage(agent, { conversationId, clientKey: newId(), body: "Oui, dès demain." });
  await deliverMessage(shop.id, { conversationId, messageId: answer.id });
  await sendMessage(agent, { conversationId, clientKey: newId(), body: "canary of what is not sent" });
  await receiveMessage(visitor, { clientKey: newId(), body: "花".repeat(4_000) });
  await closeConversation(owner, { conversationId });

  const sent = await broadcastConversation(shop.id, { conversationId });
  for (const { id } of await storedMessages(shop.id, conversationId))
    sent.push(...(await broadcastMessage(shop.id, { conversationId, messageId: id })));

  const told = sent.filter(({ channel }) => channel === visitorChannel(visitor.visitorId));
  expect(told.length).toBeGreaterThan(5);
  const text = JSON.stringify(told);
  for (const secret of [
    "anary",
    owner.memberId,
    agent.memberId,
    owner.personId,
    agent.personId,
    visitor.token,
    visitor.contactId,
  ])
    expect(text).not.toContain(secret);
  for (const { data } of sent) expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThanOrEqual(MAX_EVENT_BYTES);
  expect(told).toContainEqual(expect.objectContaining({ data: expect.objectContaining({ large: true, seq: 6 }) }));
  const others = new Set(
    sent.map(({ channel }) => channel).filter((channel) => channel.startsWith("private-visitor-")),
  );
  expect([...others]).toEqual([visitorChannel(visitor.visitorId)]);
});

it("tells the member who is given a conversation by a colleague, and nobody of what she took herself", async () => {
  const { shop, owner } = await makeShop("Léa Moreau");
  const agent = await makeMember(owner, "agent", "Karim Benali");
  const { conversationId } = await makeThread(shop);
  await assignConversation(owner, { conversationId, memberId: agent.memberId });
  await assignConversation(agent, { conversationId, memberId: null });
  await assignConversation(agent, { conversationId, memberId: agent.memberId });
  const stored = await storedMessages(shop.id, conversationId);
  const publications = [];
  for (const { id } of stored)
    publications.push(...(await broadcastMessage(shop.id, { conversationId, messageId: id })));
  const told = publications.filter(({ event }) => event === "member.given");
  const given = { conversationId, messageId: stored[1]?.id, memberId: agent.memberId, by: "Léa Moreau", team: null };
  expect(told).toMatchObject([{ channel: shopChannel(shop.id), data: given }]);
});
