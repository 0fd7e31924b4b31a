import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { answerCard, makeThread, makeVisitor } from "#lib/connect/visitor-fixture";
import { MINUTE } from "#lib/core/clock";
import { placeOrder } from "#lib/orders/order-fixture";
import { makeMember, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { saveTeam } from "#lib/shops/teams/save-team";
import { runJobs } from "#lib/worker/jobs-fixture";
import { assignConversation } from "../assign-conversation";
import { closeConversation } from "../close-conversation";
import { refreshFacts } from "../facts";
import { listConversations } from "../list-conversations";
import { setPriority } from "../set-priority";
import { snoozeConversation } from "../snooze/snooze-conversation";
import { createTag } from "../tags/create-tag";
import { tagConversation } from "../tags/tag-conversation";
import { type ConversationRow, selectRows, viewConversation } from "../view-conversation";
import { compileFilter } from "./compile";
import { countViews } from "./count-views";
import { type Condition, Filter, type Node } from "./filter";
import { listViews } from "./list-views";
import { matches } from "./matches";
import { removeView, saveView } from "./save-view";

const AT = new Date(Date.now() + MINUTE);

type Scene = { owner: TestMember; agent: TestMember; rows: ConversationRow[]; tagIds: string[]; teamIds: string[] };

/** A shop whose conversations differ in everything a filter can ask. */
async function scene(): Promise<Scene> {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const tagIds = [(await createTag(owner, { name: "a" })).id, (await createTag(owner, { name: "b" })).id];
  const [one, two, three, four, five] = [
    await makeThread(shop),
    await makeThread(shop),
    await makeThread(shop),
    await makeThread(shop),
    await makeThread(shop),
  ];
  await assignConversation(owner, { conversationId: one.conversationId, memberId: owner.memberId });
  await assignConversation(owner, { conversationId: two.conversationId, memberId: agent.memberId });
  const teamIds: string[] = [];
  for (const [name, one] of [
    ["x", two],
    ["y", five],
  ] as const) {
    const { id: teamId } = await saveTeam(owner, { name, memberIds: [], roundRobin: false, cap: 5, takesNew: false });
    const memberId = one === two ? agent.memberId : null;
    await assignConversation(owner, { conversationId: one.conversationId, memberId, teamId });
    teamIds.push(teamId);
  }
  await setPriority(owner, { conversationId: two.conversationId, priority: "urgent" });
  await snoozeConversation(owner, {
    conversationId: three.conversationId,
    until: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await closeConversation(owner, { conversationId: four.conversationId });
  for (const [i, tagId] of tagIds.entries())
    for (const thread of i === 0 ? [one, two] : [two, three])
      await tagConversation(owner, { conversationId: thread.conversationId, tagId });
  await answerCard(one.visitor, ["offers", "service"]);
  await placeOrder(two.visitor, {});
  const set = (id: string, what: Partial<typeof conversations.$inferInsert>) =>
    inShop(shop.id, (tx) => tx.update(conversations).set(what).where(eq(conversations.id, id)));
  await set(five.conversationId, { waitingSince: new Date(AT.getTime() - 20 * MINUTE) });
  await set(one.conversationId, { windowExpiresAt: new Date(AT.getTime() + 30 * MINUTE) });
  await set(two.conversationId, { windowExpiresAt: new Date(AT.getTime() - 30 * MINUTE) });
  await inShop(shop.id, (tx) =>
    tx.update(contacts).set({ locale: null }).where(eq(contacts.id, five.visitor.contactId)),
  );
  await inShop(shop.id, (tx) =>
    tx.update(contacts).set({ name: "Élodie Œuvrard 100%" }).where(eq(contacts.id, three.visitor.contactId)),
  );
  await refreshFacts(shop.id, { contactId: five.visitor.contactId });
  await runJobs(shop.id);
  const found = await inShop(shop.id, (tx) => selectRows(tx, eq(conversations.shopId, shop.id)));
  return { owner, agent, rows: found.map(viewConversation), tagIds, teamIds };
}

describe("a filter", () => {
  let the: Scene;
  beforeAll(async () => {
    the = await scene();
  });

  it("knows what each contact bought, allows and speaks", () => {
    const facts = the.rows.map((row) => row.facts);
    expect(facts.filter(({ allows }) => allows.includes("offers"))).toHaveLength(1);
    expect(facts.filter(({ order, value }) => order === "preparing" && value > 0)).toHaveLength(1);
    expect(new Set(facts.map(({ language }) => language))).toEqual(new Set(["fr", null]));
  });

  it("means in SQL what it means for a row on a screen", async () => {
    const some = <const T extends string>(...from: T[]) =>
      fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 3 });
    const not = fc.boolean();
    const { agent, tagIds, teamIds } = the;
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({ field: fc.constant("status" as const), is: some("open", "snoozed", "closed", "spam"), not }),
      fc.record({ field: fc.constant("assignee" as const), is: some("me", "nobody", agent.memberId), not }),
      fc.record({ field: fc.constant("team" as const), is: some("none", ...teamIds), not }),
      fc.record({ field: fc.constant("tag" as const), is: some(...tagIds), not }),
      fc.record({ field: fc.constant("channel" as const), is: some("web_chat", "messenger"), not }),
      fc.record({ field: fc.constant("priority" as const), is: some("urgent", "normal", "low"), not }),
      fc.record({ field: fc.constant("language" as const), is: some("fr", "en"), not }),
      fc.record({ field: fc.constant("permission" as const), is: some("offers", "service"), not }),
      fc.record({ field: fc.constant("order" as const), is: some("preparing", "problem", "none"), not }),
      fc.record({ field: fc.constant("waiting" as const), over: fc.constantFrom(1, 10, 30), not }),
      fc.record({ field: fc.constant("window" as const), under: fc.constantFrom(10, 60), not }),
      fc.record({ field: fc.constant("value" as const), over: fc.constantFrom(0, 1, 1_000_000), not }),
      fc.record({ field: fc.constant("unread" as const), not }),
      fc.record({
        field: fc.constant("text" as const),
        has: fc.constantFrom("élodie", "ELO", "100%", "bonjour", "_"),
        not,
      }),
    );
    const { filter } = fc.letrec<{ filter: Node }>((tie) => ({
      filter: fc.oneof(
        { depthSize: "small" },
        condition,
        fc.record({ all: fc.array(tie("filter"), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie("filter"), { minLength: 1, maxLength: 3 }) }),
      ),
    }));
    const by = { memberId: the.owner.memberId };
    await fc.assert(
      fc.asyncProperty(fc.array(filter, { minLength: 20, maxLength: 20 }), async (filters) => {
        await inShop(the.owner.shopId, async (tx) => {
          for (const one of filters) {
            const where = and(eq(conversations.shopId, the.owner.shopId), compileFilter(one, { ...by, at: AT }));
            const found = await tx.select({ id: conversations.id }).from(conversations).where(where);
            const held = the.rows.filter((row) => matches(one, row, { ...by, at: AT.toISOString() }));
            expect(found.map(({ id }) => id).sort()).toEqual(held.map(({ id }) => id).sort());
          }
        });
      }),
      { numRuns: 5 },
    );
  });

  it.each([
    [{ all: [] }],
    [{ field: "unread" }],
    [{ all: [{ field: "colour", is: ["red"] }] }],
    [{ all: [{ field: "status", is: ["open"], sql: "1=1" }] }],
    [{ all: [{ field: "waiting", over: -1 }] }],
    [{ all: [{ field: "language", is: ["fr\0"] }] }],
    [{ all: [{ all: [{ all: [{ all: [{ field: "unread" }] }] }] }] }],
    [{ any: Array.from({ length: 31 }, () => ({ field: "unread" })) }],
    [{ all: [{ field: "unread" }], any: [{ field: "unread" }] }],
  ])("refuses %j", (filter) => {
    expect(Filter.safeParse(filter).success).toBe(false);
  });
});

