import { and, desc, eq, inArray, isNotNull, lte, max, ne, or, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { ratings } from "#db/schema/widget";
import { DAY, now } from "#lib/core/clock";
import type { LockedConversation } from "./access";

/** Longer than any cap looks back. */
const LOOK_BACK_MS = 91 * DAY;
const OUTGOING = ["member", "app", "system"] as const;

/** What waits for a Page goes long after it was written. */
const wentAt = sql<Date>`greatest(${messages.createdAt}, ${messages.attemptedAt}, ${messages.sendAt})`.mapWith(
  messages.createdAt,
);

type Of = Pick<LockedConversation, "shopId" | "contactId" | "id">;

/** What the shop said to a contact on any channel and what did not fail, without the message that is asked about. */
function saidTo({ contactId }: Of, except: string | undefined) {
  return and(
    eq(conversations.contactId, contactId),
    inArray(messages.author, [...OUTGOING]),
    ne(messages.kind, "event"),
    ne(messages.delivery, "failed"),
    except ? ne(messages.id, except) : undefined,
  );
}

const ITS_CONVERSATION = and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId));

/**
 * When the shop's offers of the last month went, or are about to go, to this contact on any channel. One that is
 * scheduled counts for what is written after it, and not at the moment of sending, so that of two that wait the first
 * to come goes.
 */
export async function readOffersSent(tx: Tx, of: Of, except?: string): Promise<Date[]> {
  const rows = await tx
    .select({ at: wentAt })
    .from(messages)
    .innerJoin(conversations, ITS_CONVERSATION)
    .where(
      and(
        eq(messages.shopId, of.shopId),
        saidTo(of, except),
        eq(messages.purpose, "offers"),
        except ? ne(messages.delivery, "scheduled") : undefined,
        sql`${wentAt} > ${new Date(now().getTime() - LOOK_BACK_MS).toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(wentAt));
  return rows.map((row) => row.at);
}

/** When the contact was last asked how it went in words of a message: in this conversation, and anywhere in the shop. */
export async function readAsked(tx: Tx, of: Of, except?: string): Promise<{ here: boolean; at: Date | null }> {
  const [found] = await tx
    .select({
      at: max(messages.createdAt),
      here: sql<boolean>`coalesce(bool_or(${messages.conversationId} = ${of.id}), false)`,
    })
    .from(messages)
    .innerJoin(conversations, ITS_CONVERSATION)
    .where(
      and(
        eq(messages.shopId, of.shopId),
        saidTo(of, except),
        sql`${messages.payload} -> 'template' ->> 'template_type' = 'customer_feedback'`,
      ),
    );
  return { here: found?.here ?? false, at: found?.at ?? null };
}

/** When she last saw the question that a web chat shows once it is closed, anywhere in the shop. */
export async function readAskedInChat(tx: Tx, { shopId, contactId }: Of): Promise<Date | null> {
  const [found] = await tx
    .select({ at: max(ratings.askedAt) })
    .from(ratings)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, ratings.shopId), eq(conversations.id, ratings.conversationId)),
    )
    .where(
      and(
        eq(ratings.shopId, shopId),
        eq(conversations.contactId, contactId),
        or(isNotNull(ratings.answeredAt), lte(ratings.seq, conversations.contactReadSeq)),
      ),
    );
  return found?.at ?? null;
}

/** When a message was written that is still on its way in this conversation; null when none is. */
export async function readOnItsWay(tx: Tx, { shopId, id }: Of, except?: string): Promise<Date | null> {
  const [found] = await tx
    .select({ at: max(messages.createdAt) })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        inArray(messages.delivery, ["queued", "sending"]),
        except ? ne(messages.id, except) : undefined,
      ),
    );
  return found?.at ?? null;
}
