import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { type DRAFT_KINDS, drafts } from "#db/schema/writing";
import type { MemberActor } from "#lib/shops/actor";
import { requireConversation } from "./access";
import type { OneConversation } from "./input";
import type { DraftsView, DraftView } from "./merge-draft";

/** What the member was writing in a conversation, on whatever device. */
export async function loadDrafts(actor: MemberActor, { conversationId }: OneConversation): Promise<DraftsView> {
  return inShop(actor.shopId, async (tx) => {
    await requireConversation(tx, actor.shopId, conversationId);
    const kept = await tx
      .select({
        kind: drafts.kind,
        body: drafts.body,
        replyTo: drafts.replyTo,
        offer: drafts.offer,
        quickReplies: drafts.quickReplies,
        version: drafts.version,
      })
      .from(drafts)
      .where(
        and(
          eq(drafts.shopId, actor.shopId),
          eq(drafts.conversationId, conversationId),
          eq(drafts.memberId, actor.memberId),
        ),
      );
    const of = (wanted: (typeof DRAFT_KINDS)[number]): DraftView => {
      const draft = kept.find(({ kind }) => kind === wanted);
      const { body = "", replyTo = null, offer = false, quickReplies = [], version = 0 } = draft ?? {};
      return { body, replyTo, offer, quickReplies, version };
    };
    return { reply: of("reply"), note: of("note"), card: of("card") };
  });
}
