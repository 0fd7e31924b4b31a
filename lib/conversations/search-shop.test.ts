import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { asOwner } from "#db/catalog-fixture";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { makeThread } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { closeConversation } from "./close-conversation";
import { receiveMessage } from "./receive-message";
import { closeTo, searchShop } from "./search-shop";
import { createTag } from "./tags/create-tag";
import { tagConversation } from "./tags/tag-conversation";
import { writeNote } from "./write-note";

let owner: TestMember;
let first: Awaited<ReturnType<typeof makeThread>>;
let second: Awaited<ReturnType<typeof makeThread>>;

beforeAll(async () => {
  const made = await makeShop("Léa Moreau");
  owner = made.owner;
  first = await makeThread(made.shop, "Bonjour ! Ma commande MP-1048 est pour ma sœur, avant 18 h ?");
  second = await makeThread(made.shop, "J’ai deux commandes en cours, la 1031 est livrée");
  await receiveMessage(first.visitor, { clientKey: newId(), body: "Could you deliver the flowers with no price tag?" });
  await writeNote(owner, { conversationId: first.conversationId, clientKey: newId(), body: "Carte ivoire pour 1048" });
  const { id: tagId } = await createTag(owner, { name: "Delivery" });
  await tagConversation(owner, { conversationId: first.conversationId, tagId });
  await closeConversation(owner, { conversationId: second.conversationId });
});

const find = async (q: string, actor = owner) => {
  const { messages } = await searchShop(actor, { q });
  return messages.conversations.flatMap(({ passages }) =>
    passages.map(({ pieces }) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("")),
  );
};

describe("searching a shop", () => {
  it.each([
    ["commande", 2],
    ["COMMANDES", 2],
    ["delivering flower", 1],
    ["livree", 1],
    ["soeur", 1],
    ["sœur", 1],
    ["1048", 2],
    ["MP-1048", 1],
    ["#1048", 2],
    ['"no price"', 1],
    ['"price no"', 0],
    ["commande -1031", 1],
    ["zxqv", 0],
    ["commande is:closed", 1],
    ["commande -is:closed", 1],
    ["tag:delivery", 3],
    ["étiquette:DÉLIV commande", 1],
    ["-tag:delivery commande", 1],
    ["commande is:snoozed", 0],
    ["is:unread", 3],
    ["has:note", 1],
    ["1048 has:note from:léa", 1],
    ["1048 from:lea", 1],
    ["1048 from:me", 1],
    ["1048 de:karim", 0],
    ["in:web 1048", 2],
    ["in:messenger 1048", 0],
    ["assigned:nobody commande", 2],
    ["after:2001-01-01 commande", 2],
    ["before:2001-01-01 commande", 0],
    ["order:1048", 0],
    ["la", 1],
    ["' & | ! ( ) :* <-> \\", 0],
  ])("%s finds %i messages", async (q, many) => {
    expect(await find(q)).toHaveLength(many);
  });

  it("shows the passage with what was searched, as it is written, in either language's forms", async () => {
    expect((await find("commandes sœurs"))[0]).toBe("Bonjour ! Ma [commande] MP-1048 est pour ma [sœur], avant 18 h ?");
    expect((await find("1048 ivoire"))[0]).toContain("Carte [ivoire] pour [1048]");
    expect((await find("delivers"))[0]).toContain("[deliver]");
    expect((await find("MP-1048"))[0]).toMatch(/\[MP-?\]?-?\[?1048\]/);
  });

  it("finds nothing of another shop", async () => {
    const other = await makeShop();
    expect(await find("commande", other.owner)).toEqual([]);
    expect(await searchShop(other.owner, { q: "Amélie 1048" })).toMatchObject({ people: [], orders: [] });
  });

  it("gives every message once over its pages, however many hold the word", async () => {
    const { shop, owner: actor } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop, "pivoine 0");
    const { shopId, channelId } = visitor;
    const many = Array.from({ length: 230 }, (_, n) => ({
      shopId,
      channelId,
      conversationId,
      seq: n + 2,
      body: `pivoine ${n}`,
    }));
    await inShop(shopId, (tx) =>
      tx
        .insert(messages)
        .values(many.map((message) => ({ ...message, author: "contact" as const, delivery: "received" as const }))),
    );
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = (await searchShop(actor, { q: "pivoines", ...(cursor ? { cursor } : {}) })).messages;
      seen.push(...page.conversations.flatMap(({ passages }) => passages.map(({ seq }) => seq)));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 231 }, (_, place) => place + 1));
  });

  it("by operators alone looks at once at the days it names, however much was written since", async () => {
    const { shop, owner: actor } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop, "pivoine");
    const { shopId, channelId } = visitor;
    const written = (from: number, n: number, createdAt: Date) =>
      Array.from({ length: n }, (_, i) => ({
        ...{ shopId, channelId, conversationId, seq: from + i, body: "a", createdAt },
        ...{ author: "contact" as const, delivery: "received" as const },
      }));
    await inShop(shopId, async (tx) => {
      await tx.insert(messages).values(written(2, 3, new Date("2020-05-04T12:00:00Z")));
      for (let from = 100; from < 2_500; from += 800)
        await tx.insert(messages).values(written(from, 800, new Date("2024-05-04T12:00:00Z")));
    });
    const old = (await searchShop(actor, { q: "de:visiteur est:ouverte avant:2020-05-05" })).messages;
    expect(old).toMatchObject({ found: 0, next: null });
    const { found, next } = (await searchShop(actor, { q: "is:open before:2020-05-05 in:web" })).messages;
    expect({ found, next }).toEqual({ found: 3, next: null });
    const young = (await searchShop(actor, { q: "is:open after:2025-01-01" })).messages;
    expect(young).toMatchObject({ found: 1, next: null });
  });

  it("offers close searches that find something, where this one finds nothing", async () => {
    expect(closeTo("1084 is:open")).toEqual(["0184 is:open", "1804 is:open", "1048 is:open", "1084", "is:open"]);
    const { nearest } = await searchShop(owner, { q: "commande 1084" });
    expect(nearest).toEqual(["commande 1048", "commande"]);
  });
});

