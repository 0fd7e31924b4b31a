import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";

export type LockedConversation = typeof conversations.$inferSelect;

/**
 * The conversation, locked for a change; null when it is gone. Its id stays, so what only points at it, as a bulk change
 * of a whole view does at once, is not waited for.
 */
export async function findLocked(tx: Tx, shopId: string, conversationId: string): Promise<LockedConversation | null> {
  const [found] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)))
    .for("no key update");
  return found ?? null;
}

/** The same; absent and another shop's are refused alike. */
export async function lockConversation(tx: Tx, shopId: string, conversationId: string): Promise<LockedConversation> {
  const found = await findLocked(tx, shopId, conversationId);
  if (!found) throw notFound("conversation");
  return found;
}

/** Refuses unless the shop has this conversation. */
export async function requireConversation(tx: Tx, shopId: string, conversationId: string): Promise<void> {
  const [held] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)));
  if (!held) throw notFound("conversation");
}

/** Changes a locked conversation and raises its version, so that no older copy replaces it on any screen. */
export async function changeConversation(
  tx: Tx,
  conversation: LockedConversation,
  set: Partial<Omit<LockedConversation, "id" | "shopId" | "version" | "updatedAt">>,
): Promise<LockedConversation> {
  const [changed] = await tx
    .update(conversations)
    .set({ ...set, version: sql`${conversations.version} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(conversations.shopId, conversation.shopId), eq(conversations.id, conversation.id)))
    .returning();
  if (!changed) throw new Error("a locked conversation vanished");
  return changed;
}