const UNREAD = { all: [{ field: "unread" as const }] };
const kept = (shared: boolean) => ({ name: "Non lues", filter: UNREAD, order: "newest" as const, shared });

describe("a saved view", () => {
  it("is its maker's alone, or the shop's; and is changed by its maker, an owner or an admin", async () => {
    const { owner } = await makeShop();
    const [karim, tom] = [await makeMember(owner), await makeMember(owner)];
    const [own, shared] = [await saveView(karim, kept(false)), await saveView(karim, kept(true))];
    expect((await listViews(tom)).map(({ id, yours }) => [id, yours])).toEqual([[shared.id, false]]);
    expect((await listViews(owner)).map(({ id, yours }) => [id, yours])).toEqual([[shared.id, true]]);
    const open = listConversations(tom, { view: `view:${own.id}` });
    await expect(open).rejects.toMatchObject({ code: "not_found" });
    await expect(saveView(tom, { viewId: own.id, ...kept(true) })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeView(tom, { viewId: shared.id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await saveView(owner, { viewId: shared.id, ...kept(false) })).toMatchObject({ shared: false, yours: true });
    expect(await listViews(tom)).toEqual([]);
    await removeView(karim, { viewId: own.id });
    expect(await listViews(karim)).toEqual([]);
  });

  it("holds what its filter asks, page by page in every order, and so does a tag's", async () => {
    const { shop, owner } = await makeShop();
    const { id: tagId } = await createTag(owner, { name: "a" });
    const ids: string[] = [];
    for (let i = 0; i < 4; i += 1) ids.push((await makeThread(shop)).conversationId);
    await makeVisitor(shop);
    await closeConversation(owner, { conversationId: ids[0] ?? "" });
    for (const conversationId of ids.slice(0, 3)) await tagConversation(owner, { conversationId, tagId });
    const { id } = await saveView(owner, kept(false));
    for (const order of ["newest", "waiting", "ending", "priority", "value"] as const) {
      const seen: string[] = [];
      for (let cursor: string | undefined = ""; cursor !== undefined; ) {
        const page = await listConversations(owner, {
          view: `view:${id}`,
          order,
          limit: 2,
          ...(cursor ? { cursor } : {}),
        });
        seen.push(...page.rows.map((row) => row.id));
        cursor = page.next ?? undefined;
      }
      expect(seen.sort()).toEqual(ids.slice(1).sort());
    }
    const tagged = await listConversations(owner, { view: `tag:${tagId}` });
    expect(tagged.rows.map((row) => row.id).sort()).toEqual(ids.slice(1, 3).sort());
  });

  it("is counted for each member as it stands to her, up to a hundred", async () => {
    const { shop, owner } = await makeShop();
    const karim = await makeMember(owner);
    const { conversationId } = await makeThread(shop);
    await assignConversation(owner, { conversationId, memberId: karim.memberId });
    await makeThread(shop);
    const mine = { all: [{ field: "assignee" as const, is: ["me" as const] }] };
    const hers = await saveView(owner, { ...kept(true), filter: mine });
    const own = await saveView(owner, kept(false));
    expect(await countViews(owner)).toEqual({ counts: { [hers.id]: 0, [own.id]: 2 } });
    expect(await countViews(karim)).toEqual({ counts: { [hers.id]: 1 } });
    await inShop(shop.id, async (tx) => {
      const { contactId, channelId } = (await makeThread(shop)).visitor;
      await tx.execute(sql`with many as (insert into identities (id, shop_id, contact_id, channel_id, external_id)
          select gen_random_uuid(), ${shop.id}, ${contactId}, ${channelId}, 'many-' || n from generate_series(1, 200) n returning *)
        insert into conversations (id, shop_id, contact_id, identity_id, channel_id, unread)
        select gen_random_uuid(), shop_id, contact_id, id, channel_id, 1 from many`);
    });
    expect((await countViews(owner)).counts[own.id]).toBe(100);
  });
});
