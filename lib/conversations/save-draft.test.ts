import { describe, expect, it } from "vitest";
import { makeThread } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { SaveDraft } from "./input";
import { loadDrafts } from "./load-drafts";
import { DRAFT_MAX } from "./merge-draft";
import { saveDraft } from "./save-draft";
import { sendMessage } from "./send-message";
import { writeNote } from "./write-note";

async function place() {
  const { shop, owner } = await makeShop();
  const { conversationId } = await makeThread(shop);
  return { owner, agent: await makeMember(owner), conversationId, at: { conversationId, kind: "reply" as const } };
}

describe("a draft on the server", () => {
  it("is the member's own, reply and note apart, and is there on the next device", async () => {
    const { owner, agent, conversationId, at } = await place();
    const replyTo = newId();
    const none = { body: "", replyTo: null, offer: false, quickReplies: [], files: [], version: 0 };
    await saveDraft(owner, { ...at, body: "Bonjour Amé", replyTo, version: 0 });
    await saveDraft(owner, { ...at, kind: "note", body: "allergie ?", version: 0 });
    expect(await loadDrafts(owner, { conversationId })).toEqual({
      reply: { body: "Bonjour Amé", replyTo, offer: false, quickReplies: [], files: [], version: 1 },
      note: { body: "allergie ?", replyTo: null, offer: false, quickReplies: [], files: [], version: 1 },
      card: none,
    });
    expect(await loadDrafts(agent, { conversationId })).toEqual({ reply: none, note: none, card: none });
  });

  it("is replaced only by what was made from it; another device is shown what is kept", async () => {
    const { owner, at } = await place();
    expect(await saveDraft(owner, { ...at, body: "one", version: 0 })).toEqual({
      saved: true,
      body: "one",
      replyTo: null,
      offer: false,
      quickReplies: [],
      files: [],
      version: 1,
    });
    expect(await saveDraft(owner, { ...at, body: "two", version: 1 })).toMatchObject({ saved: true, version: 2 });
    expect(await saveDraft(owner, { ...at, body: "late", version: 1 })).toEqual({
      saved: false,
      body: "two",
      replyTo: null,
      offer: false,
      quickReplies: [],
      files: [],
      version: 2,
    });
    expect(await saveDraft(owner, { ...at, body: "new", version: 0 })).toMatchObject({ saved: false, body: "two" });
  });

  it("of several devices at once one is saved, and all learn which", async () => {
    const { owner, at } = await place();
    const answers = await Promise.all(
      ["a", "b", "c", "d"].map((body) => saveDraft(owner, { ...at, body, version: 0 })),
    );
    const [kept] = answers.filter(({ saved }) => saved);
    expect(answers.filter(({ saved }) => saved)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body))).toEqual(new Set([kept?.body]));
  });

  it("keeps the answers offered with it, half-written ones too, until it is sent or they are taken away", async () => {
    const { owner, conversationId, at } = await place();
    const reply = async () => (await loadDrafts(owner, { conversationId })).reply;
    await saveDraft(owner, { ...at, body: "Samedi ?", quickReplies: ["Oui", ""], version: 0 });
    await saveDraft(owner, { ...at, body: "Samedi ?", version: 1 });
    expect(await reply()).toMatchObject({ quickReplies: ["Oui", ""], version: 2 });
    await saveDraft(owner, { ...at, body: "Samedi ?", quickReplies: ["Oui", "Non"], version: 2 });
    await sendMessage(owner, {
      ...{ conversationId, clientKey: newId(), body: "Samedi ?" },
      quickReplies: [{ title: "Oui", payload: "Oui" }],
    });
    expect(await reply()).toMatchObject({ body: "", quickReplies: [] });
    const many = Array.from({ length: 14 }, (_, n) => `${n}`);
    for (const bad of [many, ["x".repeat(21)], ["\u0000"]])
      expect(SaveDraft.safeParse({ ...at, body: "", quickReplies: bad, version: 4 }).success).toBe(false);
  });

  it("stays an offer on the next device, until it is sent or its author says otherwise", async () => {
    const { owner, conversationId, at } = await place();
    const reply = async () => (await loadDrafts(owner, { conversationId })).reply;
    await saveDraft(owner, { ...at, body: "-20 %", offer: true, version: 0 });
    expect(await reply()).toMatchObject({ offer: true, version: 1 });
    await saveDraft(owner, { ...at, body: "-20 % today", version: 1 });
    expect(await reply()).toMatchObject({ body: "-20 % today", offer: true });
    await saveDraft(owner, { ...at, body: "-20 % today", offer: false, quickReplies: [], version: 2 });
    expect(await reply()).toMatchObject({ offer: false });
    await saveDraft(owner, { ...at, body: "Bonjour", offer: true, version: 3 });
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "Bonjour" });
    expect(await reply()).toMatchObject({ body: "", offer: false });
  });

  it("may be long, and emptied", async () => {
    const { owner, conversationId, at } = await place();
    await saveDraft(owner, { ...at, body: "é".repeat(DRAFT_MAX), version: 0 });
    await saveDraft(owner, { ...at, body: "", version: 1 });
    expect((await loadDrafts(owner, { conversationId })).reply).toEqual({
      body: "",
      replyTo: null,
      offer: false,
      quickReplies: [],
      files: [],
      version: 2,
    });
  });

  it("is emptied by the message that says it, and stays when more was typed meanwhile", async () => {
    const { owner, conversationId, at } = await place();
    await saveDraft(owner, { ...at, body: "Oui, samedi.", replyTo: newId(), version: 0 });
    await saveDraft(owner, { ...at, kind: "note", body: "à revoir, et plus", version: 0 });
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui, samedi." });
    await writeNote(owner, { conversationId, clientKey: newId(), body: "à revoir" });
    expect(await loadDrafts(owner, { conversationId })).toMatchObject({
      reply: { body: "", replyTo: null, offer: false, quickReplies: [], files: [], version: 2 },
      note: { body: "à revoir, et plus", replyTo: null, offer: false, quickReplies: [], files: [], version: 1 },
    });
  });
});
