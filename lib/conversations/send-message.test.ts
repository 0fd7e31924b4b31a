import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { owner as dbOwner } from "#db/owner-fixture";
import { members } from "#db/schema/shops";
import { makeThread, storedConversations, storedMessages } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { eventsIn, jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { assignConversation } from "./assign-conversation";
import { closeConversation, reopenConversation } from "./close-conversation";
import { messageStored } from "./events";
import { loadThread } from "./load-thread";
import { sendMessage } from "./send-message";

/** Comes back once somebody waits for this transaction to end. */
async function untilAwaited(transaction: string): Promise<true> {
  const rows = await dbOwner()`select from pg_locks
    where locktype = 'transactionid' and transactionid::text = ${transaction} and not granted`;
  return rows.length > 0 ? true : untilAwaited(transaction);
}

describe("sending an answer", () => {
  it("MSG-01: eight times at once under one key is one message, one id and one event of each kind", async () => {
    const { shop, owner } = await makeShop();
    const { conversationId } = await makeThread(shop);
    await takeJobs(shop.id);
    const input = { conversationId, clientKey: newId(), body: "Oui, dès demain." };
    const answers = await Promise.all(Array.from({ length: 8 }, () => sendMessage(owner, input)));
    expect(new Set(answers.map((message) => message.id)).size).toBe(1);
    expect(await storedMessages(shop.id, conversationId)).toHaveLength(2);
    const types = eventsIn(await jobsOf(shop.id)).map((job) => job.payload.type);
    expect(types.sort()).toEqual(["message.queued", "message.stored"]);
  });

  it("answers a second try with the first message, whatever happened since", async () => {
    const { shop, owner } = await makeShop();
    const { conversationId } = await makeThread(shop);
    const input = { conversationId, clientKey: newId(), body: "Oui" };
    const first = await sendMessage(owner, input);
    await closeConversation(owner, { conversationId });
    expect(await sendMessage(owner, { ...input, body: "Non" })).toEqual(first);
  });

  it("takes an unassigned conversation, keeps another member's, and opens a closed one", async () => {
    const { shop, owner } = await makeShop();
    const agent = await makeMember(owner);
    const { visitor, conversationId } = await makeThread(shop);
    await sendMessage(agent, { conversationId, clientKey: newId(), body: "Oui" });
    await closeConversation(owner, { conversationId });
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "Encore un mot" });
    expect(await storedConversations(visitor)).toMatchObject([
      { assigneeId: agent.memberId, status: "open", unread: 0, waitingSince: null },
    ]);
  });

  it("opens a closed one before it goes or at once, after whoever gives its holder a turn and counts what she holds", async () => {
    const { shop, owner } = await makeShop();
    const agent = await makeMember(owner);
    for (const hold of [10, undefined]) {
      const { conversationId } = await makeThread(shop);
      await assignConversation(owner, { conversationId, memberId: agent.memberId });
      await closeConversation(owner, { conversationId });
      const { sending, isAwaited } = await inShop(shop.id, async (tx) => {
        await tx.select().from(members).where(eq(members.id, agent.memberId)).for("no key update");
        const [{ id } = { id: "" }] = await tx.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`);
        const sending = sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui", hold });
        const sent = sending.then(() => false);
        return { sending, isAwaited: await Promise.race([sent, untilAwaited(id)]) };
      });
      expect(isAwaited).toBe(true);
      await sending;
    }
  });

  it("raises the version with every change, and with no repetition", async () => {
    const { shop, owner } = await makeShop();
    const { conversationId } = await makeThread(shop);
    const version = async () => (await loadThread(owner, { conversationId })).row.version;
    const key = newId();
    const steps = [
      () => sendMessage(owner, { conversationId, clientKey: key, body: "Oui" }),
      () => assignConversation(owner, { conversationId, memberId: null }),
      () => closeConversation(owner, { conversationId }),
      () => reopenConversation(owner, { conversationId }),
    ];
    for (const step of steps) {
      const before = await version();
      await step();
      const after = await version();
      expect(after).toBeGreaterThan(before);
      await step();
      expect(await version()).toBe(after);
    }
  });

  it("leaves neither a message nor a job when its transaction is rolled back", async () => {
    const { shop } = await makeShop();
    await takeJobs(shop.id);
    const broken = inShop(shop.id, async (tx) => {
      await messageStored.record(tx, shop.id, { conversationId: newId(), messageId: newId() });
      throw new Error("a later statement failed");
    });
    await expect(broken).rejects.toThrow("a later statement failed");
    expect(await jobsOf(shop.id)).toEqual([]);
  });
});