describe("the plans of a search, under row-level security", () => {
  const MANY = 4_000;
  let plans: Record<"words" | "probe" | "people" | "orders" | "underPolicy", string>;

  /** The statements that a function runs, by the mark around each. */
  async function statementsOf(tx: postgres.TransactionSql, name: string): Promise<Map<string, string>> {
    const [row] = await tx<{ prosrc: string }[]>`select prosrc from pg_proc where proname = ${name}`;
    const found = (row?.prosrc ?? "").matchAll(/\$(\w+)\$([\s\S]*?)\$\1\$/g);
    return new Map([...found].map(([, mark = "", text = ""]) => [mark, text]));
  }
  const explain = async (tx: postgres.TransactionSql, text: string, types: string, values: string) => {
    await tx.unsafe(`prepare planned (${types}) as ${text}`);
    const rows = await tx.unsafe(`explain execute planned (${values})`);
    await tx`deallocate planned`;
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  /** Fills a shop with enough that a plan shows, reads the plans of what the functions run, and leaves nothing. */
  async function readPlans(tx: postgres.TransactionSql) {
    const { shopId, channelId, contactId } = first.visitor;
    await tx`select set_config('app.shop_id', ${shopId}, true), set_config('plan_cache_mode', 'force_custom_plan', true),
      set_config('enable_seqscan', 'off', true)`;
    await tx`insert into messages (id, shop_id, conversation_id, channel_id, seq, author, delivery, body)
      select gen_random_uuid(), ${shopId}, ${first.conversationId}, ${channelId}, 100 + n, 'contact', 'received',
        'bonjour mot' || n from generate_series(1, ${MANY}) n`;
    await tx`insert into contacts (id, shop_id, name)
      select gen_random_uuid(), ${shopId}, 'Personne nom' || n from generate_series(1, ${MANY}) n`;
    await tx`insert into orders (id, shop_id, source, external_id, number, customer_name, status, paid, currency, total,
        placed_at, source_updated_at, contact_id)
      select gen_random_uuid(), ${shopId}, 'test', n::text, 'MP-' || n, '', 'preparing', true, 'EUR', 1, now(), now(),
        ${contactId} from generate_series(1, ${MANY}) n`;
    for (const table of ["messages", "contacts", "orders"]) await tx`analyze ${tx(table)}`;
    await tx`select gin_clean_pending_list(index) from unnest('{messages_by_words,contacts_by_words}'::regclass[]) index`;
    const [messages, people, orders] = await Promise.all(
      ["search_messages", "search_contacts", "search_orders"].map((name) => statementsOf(tx, name)),
    );
    const last = `'${shopId}', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'`;
    const words = messages?.get("words") ?? "";
    const asked = [words, "uuid, timestamptz, uuid, tsquery, integer", `${last}, search_term('mot77'), 200`] as const;
    const words77 = await explain(tx, ...asked);
    await tx`set local enable_bitmapscan = off`; // which reads a small shop whole, and sorts
    const probe = await explain(tx, messages?.get("probe") ?? "", "uuid, timestamptz, uuid", last);
    await tx`select set_config('enable_bitmapscan', 'on', true), set_config('enable_indexscan', 'off', true)`;
    const found = {
      words: words77,
      probe,
      people: await explain(tx, people?.get("words") ?? "", "uuid, tsquery, integer", `'${shopId}', 'nom77', 6`),
      orders: await explain(tx, orders?.get("ending") ?? "", "uuid, text, integer", `'${shopId}', '7701%', 6`),
    };
    await tx`set local enable_indexscan = on`;
    await tx`drop policy search on messages`;
    return { ...found, underPolicy: await explain(tx, ...asked) };
  }
  beforeAll(async () => {
    const sql = asOwner();
    const undone = new Error("undone");
    await sql
      .begin(async (tx) => {
        plans = await readPlans(tx);
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    await sql.end();
  });

  it("a word is found by the index of shop and words", () => {
    expect(plans.words).toContain("messages_by_words");
    expect(plans.words).toMatch(/Index Cond: \(\(shop_id = .*\) AND \(search @@ /);
  });

  it("by a tenant's policy alone it would not be: what the functions are for", () => {
    expect(plans.underPolicy).not.toMatch(/Index Cond: .*search @@ /);
  });

  it("the newest are walked in order of time, with no sorting", () => {
    expect(plans.probe).toContain("messages_by_time");
    expect(plans.probe).not.toContain("Sort");
  });

  it("a person is found by the index of names, an order by the end of its number", () => {
    expect(plans.people).toContain("contacts_by_words");
    expect(plans.orders).toContain("orders_by_ending");
  });
});
