import { type SQL, sql } from "drizzle-orm";
import { consentRecords } from "#db/schema/contacts";
import { now } from "#lib/core/clock";
import { OFFERS_LAST_MS } from "./permissions";
import type { Purpose } from "./purposes";

export type Standing = "on" | "off" | "none";

/** Acts that take away; a refusal to be asked is none of them. */
const TAKES = sql`('withdrawn', 'objected', 'expired')`;
const GIVES = sql`('granted', 'refreshed', 'imported')`;

/**
 * What a contact allows now for one purpose, as an expression of a query on `contacts`: 'on', 'off' (taken back or over)
 * or 'none' (never given, or refused). The same as the fold in permissions.ts, with which a test compares it.
 */
export function standingOf(purpose: Purpose): SQL<Standing> {
  const [at, lasts] = [now().toISOString(), OFFERS_LAST_MS / 1_000];
  const ends =
    purpose === "offers" ? sql`coalesce(r.expires_at, r.at + make_interval(secs => ${lasts}))` : sql`r.expires_at`;
  return sql`coalesce((
    select case when r.action = 'refused' then 'none' when r.action in ${TAKES} or ${ends} <= ${at}::timestamptz then 'off' else 'on' end
    from ${consentRecords} r
    where r.shop_id = contacts.shop_id and r.contact_id = contacts.id and r.purpose = ${purpose}
      and (r.action in ${TAKES} or r.action in ('granted', 'refreshed', 'refused')
        or (r.action = 'imported' and r.basis in ('consent', 'contract') and r.purpose <> 'offers'))
      and not exists (select from ${consentRecords} v where v.shop_id = r.shop_id and v.contact_id = r.contact_id
        and v.action = 'voided' and v.proof ->> 'voids' = r.id::text)
    order by r.action = 'refused', r.at desc, r.action in ${GIVES}, r.id desc
    limit 1), 'none')`;
}
