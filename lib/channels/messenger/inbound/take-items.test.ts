import { expect, it } from "vitest";
import { at, fromPerson, makeWorld, newMid, newPsid, takeItems, threadOf } from "./inbound-fixture";

it("stores a first message: a contact, an open conversation that may be answered for a day, and her words", async () => {
  const world = await makeWorld();
  const psid = newPsid();
  const mid = newMid();
  await takeItems(world, fromPerson(world, psid, 0, { message: { mid, text: "Bonjour, é 😀 a/b ?" } }));
  const thread = await threadOf(world, psid);
  expect(thread?.messages).toMatchObject([
    {
      author: "contact",
      kind: "text",
      body: "Bonjour, é 😀 a/b ?",
      delivery: "received",
      createdAt: new Date(at(0)).toISOString(),
    },
  ]);
  expect(thread?.conversation).toMatchObject({
    status: "open",
    unread: 1,
    waitingSince: new Date(at(0)),
    lastMessageAt: new Date(at(0)),
    lastContactAt: new Date(at(0)),
    windowExpiresAt: new Date(at(24 * 3_600)),
  });
});
