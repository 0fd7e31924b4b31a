import { describe, expect, it } from "vitest";
import { makeThread } from "#lib/connect/visitor-fixture";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { closeConversation, reopenConversation } from "../close-conversation";
import { listConversations } from "../list-conversations";
import { loadCounts } from "../load-counts";
import { changeTag } from "./change-tag";
import { createTag } from "./create-tag";
import { listTags } from "./list-tags";
import { mergeTags, removeTag } from "./remove-tag";
import { tagConversation, untagConversation } from "./tag-conversation";

async function scene() {
  const { shop, owner } = await makeShop();
  const { conversationId } = await makeThread(shop);
  const [delivery, wedding] = [
    await createTag(owner, { name: "delivery" }),
    await createTag(owner, { name: "wedding", hue: 60 }),
  ];
  const counts = async () => (await loadCounts(owner)).tags;
  return { shop, owner, conversationId, delivery, wedding, counts };
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
    const { owner, shop, conversationId, delivery, wedding, counts } = await scene();
    const both = await makeThread(shop);
    await tagConversation(owner, { conversationId, tagId: delivery.id });
    for (const tag of [delivery, wedding])
      await tagConversation(owner, { conversationId: both.conversationId, tagId: tag.id });
    await mergeTags(owner, { tagId: delivery.id, intoId: wedding.id });
    expect(await counts()).toEqual({ [wedding.id]: 2 });
    expect((await listConversations(owner, {})).rows.map(({ tags }) => tags)).toEqual([[wedding.id], [wedding.id]]);
    await removeTag(owner, { tagId: wedding.id });
    expect(await counts()).toEqual({});
    expect(await listTags(owner)).toEqual([]);
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
