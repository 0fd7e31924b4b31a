import { eq, type SQL } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { mentions } from "#db/schema/writing";
import { makeThread, storedConversations } from "#lib/connect/visitor-fixture";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { eventsIn, jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { closeConversation, reopenConversation } from "./close-conversation";
import { listConversations } from "./list-conversations";
import { loadCounts } from "./load-counts";
import { listVisitorMessages, loadThread } from "./load-thread";
import { sendMessage } from "./send-message";
import { writeNote } from "./write-note";

const namedIn = (shopId: string) => inShop(shopId, (tx) => tx.select().from(mentions));

async function thread() {
  const { shop, owner } = await makeShop("Léa Moreau");
  const karim = await makeMember(owner, "agent", "Karim Benali");
  const made = await makeThread(shop);
  await takeJobs(shop.id);
  return { shop, owner, karim, ...made };
}

describe("a note", () => {
  it("is for the team alone: nothing is sent, and the shopper sees an empty place in her numbering", async () => {
    const { shop, owner, visitor, conversationId } = await thread();
    const note = await writeNote(owner, { conversationId, clientKey: newId(), body: "Pas de lys, allergie" });
    expect(note).toMatchObject({ kind: "note", author: "member", authorName: "Léa Moreau", delivery: "received" });
    expect(eventsIn(await jobsOf(shop.id)).map((job) => job.payload.type)).toEqual(["message.stored"]);
    const { messages } = await listVisitorMessages(visitor, {});
    expect(messages.at(-1)).toMatchObject({ seq: note.seq, kind: "event", author: "system", event: null, body: "" });
    expect(JSON.stringify(messages)).not.toMatch(/allergie|Léa/);
  });

  it("answers nobody, takes nothing, and opens no closed conversation", async () => {
    const { owner, visitor, conversationId } = await thread();
    const before = (await storedConversations(visitor))[0];
    await writeNote(owner, { conversationId, clientKey: newId(), body: "À voir" });
    const keys = ["status", "assigneeId", "waitingSince", "unread", "lastMessageAt", "firstAnsweredAt"] as const;
    const after = (await storedConversations(visitor))[0];
    for (const key of keys) expect(after?.[key], key).toEqual(before?.[key]);
    await closeConversation(owner, { conversationId });
    await writeNote(owner, { conversationId, clientKey: newId(), body: "Bien fini" });
    expect((await loadThread(owner, { conversationId })).row).toMatchObject({
      status: "closed",
      lastMessage: { kind: "note", preview: "Bien fini" },
    });
  });

  it("under one key eight times is one note, and tells a named member once", async () => {
    const { shop, owner, karim, conversationId } = await thread();
    const input = { conversationId, clientKey: newId(), body: "@Karim et @Léa, la carte est à 4 €" };
    const notes = await Promise.all(Array.from({ length: 8 }, () => writeNote(owner, input)));
    expect(new Set(notes.map(({ id }) => id)).size).toBe(1);
    expect(notes[0]?.payload?.mentions?.map(({ name }) => name)).toEqual(["Karim", "Léa"]);
    expect(await namedIn(shop.id)).toMatchObject([{ memberId: karim.memberId, messageId: notes[0]?.id }]);
    const told = (await jobsOf(shop.id)).filter((job) => job.payload.type === "member.mentioned");
    expect(told.map((job) => job.payload.payload)).toMatchObject([{ memberId: karim.memberId, conversationId }]);
  });

  it("brings its conversation into the view of whom it names, whatever its state", async () => {
    const { owner, karim, conversationId } = await thread();
    const named = async (member: typeof karim) =>
      (await listConversations(member, { view: "mentions" })).rows.map(({ id, mentions }) => [id, mentions]);
    await writeNote(owner, { conversationId, clientKey: newId(), body: "@Karim, peux-tu regarder ?" });
    await writeNote(owner, { conversationId, clientKey: newId(), body: "@Karim, encore" });
    await closeConversation(owner, { conversationId });
    expect(await named(karim)).toEqual([[conversationId, [karim.memberId]]]);
    expect(await named(owner)).toEqual([]);
  });

  it("counts an open conversation once for whom it names, until it closes or the note is erased", async () => {
    const { shop, owner, karim, conversationId } = await thread();
    const counted = async () => (await loadCounts(owner)).mentions[karim.memberId] ?? 0;
    const { version } = await loadCounts(owner);
    for (const body of ["@Karim, peux-tu regarder ?", "@Karim, encore"])
      await writeNote(owner, { conversationId, clientKey: newId(), body });
    expect(await counted()).toBe(1);
    expect((await loadCounts(owner)).version).toBeGreaterThan(version);
    await closeConversation(owner, { conversationId });
    expect(await counted()).toBe(0);
    await reopenConversation(owner, { conversationId });
    expect(await counted()).toBe(1);
    const [first] = await namedIn(shop.id);
    const only = (where: SQL) => inShop(shop.id, (tx) => tx.delete(mentions).where(where));
    await only(eq(mentions.id, first?.id ?? ""));
    expect(await counted()).toBe(1);
    await writeNote(owner, { conversationId, clientKey: newId(), body: "@Karim, enfin" });
    await only(eq(mentions.memberId, karim.memberId));
    expect(await counted()).toBe(0);
    const tom = await makeMember(owner, "agent", "Tom Petit");
    await closeConversation(owner, { conversationId });
    await writeNote(owner, { conversationId, clientKey: newId(), body: "@Tom, pour mémoire" });
    await reopenConversation(owner, { conversationId });
    expect((await loadCounts(owner)).mentions[tom.memberId]).toBe(1);
  });

  it("names nobody who has left the shop", async () => {
    const { shop, owner, karim, conversationId } = await thread();
    await dismissMember(owner, { memberId: karim.memberId });
    const note = await writeNote(owner, { conversationId, clientKey: newId(), body: "@Karim savait" });
    expect(note.payload).toBeNull();
    expect(await namedIn(shop.id)).toEqual([]);
  });

  it("stands between a question and its answer without making the answer unasked", async () => {
    const { owner, conversationId } = await thread();
    await writeNote(owner, { conversationId, clientKey: newId(), body: "Je demande au coursier" });
    const answer = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui, samedi." });
    expect(answer.delivery).toBe("queued");
  });
});
