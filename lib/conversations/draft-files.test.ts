import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { members } from "#db/schema/shops";
import { drafts } from "#db/schema/writing";
import { makeThread } from "#lib/connect/visitor-fixture";
import { getFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import type { MemberActor } from "#lib/shops/actor";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { takeJobs } from "#lib/worker/jobs-fixture";
import { clearUpload } from "./clear-upload";
import { SaveDraft } from "./input";
import { loadDrafts } from "./load-drafts";
import { saveDraft } from "./save-draft";
import { sendMessage } from "./send-message";
import { uploadAttachment } from "./upload-attachment";

async function place() {
  const { shop, owner } = await makeShop();
  const { conversationId } = await makeThread(shop);
  const at = { conversationId, kind: "reply" as const };
  const reply = async () => (await loadDrafts(owner, { conversationId })).reply;
  return { shop, owner, conversationId, at, reply };
}

async function upload(actor: MemberActor, fileName: string) {
  const { attachment } = await uploadAttachment(actor, {
    fileName,
    declaredType: "text/plain",
    bytes: Buffer.from(fileName),
  });
  return attachment;
}

describe("the files of a draft", () => {
  it("are there on the next device, in their order, until they are taken out", async () => {
    const { owner, at, reply } = await place();
    const [one, two] = [await upload(owner, "a.txt"), await upload(owner, "b.txt")];
    const saved = await saveDraft(owner, { ...at, body: "Voici", attachmentIds: [two.id, one.id], version: 0 });
    expect(saved).toMatchObject({ saved: true, files: [two, one] });
    expect(await saveDraft(owner, { ...at, body: "Voici deux", version: 1 })).toMatchObject({ files: [two, one] });
    expect(await saveDraft(owner, { ...at, body: "late", attachmentIds: [], version: 1 })).toMatchObject({
      saved: false,
      files: [two, one],
    });
    await saveDraft(owner, { ...at, body: "Voici", attachmentIds: [one.id], version: 2 });
    expect((await reply()).files).toEqual([one]);
  });

  it("are her own unsent ones alone: a colleague's, another shop's, an absent and a sent one are left out", async () => {
    const { owner, conversationId, at, reply } = await place();
    const { owner: stranger } = await makeShop();
    const own = await upload(owner, "a.txt");
    const sent = await upload(owner, "b.txt");
    const foreign = [await upload(await makeMember(owner), "c.txt"), await upload(stranger, "d.txt"), { id: newId() }];
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui", attachmentIds: [sent.id] });
    const attachmentIds = [...foreign, sent, own, own].map(({ id }) => id);
    expect(await saveDraft(owner, { ...at, body: "x", attachmentIds, version: 0 })).toMatchObject({ files: [own] });
    const many = Array.from({ length: 11 }, newId);
    expect(SaveDraft.safeParse({ ...at, body: "", attachmentIds: many, version: 1 }).success).toBe(false);
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "", attachmentIds: [own.id] });
    expect(await reply()).toMatchObject({ body: "x", files: [] });
  });

  it("go with what was sent, and stay where others are still to go", async () => {
    const { owner, conversationId, at, reply } = await place();
    const [one, two] = [await upload(owner, "a.txt"), await upload(owner, "b.txt")];
    await saveDraft(owner, { ...at, body: "", attachmentIds: [one.id, two.id], version: 0 });
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "", attachmentIds: [one.id] });
    expect(await reply()).toMatchObject({ files: [two], version: 1 });
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "", attachmentIds: [two.id] });
    expect(await reply()).toMatchObject({ files: [], version: 2 });
  });

  it("outlive the week after which an upload is forgotten, and are forgotten once the draft lets them go", async () => {
    const { shop, owner, at, reply } = await place();
    const file = await upload(owner, "a.txt");
    const queued = async () => (await takeJobs(shop.id)).flatMap(({ payload }) => payload.attachmentId ?? []);
    await saveDraft(owner, { ...at, body: "", attachmentIds: [file.id], version: 0 });
    expect(await queued()).toEqual([file.id]);
    await clearUpload({ shopId: shop.id, attachmentId: file.id });
    expect((await reply()).files).toEqual([file]);
    expect(await queued()).toEqual([file.id]);
    await inShop(shop.id, (tx) => tx.delete(drafts).where(eq(drafts.shopId, shop.id)));
    await clearUpload({ shopId: shop.id, attachmentId: file.id });
    expect(await getFile(`${shop.id}/${file.id}`)).toBeNull();
    expect(await queued()).toEqual([]);
  });

  it("are forgotten after that week where whoever wrote the draft was removed", async () => {
    const { shop, owner, at } = await place();
    const agent = await makeMember(owner, "agent");
    const file = await upload(agent, "a.txt");
    await saveDraft(agent, { ...at, body: "", attachmentIds: [file.id], version: 0 });
    await inShop(shop.id, (tx) =>
      tx
        .update(members)
        .set({ removedAt: new Date() })
        .where(and(eq(members.shopId, shop.id), eq(members.id, agent.memberId))),
    );
    await clearUpload({ shopId: shop.id, attachmentId: file.id });
    expect(await getFile(`${shop.id}/${file.id}`)).toBeNull();
  });
});
