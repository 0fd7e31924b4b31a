import type postgres from "postgres";

/** A shop to fill, what its conversations belong to, and how many messages each has. */
export type Filled = { shopId: string; channelId: string; memberId: string; each: number };

/** Conversations of one transaction, and messages. */
const STEP = 2_000;
const MOST = 20_000;
/** How the platform's id of each shopper who was added begins. */
export const MARK = "bench-";
/** Words that were measured for: one in 15 % of the messages, one in 0.23 %. Source: performance.md §5. */
export const POPULAR = "livraison";
export const RARE = "hortensia";
const WORDS =
  `bonjour merci commande bouquet pivoines roses adresse demain matin carte vase couronne mariage anniversaire couleur
  blanc rouge taille prix facture remboursement colis retard paris boutique samedi livreur étage code porte photo
  fraîches tulipes deuil cadeau message reçu parfait possible question hello thanks order tomorrow delivered gift
  pretty flowers address morning saturday invoice refund late parcel white red size price wedding birthday please
  could would really lovely friend mother sister office street floor ring bell leave neighbour receipt perfect`.split(
    /\s+/,
  );

/**
 * Adds conversations `from` to `to` with their contacts and messages, as the owner, in time order, ids as UUIDv7: one in
 * ten is open, of those one in three the member's and one in four waits; two in a hundred are snoozed.
 */
export async function fill(sql: postgres.Sql, shop: Filled, from: number, to: number): Promise<void> {
  const step = Math.max(1, Math.min(STEP, Math.floor(MOST / shop.each)));
  for (let first = from; first < to; first += step) {
    const last = Math.min(first + step, to) - 1;
    await sql.begin(async (tx) => {
      await tx`select set_config('app.shop_id', ${shop.shopId}, true), setseed(${(first % 1_000) / 1_000})`;
      await addPeople(tx, shop, first, last);
      await addConversations(tx, shop, first, last);
      await addMessages(tx, shop, first, last);
    });
  }
}

const instant = (tx: postgres.TransactionSql, n: postgres.Fragment) =>
  tx`timestamptz '2026-01-01 00:00:00+00' + ${n} * interval '20 seconds'`;

/** A UUIDv7 that only `shop`, `what` and `n` decide. */
function idOf(
  tx: postgres.TransactionSql,
  { shopId }: Filled,
  what: string,
  n: postgres.Fragment,
  at: postgres.Fragment,
) {
  const digest = tx`md5(${shopId} || ${what} || (${n})::text)`;
  return tx`(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || substr(${digest}, 1, 3)
    || '8' || substr(${digest}, 4, 15))::uuid`;
}

async function addPeople(tx: postgres.TransactionSql, shop: Filled, first: number, last: number): Promise<void> {
  const at = instant(tx, tx`n`);
  await tx`insert into contacts (id, shop_id, name, last_seen_at)
    select ${idOf(tx, shop, "contact", tx`n`, at)}, ${shop.shopId}, 'Shopper ' || n, ${at}
    from generate_series(${first}::int, ${last}::int) n`;
  await tx`insert into identities (id, shop_id, contact_id, channel_id, external_id)
    select ${idOf(tx, shop, "identity", tx`n`, at)}, ${shop.shopId}, ${idOf(tx, shop, "contact", tx`n`, at)},
      ${shop.channelId}, ${MARK} || n from generate_series(${first}::int, ${last}::int) n`;
}

async function addConversations(tx: postgres.TransactionSql, shop: Filled, first: number, last: number): Promise<void> {
  const at = instant(tx, tx`n`);
  const latest = tx`${at} + ${shop.each} * interval '1 minute'`;
  await tx`insert into conversations (id, shop_id, contact_id, identity_id, channel_id, status, snoozed_until, assignee_id,
      last_seq, latest_seq, waiting_since, window_expires_at, value, priority, last_message_at, created_at, updated_at)
    select ${idOf(tx, shop, "conversation", tx`n`, at)}, ${shop.shopId}, ${idOf(tx, shop, "contact", tx`n`, at)},
      ${idOf(tx, shop, "identity", tx`n`, at)}, ${shop.channelId},
      case when n % 10 = 0 then 'open' when n % 50 = 1 then 'snoozed' else 'closed' end,
      case when n % 50 = 1 then timestamptz '2027-06-01 00:00:00+00' end,
      case when n % 30 = 0 then ${shop.memberId}::uuid end, ${shop.each}, ${shop.each},
      case when n % 40 = 0 then ${latest} end, ${latest} + interval '1 day', (n * 37) % 20000, n % 4,
      ${latest}, ${at}, ${latest}
    from generate_series(${first}::int, ${last}::int) n`;
}

async function addMessages(tx: postgres.TransactionSql, shop: Filled, first: number, last: number): Promise<void> {
  const [begun, at] = [instant(tx, tx`n`), tx`${instant(tx, tx`n`)} + seq * interval '1 minute'`];
  const words = tx`(select string_agg((${WORDS}::text[])[1 + floor(random() * ${WORDS.length})::int], ' ')
    from generate_series(1, 12 + 0 * n * seq))`;
  await tx`insert into messages (id, shop_id, conversation_id, channel_id, seq, author, member_id, body, delivery, created_at)
    select ${idOf(tx, shop, "message", tx`n || ' ' || seq`, at)}, ${shop.shopId},
      ${idOf(tx, shop, "conversation", tx`n`, begun)}, ${shop.channelId}, seq,
      case when seq % 2 = 1 then 'contact' else 'member' end,
      case when seq % 2 = 0 then ${shop.memberId}::uuid end,
      ${words} || case when random() < 0.15 then ${` ${POPULAR}`} else '' end
        || case when random() < 0.0023 then ${` ${RARE}`} else '' end,
      case when seq % 2 = 1 then 'received' else 'sent' end, ${at}
    from generate_series(${first}::int, ${last}::int) n, generate_series(1, ${shop.each}::int) seq`;
}

/** Sets every shop's counts to what is there, as the trigger would have kept them, and lets PostgreSQL learn the tables. */
export async function settle(sql: postgres.Sql, shops: readonly Filled[]): Promise<void> {
  for (const { shopId } of shops)
    await sql.begin(async (tx) => {
      await tx`select set_config('app.shop_id', ${shopId}, true)`;
      await tx`update conversation_counts c set (open, unassigned, snoozed, closed) = (
        select count(*) filter (where status = 'open'), count(*) filter (where status = 'open' and assignee_id is null),
          count(*) filter (where status = 'snoozed'), count(*) filter (where status = 'closed')
        from conversations where shop_id = ${shopId}) where c.shop_id = ${shopId}`;
      await tx`insert into member_counts (shop_id, member_id, open)
        select shop_id, assignee_id, count(*) from conversations
        where shop_id = ${shopId} and status = 'open' and assignee_id is not null group by shop_id, assignee_id
        on conflict (shop_id, member_id) do update set open = excluded.open`;
    });
  await sql`vacuum analyze`;
}
