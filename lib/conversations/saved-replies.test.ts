import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { savedReplies } from "#db/schema/writing";
import { makeThread } from "#lib/connect/visitor-fixture";
import { getFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { takeJobs } from "#lib/worker/jobs-fixture";
import { changeSavedReply } from "./change-saved-reply";
import { clearUpload } from "./clear-upload";
import { createSavedReply } from "./create-saved-reply";
import { deleteSavedReply } from "./delete-saved-reply";
import { listSavedReplies, SAVED_REPLIES_MAX } from "./list-saved-replies";
import { takeSavedReply } from "./take-saved-reply";
import { uploadAttachment } from "./upload-attachment";
import { writeNote } from "./write-note";

const hours = { title: "Delivery hours", body: "From 9 am to 7 pm.", shared: true, attachmentIds: [] };
const titles = async (actor: Parameters<typeof listSavedReplies>[0]) =>
  (await listSavedReplies(actor)).replies.map(({ title }) => title);

async function team() {
  const { shop, owner } = await makeShop();
  return { shop, owner, agent: await makeMember(owner) };
}

describe("saved replies", () => {
  it("of the shop are everybody's, one's own are nobody else's", async () => {
    const { owner, agent } = await team();
    await createSavedReply(owner, hours);
    const own = await createSavedReply(agent, { ...hours, title: "Mine", shared: false });
    expect(await titles(agent)).toEqual(["Delivery hours", "Mine"]);
    expect(await titles(owner)).toEqual(["Delivery hours"]);
    await expect(takeSavedReply(owner, { savedReplyId: own.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteSavedReply(owner, { savedReplyId: own.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("of the shop are made, changed, shared and deleted by an admin only", async () => {
    const { owner, agent } = await team();
    const { id: savedReplyId } = await createSavedReply(owner, hours);
    const own = await createSavedReply(agent, { ...hours, shared: false });
    const forbidden = { code: "forbidden" };
    await expect(createSavedReply(agent, hours)).rejects.toMatchObject(forbidden);
    await expect(deleteSavedReply(agent, { savedReplyId })).rejects.toMatchObject(forbidden);
    for (const [id, shared] of [
      [savedReplyId, false],
      [own.id, true],
    ] as const)
      await expect(changeSavedReply(agent, { ...hours, savedReplyId: id, version: 1, shared })).rejects.toMatchObject(
        forbidden,
      );
  });

  it("changed twice from one version: the second is refused and nothing of the first is lost", async () => {
    const { owner } = await team();
    const { id: savedReplyId } = await createSavedReply(owner, hours);
    await changeSavedReply(owner, { ...hours, savedReplyId, version: 1, body: "From 8 am." });
    const late = changeSavedReply(owner, { ...hours, savedReplyId, version: 1, body: "From 10 am." });
    await expect(late).rejects.toMatchObject({ code: "refused", key: "saved_reply_changed" });
    expect((await listSavedReplies(owner)).replies).toMatchObject([{ body: "From 8 am.", version: 2 }]);
  });

  it("counts each use and stands where it is used most", async () => {
    const { owner, agent } = await team();
    await createSavedReply(owner, { ...hours, title: "A" });
    const { id: savedReplyId } = await createSavedReply(owner, { ...hours, title: "B" });
    await Promise.all(Array.from({ length: 5 }, () => takeSavedReply(agent, { savedReplyId })));
    expect((await listSavedReplies(owner)).replies).toMatchObject([{ title: "B", uses: 5 }, { title: "A" }]);
  });

  it("gives a copy of its files, which stays with the message when the reply is gone", async () => {
    const { shop, owner, agent } = await team();
    const { conversationId } = await makeThread(shop);
    const bytes = Buffer.from("Our price list");
    const { attachment } = await uploadAttachment(owner, { fileName: "prices.txt", declaredType: "text/plain", bytes });
    const { id: savedReplyId } = await createSavedReply(owner, { ...hours, attachmentIds: [attachment.id] });
    const { files } = await takeSavedReply(agent, { savedReplyId });
    expect(files).toMatchObject([{ fileName: "prices.txt", bytes: bytes.length }]);
    expect(files[0]?.id).not.toBe(attachment.id);
    const attachmentIds = files.map(({ id }) => id);
    const note = await writeNote(agent, { conversationId, clientKey: newId(), body: "", attachmentIds });
    await deleteSavedReply(owner, { savedReplyId });
    expect(note.attachments).toMatchObject([{ fileName: "prices.txt" }]);
    expect(await getFile(`${shop.id}/${files[0]?.id}`)).toEqual(bytes);
  });

  it("forgets the files of one that is gone, and those it no longer has, after a while", async () => {
    const { shop, owner } = await team();
    const upload = async (fileName: string) =>
      (await uploadAttachment(owner, { fileName, declaredType: "text/plain", bytes: Buffer.from(fileName) })).attachment
        .id;
    const [first, second] = [await upload("a.txt"), await upload("b.txt")];
    const { id: savedReplyId } = await createSavedReply(owner, { ...hours, attachmentIds: [first, second] });
    const queued = async () => (await takeJobs(shop.id)).flatMap(({ payload }) => payload.attachmentId ?? []);
    await queued();
    await changeSavedReply(owner, { ...hours, savedReplyId, version: 1, attachmentIds: [second] });
    expect(await queued()).toEqual([first]);
    await deleteSavedReply(owner, { savedReplyId });
    expect(await queued()).toEqual([second]);
    await clearUpload({ shopId: shop.id, attachmentId: second });
    expect(await getFile(`${shop.id}/${second}`)).toBeNull();
  });

  it("are refused beyond the number that a browser holds", async () => {
    const { shop, owner } = await team();
    const many = Array.from({ length: SAVED_REPLIES_MAX }, (_, n) => ({ shopId: shop.id, title: `${n}`, body: "x" }));
    await inShop(shop.id, (tx) => tx.insert(savedReplies).values(many));
    await expect(createSavedReply(owner, hours)).rejects.toMatchObject({ key: "too_many_saved_replies" });
  });

  it("takes no file that somebody else uploaded, nor one that was sent", async () => {
    const { owner, agent } = await team();
    const bytes = Buffer.from("x");
    const { attachment } = await uploadAttachment(agent, { fileName: "x.txt", declaredType: "text/plain", bytes });
    const made = createSavedReply(owner, { ...hours, attachmentIds: [attachment.id] });
    await expect(made).rejects.toMatchObject({ key: "attachment_unknown" });
    expect(await titles(owner)).toEqual([]);
  });
});
