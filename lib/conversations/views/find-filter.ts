import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { tags } from "#db/schema/triage";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import type { FixedView, View } from "../conversation-order";
import type { Filter } from "./filter";
import { findView } from "./list-views";

type KeptView = Exclude<View, FixedView>;

/** What a saved view or a tag's view holds. Throws `not_found` for one the member does not have. */
export async function filterOf(tx: Tx, actor: MemberActor, view: KeptView): Promise<Filter> {
  const id = view.slice(view.indexOf(":") + 1);
  if (view.startsWith("view:")) {
    const saved = await findView(tx, actor, id);
    if (!saved) throw notFound("view");
    return saved.filter;
  }
  const [tag] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.shopId, actor.shopId), eq(tags.id, id)));
  if (!tag) throw notFound("tag");
  return {
    all: [
      { field: "status", is: ["open"] },
      { field: "tag", is: [id] },
    ],
  };
}

/** The same, for a page. */
export async function loadFilter(actor: MemberActor, view: KeptView): Promise<Filter> {
  return inShop(actor.shopId, (tx) => filterOf(tx, actor, view));
}
