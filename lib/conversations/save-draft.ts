import { and, eq, isNull, like, notExists, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { type DRAFT_KINDS, drafts } from "#db/schema/writing";
import type { MemberActor } from "#lib/shops/actor";
import { requireConversation } from "./access";
import type { SaveDraft } from "./input";
import type { DraftView } from "./merge-draft";
import { KEPT, unsentFiles, viewDraft } from "./view-draft";

type Place = { conversationId: string; kind: (typeof DRAFT_KINDS)[number] };
const mine = ({ memberId }: MemberActor, { conversationId, kind }: Place) =>
  and(eq(drafts.conversationId, conversationId), eq(drafts.memberId, memberId), eq(drafts.kind, kind));

/**
 * Keeps what the member is writing. It replaces only the version it was made from: otherwise another device saved
 * meanwhile, and the draft kept there is answered instead, to be merged and saved again. Of its files those are kept that
 * she uploaded and has not sent.
 */
export async function saveDraft(actor: MemberActor, input: SaveDraft): Promise<{ saved: boolean } & DraftView> {
  const { shopId, memberId } = actor;
  const { conversationId, kind, body, replyTo = null, offer, quickReplies, version } = input;
  return inShop(shopId, async (tx) => {
    await requireConversation(tx, shopId, conversationId);
    const named = input.attachmentIds && (await unsentFiles(tx, actor, input.attachmentIds));
    const said = { body, replyTo, offer, quickReplies, attachmentIds: named?.map(({ id }) => id) };
    const first = await tx
      .insert(drafts)
      .values({ shopId, conversationId, memberId, kind, ...said })
      .onConflictDoNothing()
      .returning(KEPT);
    if (first[0]) return { saved: true, ...(await viewDraft(tx, actor, first[0])) };
    const [changed] = await tx
      .update(drafts)
      .set({ ...said, version: sql`${drafts.version} + 1`, updatedAt: sql`clock_timestamp()` })
      .where(and(eq(drafts.shopId, shopId), mine(actor, input), eq(drafts.version, version)))
      .returning(KEPT);
    if (changed) return { saved: true, ...(await viewDraft(tx, actor, changed)) };
    const [other] = await tx
      .select(KEPT)
      .from(drafts)
      .where(and(eq(drafts.shopId, shopId), mine(actor, input)));
    return { saved: false, ...(await viewDraft(tx, actor, other)) };
  });
}

const emptied = () => ({
  ...{ body: "", replyTo: null, offer: false, quickReplies: [], attachmentIds: [] },
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

/**
 * Empties a draft that says just what was sent, once all its files were: no other device shows it any more. To be called
 * when the files are part of the message.
 */
export async function emptyDraft(tx: Tx, actor: MemberActor, place: Place, body: string): Promise<void> {
  const { shopId } = actor;
  const unsent = tx
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.shopId, shopId),
        sql`${attachments.id} = any(${drafts.attachmentIds})`,
        isNull(attachments.messageId),
      ),
    );
  await tx
    .update(drafts)
    .set(emptied())
    .where(and(eq(drafts.shopId, shopId), mine(actor, place), eq(drafts.body, body), notExists(unsent)));
}
