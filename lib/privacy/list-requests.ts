import { and, asc, desc, eq, ne } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { dataRequests } from "#db/schema/privacy";
import type { MemberActor } from "#lib/shops/actor";
import type { OneContactOf } from "./input";
import { type DataRequestView, viewRequest } from "./view-request";

const MOST = 50;

export type OpenRequest = DataRequestView & { name: string };

/** What is still to be answered in this shop, the soonest due first. Nothing for who is no admin. */
export async function listOpenRequests(actor: MemberActor): Promise<OpenRequest[]> {
  if (actor.role === "agent") return [];
  return inShop(actor.shopId, async (tx) => {
    const rows = await tx
      .select({ request: dataRequests, name: contacts.name })
      .from(dataRequests)
      .innerJoin(contacts, and(eq(contacts.shopId, dataRequests.shopId), eq(contacts.id, dataRequests.contactId)))
      .where(and(eq(dataRequests.shopId, actor.shopId), ne(dataRequests.state, "done")))
      .orderBy(asc(dataRequests.dueAt), asc(dataRequests.id))
      .limit(MOST);
    return rows.map(({ request, name }) => ({ ...viewRequest(request), name }));
  });
}

/** What one contact asked for, the latest first. */
export async function listRequestsOf(actor: MemberActor, input: OneContactOf): Promise<DataRequestView[]> {
  return inShop(actor.shopId, async (tx) => {
    const rows = await tx
      .select()
      .from(dataRequests)
      .where(and(eq(dataRequests.shopId, actor.shopId), eq(dataRequests.contactId, input.contactId)))
      .orderBy(desc(dataRequests.askedAt), desc(dataRequests.id))
      .limit(MOST);
    return rows.map(viewRequest);
  });
}
