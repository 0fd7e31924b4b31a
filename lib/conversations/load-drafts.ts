import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { type DRAFT_KINDS, drafts } from "#db/schema/writing";
import type { MemberActor } from "#lib/shops/actor";
import { requireConversation } from "./access";
import type { OneConversation } from "./input";
import type { DraftsView } from "./merge-draft";
import { KEPT, viewDraft } from "./view-draft";

/** What the member was writing in a conversation, on whatever device. */
export async function loadDrafts(actor: MemberActor, { conversationId }: OneConversation): Promise<DraftsView> {
  return inShop(actor.shopId, async (tx) => {
    await requireConversation(tx, actor.shopId, conversationId);
    const kept = await tx
      .select({ kind: drafts.kind, ...KEPT })
      .from(drafts)
      .where(
        and(
          eq(drafts.shopId, actor.shopId),
          eq(drafts.conversationId, conversationId),
          eq(drafts.memberId, actor.memberId),
        ),
      );
    const of = (wanted: (typeof DRAFT_KINDS)[number]) =>
      viewDraft(
        tx,
        actor,
        kept.find(({ kind }) => kind === wanted),
      );
    return { reply: await of("reply"), note: await of("note"), card: await of("card") };
  });
}
