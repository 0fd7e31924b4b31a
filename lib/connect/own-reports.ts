import { type SQL, sql } from "drizzle-orm";
import { connectRequests } from "#db/schema/channels";
import { reports } from "#db/schema/reports";
import type { VisitorActor } from "#lib/shops/actor";

/**
 * The reports that a chat may show and take back: those made in this browser, and all of hers once she signed in here
 * herself. The shop's signed word opens her conversation, and so never what she said of the shop.
 */
export function ownReports({ visitorId, contactId }: VisitorActor): SQL {
  return sql`(${reports.visitorId} = ${visitorId} or exists (
    select from ${connectRequests} where ${connectRequests.shopId} = ${reports.shopId}
      and ${connectRequests.visitorId} = ${visitorId} and ${connectRequests.contactId} = ${contactId}
      and ${connectRequests.redeemedAt} is not null))`;
}
