import { and, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { makeThread } from "#lib/connect/visitor-fixture";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { saveTeam } from "#lib/shops/teams/save-team";
import type { View, Way } from "./conversation-order";
import { whereOf } from "./list-conversations";
import { partsOf } from "./list-parts";
import { selectRows } from "./view-conversation";
import type { Filter } from "./views/filter";
import { saveView } from "./views/save-view";

const MANY = 300;

const GROUPS: Filter = {
  all: [
    { field: "status", is: ["open"] },
    {
      any: [
        { field: "waiting", over: 10 },
        { field: "text", has: "lys" },
      ],
    },
  ],
};

let owner: TestMember;
let teamId: string;
let viewId: string;
beforeAll(async () => {
  const made = await makeShop();
  owner = made.owner;
  teamId = (await saveTeam(owner, { name: "a", memberIds: [], roundRobin: false, cap: 5, takesNew: false })).id;
  viewId = (await saveView(owner, { name: "a", order: "newest", shared: false, filter: GROUPS })).id;
  const { contactId, channelId } = (await makeThread(made.shop)).visitor;
  await inShop(made.shop.id, async (tx) => {
    await tx.execute(sql`insert into identities (id, shop_id, contact_id, channel_id, external_id)
      select gen_random_uuid(), ${made.shop.id}, ${contactId}, ${channelId}, 'many-' || n from generate_series(1, ${MANY}::int) n`);
    await tx.execute(sql`insert into conversations (id, shop_id, contact_id, identity_id, channel_id)
      select gen_random_uuid(), shop_id, contact_id, id, channel_id from identities where external_id like 'many-%'`);
  });
});

/** How the first page of one part of a list is found, and a later one, when there is any way without sorting. */
async function plansOf(view: View, order: Way, part: number): Promise<string[]> {
  const at = new Date();
  const id = owner.memberId;
  return inShop(owner.shopId, async (tx) => {
    await tx.execute(sql`set local enable_sort = off`);
    await tx.execute(sql`set local enable_seqscan = off`);
    const inPart = partsOf(order, at)[part];
    if (!inPart) throw new Error("no such part");
    const { where, by } = inPart;
    const exact = order === "value" ? "1" : at.toISOString().replace("Z", "000Z");
    const plans: string[] = [];
    for (const cursor of [undefined, by.cursor({ exact, id })]) {
      const inView = and(await whereOf(tx, owner, view, at), where, by.after(cursor));
      const query = selectRows(tx, inView, by.exact)
        .orderBy(...by.order)
        .limit(31);
      const lines = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query.getSQL()}`);
      plans.push([...lines].map((line) => line["QUERY PLAN"]).join("\n"));
    }
    return plans;
  });
}

const keptOf = (view: View | "team" | "groups"): View =>
  view === "team" ? `team:${teamId}` : view === "groups" ? `view:${viewId}` : view;

describe("under row-level security a page of a list is read in the order of an index, never sorted", () => {
  it.each<[View | "team" | "groups", Way, number, string]>([
    ["open", "newest", 0, "conversations_by_status"],
    ["snoozed", "waking", 0, "conversations_by_waking"],
    ["closed", "newest", 0, "conversations_by_status"],
    ["mine", "newest", 0, "conversations_by_assignee"],
    ["unassigned", "newest", 0, "conversations_by_(assignee|status)"],
    ["team", "newest", 0, "conversations_by_team"],
    ["groups", "newest", 0, "conversations_by_status"],
    ["groups", "waiting", 0, "conversations_by_waiting"],
    ["open", "waiting", 0, "conversations_by_waiting"],
    ["open", "ending", 0, "conversations_by_window"],
    ["open", "priority", 0, "conversations_by_priority"],
    ["open", "priority", 3, "conversations_by_priority"],
    ["open", "value", 0, "conversations_by_value"],
  ])("%s by %s, part %d", async (view, order, part, index) => {
    const [first = "", later = ""] = await plansOf(keptOf(view), order, part);
    for (const plan of [first, later]) {
      expect(plan).not.toContain("Sort");
      expect(plan).toMatch(new RegExp(`using ${index} `));
    }
    expect(later).toMatch(/Index Cond: .*ROW\(/);
  });
});
