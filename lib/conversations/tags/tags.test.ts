import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { conversationTags } from "#db/schema/triage";
import { makeThread } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { found } from "../append-message";
import { closeConversation, reopenConversation } from "../close-conversation";
import { listConversations } from "../list-conversations";
import { loadCounts } from "../load-counts";
import { changeTag } from "./change-tag";
import { createTag } from "./create-tag";
import { BATCH } from "./dissolve-tag";
import { listTags } from "./list-tags";
import { mergeTags, removeTag } from "./remove-tag";
import * as tagging from "./tag-conversation";
import { tagConversation, untagConversation } from "./tag-conversation";

async function scene() {
  const { shop, owner } = await makeShop();
  const { conversationId } = await makeThread(shop);
  const [delivery, wedding] = [
    await createTag(owner, { name: "delivery" }),
    await createTag(owner, { name: "wedding", hue: 60 }),
  ];
  const counts = async () => (await loadCounts(owner)).tags;
  async function dissolve() {
    for (const { task, payload } of await takeJobs(shop.id)) if (task === "dissolveTag") await runJob(task, payload);
  }
  return { shop, owner, conversationId, delivery, wedding, counts, dissolve };
}

describe("a tag", () => {
  it("is made once however its name is written, and gets a hue of its own", async () => {
    const { owner, delivery } = await scene();
    expect(await createTag(owner, { name: "Delivery" })).toEqual(delivery);
    expect((await listTags(owner)).map(({ name, hue }) => [name, hue])).toEqual([
      ["delivery", 100],
      ["wedding", 60],
    ]);
  });

  it("is counted on what is open, through every change, by eight at once too", async () => {
    const { owner, shop, conversationId, delivery, wedding, counts } = await scene();
    const { version } = await tagConversation(owner, { conversationId, tagId: delivery.id });
    const again = await tagConversation(owner, { conversationId, tagId: delivery.id });
    expect(again).toMatchObject({ version, tags: [delivery.id] });
    expect(await counts()).toEqual({ [delivery.id]: 1 });
    await closeConversation(owner, { conversationId });
    await tagConversation(owner, { conversationId, tagId: wedding.id });
    expect(await counts()).toEqual({ [delivery.id]: 0, [wedding.id]: 0 });
    await reopenConversation(owner, { conversationId });
    expect(await counts()).toEqual({ [delivery.id]: 1, [wedding.id]: 1 });
    expect((await untagConversation(owner, { conversationId, tagId: delivery.id })).tags).toEqual([wedding.id]);
    expect(await counts()).toEqual({ [delivery.id]: 0, [wedding.id]: 1 });
    const others = await Promise.all([1, 2, 3, 4].map(() => makeThread(shop)));
    await Promise.all(
      others.flatMap((one) =>
        [delivery, wedding].map((tag) => tagConversation(owner, { conversationId: one.conversationId, tagId: tag.id })),
      ),
    );
    expect(await counts()).toEqual({ [delivery.id]: 4, [wedding.id]: 5 });
  });

  it("takes another name, but not another tag's", async () => {
    const { owner, delivery } = await scene();
    expect(await changeTag(owner, { tagId: delivery.id, name: "Livraison", hue: 20 })).toMatchObject({ hue: 20 });
    const taken = changeTag(owner, { tagId: delivery.id, name: "WEDDING", hue: 20 });
    await expect(taken).rejects.toMatchObject({ key: "tag_name_taken" });
  });

  it("merged into another is gone, and what had it has the other once", async () => {
    const { owner, shop, conversationId, delivery, wedding, counts, dissolve } = await scene();
    const both = await makeThread(shop);
    await tagConversation(owner, { conversationId, tagId: delivery.id });
    for (const tag of [delivery, wedding])
      await tagConversation(owner, { conversationId: both.conversationId, tagId: tag.id });
    await mergeTags(owner, { tagId: delivery.id, intoId: wedding.id });
    await dissolve();
    expect(await counts()).toEqual({ [wedding.id]: 2 });
    expect((await listConversations(owner, {})).rows.map(({ tags }) => tags)).toEqual([[wedding.id], [wedding.id]]);
    await removeTag(owner, { tagId: wedding.id });
    await dissolve();
    expect(await counts()).toEqual({});
    expect(await listTags(owner)).toEqual([]);
  });

  it("that leaves is put on nothing more, and only its end removes it", async () => {
    const { owner, conversationId, delivery, wedding } = await scene();
    await tagConversation(owner, { conversationId, tagId: delivery.id });
    await mergeTags(owner, { tagId: delivery.id, intoId: wedding.id });
    const leaving = { intoId: wedding.id };
    expect(await listTags(owner)).toMatchObject([{ id: delivery.id, leaving }, { leaving: null }]);
    const refusals = [
      () => tagConversation(owner, { conversationId, tagId: delivery.id }),
      () => removeTag(owner, { tagId: wedding.id }),
      () => removeTag(owner, { tagId: delivery.id }),
      () => changeTag(owner, { tagId: delivery.id, name: "Livraison", hue: 20 }),
      () => createTag(owner, { name: "Delivery" }),
    ];
    for (const refusal of refusals) await expect(refusal()).rejects.toMatchObject({ key: "tag_under_way" });
    await untagConversation(owner, { conversationId, tagId: delivery.id });
    expect((await listTags(owner)).map(({ id }) => id)).toEqual([delivery.id, wedding.id]);
  });

  it("goes on leaving where a killed worker stopped, and what that one did stands", async () => {
    const { owner, shop, conversationId, delivery, wedding } = await scene();
    const having = (tagId: string) =>
      inShop(shop.id, (tx) => tx.$count(conversationTags, eq(conversationTags.tagId, tagId)));
    await inShop(shop.id, async (tx) => {
      const [one] = await tx.select().from(conversations).where(eq(conversations.id, conversationId));
      const more = Array.from({ length: BATCH + 2 }, () => ({ ...found(one), id: newId(), status: "closed" as const }));
      await tx.insert(conversations).values(more);
      const put = more.map(({ id }) => ({ shopId: shop.id, conversationId: id, tagId: delivery.id }));
      await tx.insert(conversationTags).values(put);
    });
    await mergeTags(owner, { tagId: delivery.id, intoId: wedding.id });
    const [job] = (await takeJobs(shop.id)).filter(({ task }) => task === "dissolveTag");
    const original = tagging.takeTag;
    const taking = vi.spyOn(tagging, "takeTag");
    onTestFinished(() => taking.mockRestore());
    let taken = 0;
    taking.mockImplementation(async (...one) => {
      if (++taken > BATCH + 1) throw new Error("killed");
      return original(...one);
    });
    await expect(runJob("dissolveTag", job?.payload)).rejects.toThrow("killed");
    expect([await having(delivery.id), await having(wedding.id)]).toEqual([2, BATCH]);
    taking.mockRestore();
    await runJob("dissolveTag", job?.payload);
    await runJob("dissolveTag", job?.payload);
    expect([await having(delivery.id), await having(wedding.id)]).toEqual([0, BATCH + 2]);
    expect((await listTags(owner)).map(({ id }) => id)).toEqual([wedding.id]);
  });

  it("is renamed and removed by an owner or admin only", async () => {
    const { owner, delivery, wedding } = await scene();
    const agent = await makeMember(owner);
    const renamed = changeTag(agent, { tagId: delivery.id, name: "Livraison", hue: 20 });
    await expect(renamed).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeTag(agent, { tagId: delivery.id })).rejects.toMatchObject({ code: "forbidden" });
    const merging = mergeTags(agent, { tagId: delivery.id, intoId: wedding.id });
    await expect(merging).rejects.toMatchObject({ code: "forbidden" });
  });
});
