import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { savedViews } from "#db/schema/triage";
import type { MemberActor } from "#lib/shops/actor";
import type { Order } from "../conversation-order";
import { Filter } from "./filter";

export type SavedView = {
  id: string;
  name: string;
  filter: Filter;
  order: Order;
  shared: boolean;
  /** Whether the asking member may change it. */
  yours: boolean;
};

const NAME = sql`lower(${savedViews.name})`;

async function readViews(tx: Tx, actor: MemberActor, only?: SQL): Promise<SavedView[]> {
  const hers = eq(savedViews.memberId, actor.memberId);
  const found = await tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.shopId, actor.shopId), or(eq(savedViews.shared, true), hers), only))
    .orderBy(asc(NAME), asc(savedViews.id));
  return found.map(({ id, name, filter, order, shared, memberId }) => ({
    ...{ id, name, order, shared, filter: Filter.parse(filter) },
    yours: memberId === actor.memberId || actor.role !== "agent",
  }));
}

/** The views that the member has: her own and those of the whole shop, by name. */
export async function listViews(actor: MemberActor): Promise<SavedView[]> {
  return inShop(actor.shopId, (tx) => readViews(tx, actor));
}

/** A view the member has, or null: another member's own is absent. */
export async function findView(tx: Tx, actor: MemberActor, viewId: string): Promise<SavedView | null> {
  const [found] = await readViews(tx, actor, eq(savedViews.id, viewId));
  return found ?? null;
}
