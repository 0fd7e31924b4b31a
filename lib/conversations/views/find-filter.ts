import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { teams } from "#db/schema/teams";
import { tags } from "#db/schema/triage";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import type { FixedView, View } from "../conversation-order";
import type { Filter } from "./filter";
import { findView } from "./list-views";

type KeptView = Exclude<View, FixedView>;

/** What is open of what a team or a tag has. */
const openOf = (field: "tag" | "team", id: string): Filter => ({
  all: [
    { field: "status", is: ["open"] },
    { field, is: [id] },
  ],
});

/**
 * What a saved view, a tag's or a team's holds. Throws `not_found` for one the member does
 * not have; a removed team's holds nothing, so that whoever looks at it is not thrown out.
 */
export async function filterOf(tx: Tx, actor: MemberActor, view: KeptView): Promise<Filter> {
  const id = view.slice(view.indexOf(":") + 1);
  if (view.startsWith("view:")) {
    const saved = await findView(tx, actor, id);
    if (!saved) throw notFound("view");
    return saved.filter;
  }
  if (view.startsWith("team:")) {
    const [team] = await tx
      .select({ id: teams.id })
      .from(teams)
      .where(and(eq(teams.shopId, actor.shopId), eq(teams.id, id)));
    if (!team) throw notFound("team");
    return openOf("team", id);
  }
  const [tag] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.shopId, actor.shopId), eq(tags.id, id)));
  if (!tag) throw notFound("tag");
  return openOf("tag", id);
}

/** The same, for a page. */
export async function loadFilter(actor: MemberActor, view: KeptView): Promise<Filter> {
  return inShop(actor.shopId, (tx) => filterOf(tx, actor, view));
}
