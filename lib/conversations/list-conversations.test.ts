import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { makeThread } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { assignConversation } from "./assign-conversation";
import { closeConversation } from "./close-conversation";
import type { Order, View } from "./conversation-order";
import { deliverMessage } from "./deliver-message";
import { listChangedConversations } from "./list-changed-conversations";
import { listConversations } from "./list-conversations";
import { sendMessage } from "./send-message";

async function threads(n: number) {
  const { shop, owner } = await makeShop();
  const ids: string[] = [];
  for (let i = 0; i < n; i++) ids.push((await makeThread(shop)).conversationId);
  return { shop, owner, ids };
}

async function pagesOf(actor: TestMember, view: View, limit: number, order: Order = "newest"): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const { rows, next } = await listConversations(actor, { view, order, limit, ...(cursor ? { cursor } : {}) });
    expect(rows.length).toBeLessThanOrEqual(limit);
    ids.push(...rows.map((row) => row.id));
    cursor = next ?? undefined;
  } while (cursor);
  return ids;
}

describe("a view of the inbox, page by page", () => {
  it("holds everything once, also when every instant is the same", async () => {
    const { shop, owner, ids } = await threads(7);
    const newestFirst = [...ids].reverse();
    expect(await pagesOf(owner, "open", 2)).toEqual(newestFirst);
    await inShop(shop.id, (tx) =>
      tx.execute(sql`update conversations set last_message_at = '2026-01-01 00:00:00.123456Z'`),
    );
    for (const limit of [1, 3, 7, 8]) expect((await pagesOf(owner, "open", limit)).sort()).toEqual([...ids].sort());
  });

  it("tells microseconds apart", async () => {
    const { shop, owner, ids } = await threads(3);
    for (const [i, id] of ids.entries())
      await inShop(shop.id, (tx) =>
        tx.execute(
          sql`update conversations set last_message_at = ${`2026-01-01 00:00:00.00000${3 - i}Z`} where id = ${id}`,
        ),
      );
    expect(await pagesOf(owner, "open", 1)).toEqual(ids);
  });

  it("holds what belongs to the view and nothing else", async () => {
    const { owner, ids } = await threads(4);
    const agent = await makeMember(owner);
    const [mine = "", theirs = "", closed = "", free = ""] = ids;
    await assignConversation(owner, { conversationId: mine, memberId: owner.memberId });
    await assignConversation(owner, { conversationId: theirs, memberId: agent.memberId });
    await closeConversation(owner, { conversationId: closed });
    expect(await pagesOf(owner, "mine", 10)).toEqual([mine]);
    expect(await pagesOf(agent, "mine", 10)).toEqual([theirs]);
    expect(await pagesOf(owner, "unassigned", 10)).toEqual([free]);
    expect(await pagesOf(owner, "closed", 10)).toEqual([closed]);
    expect((await pagesOf(owner, "open", 10)).sort()).toEqual([mine, theirs, free].sort());
  });

  it("by time left: running windows by their end, then the rest by its last message, in pages of any size", async () => {
    const { shop, owner, ids } = await threads(6);
    const minutes = [null, 300, -5, 30, 119, 30];
    for (const [i, left] of minutes.entries())
      if (left !== null)
        await inShop(shop.id, (tx) =>
          tx.execute(
            sql`update conversations set window_expires_at = date_trunc('minute', now()) + ${`${left} minutes 30 seconds`}::interval where id = ${ids[i]}`,
          ),
        );
    const [never, late, past, soon = "", next, twin = ""] = ids;
    const byTime = [...[soon, twin].sort(), next, late, past, never];
    for (const limit of [1, 2, 3, 4, 6, 7]) expect(await pagesOf(owner, "open", limit, "ending")).toEqual(byTime);
    for (const limit of [1, 3, 5]) expect(await pagesOf(owner, "ending_soon", limit)).toEqual(byTime.slice(0, 3));
    expect(await pagesOf(owner, "closed", 3, "ending")).toEqual([]);
    const rest = listConversations(owner, { order: "ending", cursor: "1.garbage" });
    await expect(rest).rejects.toMatchObject({ code: "invalid" });
  });

  it.each(["garbage", "", "W10", Buffer.from('["9999-99-99T00:00:00.000000Z","x"]').toString("base64url")])(
    "INJ-04: refuses the cursor %j",
    async (cursor) => {
      const { owner } = await makeShop();
      const outcome = listConversations(owner, { cursor });
      if (cursor) await expect(outcome).rejects.toMatchObject({ code: "invalid" });
      else await expect(outcome).resolves.toMatchObject({ rows: [] });
    },
  );

  it("INJ-04: refuses a cursor in a year the database has not", async () => {
    const { owner } = await makeShop();
    const cursor = Buffer.from(JSON.stringify(["0000-01-01T00:00:00.000000Z", newId()])).toString("base64url");
    await expect(listConversations(owner, { cursor })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("what changed in the shop since", () => {
  it("holds what changed since then, once, with the counts, and where to go on", async () => {
    const { owner, ids } = await threads(3);
    const first = await listChangedConversations(owner, { since: "2026-01-01T00:00:00Z" });
    expect(first.rows.map((row) => row.id).sort()).toEqual([...ids].sort());
    expect(first).toMatchObject({ complete: true, counts: { open: 3, unassigned: 3, closed: 0 } });
    expect(new Date(first.now).getTime()).toBeLessThan(Date.now());
    const mark = first.rows.at(-1)?.updatedAt ?? "";
    await closeConversation(owner, { conversationId: ids[0] ?? "" });
    const later = await listChangedConversations(owner, {
      since: new Date(new Date(mark).getTime() + 1).toISOString(),
    });
    expect(later.rows.map((row) => [row.id, row.status])).toEqual([[ids[0], "closed"]]);
    expect(later.counts).toMatchObject({ open: 2, closed: 1 });
  });

  it("says so when too much changed to tell", async () => {
    const { shop, owner } = await makeShop();
    const { visitor } = await makeThread(shop);
    const { contactId, channelId } = visitor;
    await inShop(shop.id, async (tx) => {
      await tx.execute(sql`insert into identities (id, shop_id, contact_id, channel_id, external_id)
        select gen_random_uuid(), ${shop.id}, ${contactId}, ${channelId}, 'many-' || n from generate_series(1, 200) n`);
      await tx.execute(sql`insert into conversations (id, shop_id, contact_id, identity_id, channel_id)
        select gen_random_uuid(), shop_id, contact_id, id, channel_id from identities where external_id like 'many-%'`);
    });
    const { rows, complete } = await listChangedConversations(owner, { since: "2026-01-01T00:00:00Z" });
    expect([rows.length, complete]).toEqual([200, false]);
  });

  it("holds a conversation whose last message was delivered meanwhile", async () => {
    const { shop, owner, ids } = await threads(1);
    const conversationId = ids[0] ?? "";
    const message = await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui" });
    const [queued] = (await listConversations(owner, {})).rows;
    expect(queued?.lastMessage?.delivery).toBe("queued");
    await deliverMessage(shop.id, { conversationId, messageId: message.id });
    const since = new Date(new Date(queued?.updatedAt ?? "").getTime() + 1).toISOString();
    const { rows } = await listChangedConversations(owner, { since });
    expect(rows.map((row) => row.lastMessage?.delivery)).toEqual(["sent"]);
    expect(rows[0]?.version).toBeGreaterThan(queued?.version ?? 0);
  });
});
