import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { fakeGraph } from "../fake-graph-fixture";
import { type MessengerThread, makeMessengerThread, passTime, say, send, sentIn } from "../outbound/messenger-fixture";
import { graphTime } from "./past-fixture";
import { storeMissed } from "./store-missed";
import { storePast } from "./store-past";

/** A message of the Page as the platform gives it afterwards. */
const given = ({ pageId }: MessengerThread, id: string, message: string, at = new Date()) => ({
  id,
  created_time: graphTime(at),
  from: { id: pageId, name: "Maison Pivoine" },
  message,
});
const piece = ({ psid }: MessengerThread, ...newestFirst: ReturnType<typeof given>[]) => [
  { person: { psid, name: "" }, messages: newestFirst },
];
const soon = () => new Date(Date.now() + 60_000);

const FETCHES = {
  "what was missed": (thread: MessengerThread, pieces: ReturnType<typeof piece>) =>
    inShop(thread.shopId, (tx) => storeMissed(tx, thread, pieces, new Date(Date.now() - 3_600_000))),
  "the past": (thread: MessengerThread, pieces: ReturnType<typeof piece>) =>
    inShop(thread.shopId, (tx) => storePast(tx, thread, pieces, soon())),
};

/** A thread in which one answer went out while nobody could say whether it arrived. */
async function inDoubt(body: string): Promise<MessengerThread> {
  fakeGraph.answers(() => "reset");
  const thread = await makeMessengerThread();
  await say(thread, body);
  await send(thread);
  expect(await sentIn(thread)).toMatchObject([{ delivery: "unconfirmed" }]);
  return thread;
}

it.each(Object.entries(FETCHES))("%s settles a message of ours in doubt, and shows none twice", async (_, fetch) => {
  const thread = await inDoubt("Demain à 10 h");
  const found = piece(
    thread,
    given(thread, `m_other_${thread.psid}`, "Écrit sur Facebook"),
    given(thread, `m_own_${thread.psid}`, "Demain à 10 h"),
  );
  expect(await fetch(thread, found)).toMatchObject({ stored: 1 });
  expect(await fetch(thread, found)).toMatchObject({ stored: 0 });
  const sent = await sentIn(thread);
  expect(sent.map(({ body, delivery, externalId }) => [body, delivery, externalId])).toEqual([
    ["Demain à 10 h", "sent", `m_own_${thread.psid}`],
    ["Écrit sur Facebook", "sent", `m_other_${thread.psid}`],
  ]);
  const all = await inShop(thread.shopId, (tx) =>
    tx.select({ seq: messages.seq }).from(messages).where(eq(messages.conversationId, thread.conversationId)),
  );
  expect(all.map(({ seq }) => seq).sort()).toEqual([1, 2, 3]);
});

it.each(Object.entries(FETCHES))("%s takes the same words of another hour for another message", async (_, fetch) => {
  const thread = await inDoubt("Oui");
  await passTime(thread);
  const twice = piece(thread, given(thread, `m_second_${thread.psid}`, "Oui"));
  expect(await fetch(thread, twice)).toMatchObject({ stored: 1 });
  expect((await sentIn(thread)).map(({ delivery }) => delivery)).toEqual(["unconfirmed", "sent"]);
});

it("one found message settles one of two that say the same", async () => {
  const thread = await inDoubt("Oui");
  fakeGraph.answers(() => "reset");
  await say(thread, "Oui");
  await inShop(thread.shopId, (tx) =>
    tx
      .update(messages)
      .set({ delivery: "unconfirmed", attempts: 1, attemptedAt: new Date(Date.now() - 30_000) })
      .where(eq(messages.delivery, "queued")),
  );
  await FETCHES["what was missed"](thread, piece(thread, given(thread, `m_one_${thread.psid}`, "Oui")));
  expect((await sentIn(thread)).map(({ delivery }) => delivery)).toEqual(["sent", "unconfirmed"]);
});
