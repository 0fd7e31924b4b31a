import { and, count, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { savedViews } from "#db/schema/triage";
import { forbidden, notFound, refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { lockMember } from "#lib/shops/load-member";
import { found } from "../append-message";
import { viewsChanged } from "./events";
import type { OneView, SaveView } from "./input";
import { findView, type SavedView } from "./list-views";

/** More would no longer fit a rail that is read. */
const MOST_VIEWS = 50;

async function requireRoom(tx: Tx, actor: MemberActor): Promise<void> {
  const [held] = await tx
    .select({ n: count() })
    .from(savedViews)
    .where(and(eq(savedViews.shopId, actor.shopId), eq(savedViews.memberId, actor.memberId)));
  if ((held?.n ?? 0) >= MOST_VIEWS) throw refused("too_many_views", { max: MOST_VIEWS });
}

/** A view that the member may change: her own, and for owners and admins every shared one. */
async function requireView(tx: Tx, actor: MemberActor, viewId: string): Promise<SavedView> {
  const view = await findView(tx, actor, viewId);
  if (!view) throw notFound("view");
  if (!view.yours) throw forbidden();
  return view;
}

/** Keeps a view for its maker or for the whole shop, a new one or a change to one. */
export async function saveView(actor: MemberActor, { viewId, ...kept }: SaveView): Promise<SavedView> {
  return inShop(actor.shopId, async (tx) => {
    await lockMember(tx, actor, actor.memberId);
    const of = { shopId: actor.shopId, memberId: actor.memberId };
    if (viewId) {
      await requireView(tx, actor, viewId);
      const it = and(eq(savedViews.shopId, actor.shopId), eq(savedViews.id, viewId));
      await tx
        .update(savedViews)
        .set({ ...kept, ...(kept.shared ? {} : { memberId: actor.memberId }) })
        .where(it);
    } else await requireRoom(tx, actor);
    const [made] = viewId
      ? [{ id: viewId }]
      : await tx
          .insert(savedViews)
          .values({ ...of, ...kept })
          .returning({ id: savedViews.id });
    await viewsChanged.record(tx, actor.shopId, {});
    return found(await findView(tx, actor, found(made).id));
  });
}

/** Removes a view; the conversations in it stay. */
export async function removeView(actor: MemberActor, { viewId }: OneView): Promise<{ removed: true }> {
  return inShop(actor.shopId, async (tx) => {
    await requireView(tx, actor, viewId);
    await tx.delete(savedViews).where(and(eq(savedViews.shopId, actor.shopId), eq(savedViews.id, viewId)));
    await viewsChanged.record(tx, actor.shopId, {});
    return { removed: true };
  });
}
