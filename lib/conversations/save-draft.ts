import { and, eq, like, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { type DRAFT_KINDS, drafts } from "#db/schema/writing";
import type { MemberActor } from "#lib/shops/actor";
import { requireConversation } from "./access";
import type { SaveDraft } from "./input";
import type { DraftView } from "./merge-draft";

type Place = { conversationId: string; kind: (typeof DRAFT_KINDS)[number] };
const NONE: DraftView = { body: "", replyTo: null, offer: false, quickReplies: [], version: 0 };
const kept = {
  body: drafts.body,
  replyTo: drafts.replyTo,
  offer: drafts.offer,
  quickReplies: drafts.quickReplies,
  version: drafts.version,
};

const mine = ({ memberId }: MemberActor, { conversationId, kind }: Place) =>
  and(eq(drafts.conversationId, conversationId), eq(drafts.memberId, memberId), eq(drafts.kind, kind));

/**
 * Keeps what the member is writing. It replaces only the version it was made from: otherwise another device saved
 * meanwhile, and the draft kept there is answered instead, to be merged and saved again.
 */
export async function saveDraft(actor: MemberActor, input: SaveDraft): Promise<{ saved: boolean } & DraftView> {
  const { shopId, memberId } = actor;
  const { conversationId, kind, body, replyTo = null, offer, quickReplies, version } = input;
  return inShop(shopId, async (tx) => {
    await requireConversation(tx, shopId, conversationId);
    const first = await tx
      .insert(drafts)
      .values({ shopId, conversationId, memberId, kind, body, replyTo, offer, quickReplies })
      .onConflictDoNothing()
      .returning(kept);
    if (first[0]) return { saved: true, ...first[0] };
    const [changed] = await tx
      .update(drafts)
      .set({
        body,
        replyTo,
        offer,
        quickReplies,
        version: sql`${drafts.version} + 1`,
        updatedAt: sql`clock_timestamp()`,
      })
      .where(and(eq(drafts.shopId, shopId), mine(actor, input), eq(drafts.version, version)))
      .returning(kept);
    if (changed) return { saved: true, ...changed };
    const [other] = await tx
      .select(kept)
      .from(drafts)
      .where(and(eq(drafts.shopId, shopId), mine(actor, input)));
    return { saved: false, ...(other ?? NONE) };
  });
}

const emptied = () => ({
  ...{ body: "", replyTo: null, offer: false, quickReplies: [] },
  version: sql`${drafts.version} + 1`,
  updatedAt: sql`clock_timestamp()`,
});

/** Empties the card that was sent under this key: no other device shows it any more. */
export async function emptyCard(tx: Tx, actor: MemberActor, conversationId: string, clientKey: string): Promise<void> {
  const card = mine(actor, { conversationId, kind: "card" });
  await tx
    .update(drafts)
    .set(emptied())
    .where(and(eq(drafts.shopId, actor.shopId), card, like(drafts.body, `%"${clientKey}"%`)));
}

/** Empties a draft that says just what was sent: no other device shows it any more. */
export async function emptyDraft(tx: Tx, actor: MemberActor, place: Place, body: string): Promise<void> {
  await tx
    .update(drafts)
    .set(emptied())
    .where(and(eq(drafts.shopId, actor.shopId), mine(actor, place), eq(drafts.body, body)));
}
