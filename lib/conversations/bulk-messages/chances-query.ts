import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { consentRecords, contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { reports } from "#db/schema/reports";
import { shops } from "#db/schema/shops";
import { meant } from "#lib/contacts/contact-filter";
import { FIRST_MESSAGE_MS, HUMAN_AGENT_MS, WEB_CHAT_OPEN_MS } from "#lib/contacts/decide-send";
import { erasureOf } from "#lib/contacts/erasure-of";
import type { OfferLimits } from "#lib/contacts/offer-limits";
import { standingOf } from "#lib/contacts/standing";
import { DAY } from "#lib/core/clock";
import { LOGIN_PREFIX } from "../read-reach";
import type { CountChances } from "./input";

export type Asked = CountChances & {
  shopId: string;
  at: Date;
  limits: OfferLimits;
  /** The shop may send no offers now. */
  stopped: boolean;
  /** The contact after whom it goes on, and how many are looked at. */
  after: string;
  most: number;
};

/**
 * `key`: why not, else `now`, `later`, or `now_or_never` where the one message of a login cannot wait; `zone`: where those
 * live to whom it may go now.
 */
export type Chance = { key: string; zone: string; n: number; last: string };

/**
 * How a contact can be written to, over all her conversations. `begins`: with the one message that a login allows before
 * she wrote; `instead`: with the same, where she wrote and her window is closed.
 */
function waysOf(shopId: string, at: Date): SQL {
  const since = (ms: number) => sql`${new Date(at.getTime() - ms).toISOString()}::timestamptz`;
  const now = sql`${at.toISOString()}::timestamptz`;
  const web = sql`ch.kind = 'web_chat' and ch.disconnected_at is null`;
  const fb = sql`ch.kind = 'messenger' and ch.disconnected_at is null
    and not (i.unreachable_at is not null and not coalesce(c.last_contact_at > i.unreachable_at, false))`;
  const known = sql`${fb} and not starts_with(i.external_id, ${LOGIN_PREFIX})`;
  const heard = sql`(contacts.stopped_at is null or coalesce(c.last_contact_at > contacts.stopped_at, false))`;
  const open = sql`${heard} and coalesce(case when ch.kind = 'web_chat'
    then c.waiting_since is not null or c.last_contact_at > ${since(WEB_CHAT_OPEN_MS)}
    else c.window_expires_at > ${now} end, false)`;
  const person = sql`${known} and c.last_contact_at > ${since(HUMAN_AGENT_MS)} and coalesce(p.human_agent, false)`;
  const first = sql`${fb} and i.opted_in_at > ${since(FIRST_MESSAGE_MS)}
    and not coalesce(i.first_message_at >= i.opted_in_at, false)
    and not coalesce(contacts.service_off_at >= i.opted_in_at, false)`;
  const begins = sql`(starts_with(i.external_id, ${LOGIN_PREFIX})
    or c.last_contact_at is null and c.window_expires_at is null)`;
  const instead = sql`${first} and not ${begins}`;
  return sql`select c.contact_id, max(c.last_contact_at) as wrote,
    bool_or(ch.disconnected_at is null) as connected, coalesce(bool_or(${web}), false) as web,
    coalesce(bool_or(${web} and ${open}), false) as web_open, coalesce(bool_or(${known} and ${open}), false) as fb_open,
    coalesce(bool_or(not (${open})), false) as some_closed,
    coalesce(bool_or((${person} or ${instead}) and c.waiting_since is not null and ${heard}), false) as fb_waits,
    coalesce(bool_or(${person}), false) as fb_person,
    coalesce(bool_or(${first} and ${begins}), false) as begins, coalesce(bool_or(${instead}), false) as instead
    from ${conversations} c join ${channels} ch on ch.shop_id = c.shop_id and ch.id = c.channel_id
    join ${identities} i on i.shop_id = c.shop_id and i.id = c.identity_id
    left join ${messengerPages} p on p.shop_id = c.shop_id and p.channel_id = c.channel_id
    where c.shop_id = ${shopId} and c.contact_id = contacts.id group by c.contact_id`;
}

/** When she took service back, where she allows none now. */
const serviceOffAt = (shopId: string) => sql`case when ${standingOf("service")} = 'off' then (
  select max(r.at) from ${consentRecords} r where r.shop_id = ${shopId} and r.contact_id = contacts.id
    and r.purpose = 'service' and r.action in ('withdrawn', 'objected', 'expired')) end`;

/** When she wrote STOP, where that is why she allows no service now. */
const stoppedAt = (shopId: string) => sql`case when ${standingOf("service")} = 'off' then (
  select max(r.at) from ${consentRecords} r where r.shop_id = ${shopId} and r.contact_id = contacts.id
    and r.purpose = 'service' and r.action = 'withdrawn' and r.act = 'stop_word') end`;

/** How many offers went to her, or are about to, since then. */
const offersSince = (shopId: string, at: Date, days: number) => sql`(select count(*)
  from ${conversations} c join ${messages} m on m.shop_id = c.shop_id and m.conversation_id = c.id
  where c.shop_id = ${shopId} and c.contact_id = contacts.id and m.purpose = 'offers' and m.author <> 'contact'
    and m.kind <> 'event' and m.delivery <> 'failed'
    and greatest(m.created_at, m.attempted_at, m.send_at) > ${new Date(at.getTime() - days * DAY).toISOString()}::timestamptz)`;

/** A report of hers rests still, as the rule counts it. */
const restsAfterReport = (shopId: string, at: Date) => sql`exists (select from ${reports} r
  join ${conversations} c on c.shop_id = r.shop_id and c.id = r.conversation_id
  where r.shop_id = ${shopId} and c.contact_id = contacts.id
    and date_trunc('month', r.at at time zone 'UTC' + interval '30 days') + interval '1 month' > ${at.toISOString()}::timestamptz at time zone 'UTC')`;

function ofService(): SQL {
  return sql`when w.web_open or w.fb_open then 'now'
    when contacts.paused and w.some_closed then 'later'
    when not w.connected then 'channel_disconnected'
    when w.begins or w.fb_waits then 'now'
    when contacts.standing <> 'on' then 'service_refused'
    when w.web or w.fb_person or w.instead then 'now' else 'window_closed'`;
}

function ofOffers({ shopId, at, limits, stopped }: Asked): SQL {
  const waits = sql`case when w.web or w.fb_open or w.begins then 'later' else 'window_closed' end`;
  return sql`when contacts.paused then 'later'
    when not w.connected then 'channel_disconnected'
    when contacts.standing = 'off' then 'offers_refused' when contacts.standing <> 'on' then 'offers_not_allowed'
    when ${stopped}::boolean then 'offers_stopped'
    when not (w.web or w.fb_open or w.begins or w.instead) then 'window_closed'
    when ${offersSince(shopId, at, limits.restDays)} >= 1 or ${offersSince(shopId, at, 30)} >= ${limits.aMonth}
      or ${restsAfterReport(shopId, at)} then ${waits} else case ${waits} when 'later' then 'now' else 'now_or_never' end`;
}

/**
 * How many contacts of a filter may be written to now, later or not, by why not: the rule of decide-send.ts as one
 * question to the database, with which a test compares it. It is told before anything is sent; what is sent is decided by
 * the rule itself.
 */
export async function countSome(tx: Tx, asked: Asked): Promise<Chance[]> {
  const { shopId, at, filter, purpose, after, most } = asked;
  const some = tx
    .select({
      id: contacts.id,
      blockedAt: sql`${contacts.blockedAt}`.as("blocked_at"),
      timeZone: sql`${contacts.timeZone}`.as("time_zone"),
      paused: sql`coalesce(${contacts.pausedUntil} > ${at.toISOString()}::timestamptz, false)`.as("paused"),
      erasing: sql`exists (${erasureOf(tx, shopId, contacts.id)})`.as("erasing"),
      standing: standingOf(purpose).as("standing"),
      stoppedAt: stoppedAt(shopId).as("stopped_at"),
      serviceOffAt: serviceOffAt(shopId).as("service_off_at"),
    })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), meant(shopId, filter, at), gt(contacts.id, after)))
    .orderBy(contacts.id)
    .limit(most);
  const rows = await tx.execute<Chance>(sql`
    select key, case when key in ('now', 'now_or_never') then zone else '' end as zone, count(*)::int as n, max(id::text) as last from (
      select contacts.id, coalesce(contacts.time_zone, s.time_zone) as zone, case
        when contacts.erasing then 'not_while_erasing'
        when contacts.blocked_at is not null and not coalesce(w.wrote > contacts.blocked_at, false) then 'contact_blocked'
        when w.contact_id is null then 'no_conversation'
        ${purpose === "offers" ? ofOffers(asked) : ofService()} end as key
      from (${some}) contacts join ${shops} s on s.id = ${shopId}
      left join lateral (${waysOf(shopId, at)}) w on true) decided
    group by 1, 2 order by 3 desc, 1`);
  return [...rows];
}
