import { and, eq, exists, gt, isNull, ne, or, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { invitations, members, shops } from "#db/schema/shops";
import { replyWaits, widgetSettings } from "#db/schema/widget";
import { savedReplies } from "#db/schema/writing";
import { usableBy } from "#lib/conversations/list-saved-replies";
import { notFound } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";

/** What a new shop does first, in this order. */
export const STEPS = ["button", "greeting", "page", "colleague", "reply", "answer"] as const;
export type Step = (typeof STEPS)[number];

/** What of it is done, as the shop is now; `shown`: in the inbox, where nobody has put it away. */
export type FirstSteps = { done: Record<Step, boolean>; shown: boolean };

function foundOf(tx: Tx, actor: MemberActor) {
  const { shopId } = actor;
  const page = tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.shopId, shopId), eq(channels.kind, "messenger"), isNull(channels.disconnectedAt)));
  const colleague = tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.shopId, shopId), ne(members.id, actor.memberId), isNull(members.removedAt)));
  const invited = tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.shopId, shopId),
        isNull(invitations.usedAt),
        isNull(invitations.cancelledAt),
        gt(invitations.expiresAt, sql`now()`),
      ),
    );
  const reply = tx
    .select({ id: savedReplies.id })
    .from(savedReplies)
    .where(and(eq(savedReplies.shopId, shopId), usableBy(actor)));
  const answer = tx.select({ at: replyWaits.at }).from(replyWaits).where(eq(replyWaits.shopId, shopId));
  return {
    page: sql<boolean>`${exists(page)}`,
    colleague: sql<boolean>`${or(exists(colleague), exists(invited))}`,
    reply: sql<boolean>`${exists(reply)}`,
    answer: sql<boolean>`${exists(answer)}`,
  };
}

async function readSteps(tx: Tx, actor: MemberActor): Promise<FirstSteps> {
  const [row] = await tx
    .select({
      ...foundOf(tx, actor),
      putAwayAt: shops.stepsPutAwayAt,
      locales: shops.locales,
      seenAt: widgetSettings.seenAt,
      texts: widgetSettings.texts,
    })
    .from(shops)
    .leftJoin(widgetSettings, eq(widgetSettings.shopId, shops.id))
    .where(eq(shops.id, actor.shopId));
  if (!row) throw notFound("shop");
  const { page, colleague, reply, answer, putAwayAt, locales, seenAt, texts } = row;
  const greeting = locales.some((locale) => texts?.[locale]?.greeting.trim());
  return { done: { button: seenAt !== null, greeting, page, colleague, reply, answer }, shown: putAwayAt === null };
}

/** What a new shop does first. For owners and admins. */
export async function loadFirstSteps(actor: MemberActor): Promise<FirstSteps> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, (tx) => readSteps(tx, actor));
}

/** The same for the inbox: null where it is put away, all is done, or it is not the member's to do. */
export async function findFirstSteps(actor: MemberActor): Promise<FirstSteps | null> {
  if (actor.role === "agent") return null;
  const steps = await inShop(actor.shopId, (tx) => readSteps(tx, actor));
  return steps.shown && STEPS.some((step) => !steps.done[step]) ? steps : null;
}
