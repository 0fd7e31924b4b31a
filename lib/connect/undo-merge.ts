import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contactMerges } from "#db/schema/contact-links";
import { contacts } from "#db/schema/contacts";
import { messages } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { returnPermissions } from "#lib/contacts/carry-permissions";
import { contactChanged } from "#lib/contacts/events";
import { changeConversation, type LockedConversation } from "#lib/conversations/access";
import { conversationChanged } from "#lib/conversations/events";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { returnMails } from "./carry-mails";
import { refuseErasing, returnRequests } from "./carry-requests";
import { fileOf } from "./join-contacts";
import { type Belongings, chainOf, type LockedContact, lockContacts } from "./lock-contacts";
import { tellVisits } from "./tell-visits";

export const UndoMerge = z.strictObject({ mergeId: z.uuid() });
export type UndoMerge = z.output<typeof UndoMerge>;
type Merge = typeof contactMerges.$inferSelect;

/**
 * Parts two contacts that were joined: what had moved goes back, from whoever holds it now, with the conversations
 * begun and the orders placed through those identities since. The copies of permission acts are voided (see
 * `returnPermissions`). Undoing twice changes nothing; while they are erased it is refused. Answers with both contacts.
 */
export async function undoMerge(actor: MemberActor, input: UndoMerge): Promise<{ keptId: string; mergedId: string }> {
  return inShop(actor.shopId, (tx) => undo(tx, actor.shopId, input.mergeId));
}

async function undo(tx: Tx, shopId: string, mergeId: string): Promise<{ keptId: string; mergedId: string }> {
  const one = and(eq(contactMerges.shopId, shopId), eq(contactMerges.id, mergeId));
  const [merge] = await tx.select().from(contactMerges).where(one).for("update");
  if (!merge) throw notFound("merge");
  const chain = await chainOf(tx, shopId, merge.keptId);
  const keptId = chain.at(-1) ?? merge.keptId;
  if (merge.undoneAt) return { keptId, mergedId: merge.mergedId };
  const locked = await lockContacts(tx, shopId, [keptId, merge.mergedId]);
  const [kept, merged] = [keptId, merge.mergedId].map((id) => locked.contacts.find((contact) => contact.id === id));
  if (!kept || !merged) throw notFound("contact");
  await refuseErasing(tx, shopId, [kept, merged]);
  await moveBack(tx, shopId, locked, merge, keptId);
  await emptyAgain(tx, kept, merged, merge.moved.filled);
  await tx
    .update(contacts)
    .set({ mergedInto: null, version: sql`${contacts.version} + 1` })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, merged.id)));
  await returnPermissions(tx, shopId, {
    mergeId,
    since: merge.createdAt,
    holders: chain,
    toId: merged.id,
    identityIds: merge.moved.identities,
  });
  await tx.update(contactMerges).set({ undoneAt: sql`now()` }).where(one);
  for (const { id } of locked.conversations) await conversationChanged.record(tx, shopId, { conversationId: id });
  for (const id of [keptId, merged.id]) await contactChanged.record(tx, shopId, { contactId: id });
  await tellVisits(
    tx,
    shopId,
    locked.identities.map(({ id }) => id),
  );
  return { keptId, mergedId: merged.id };
}

async function moveBack(tx: Tx, shopId: string, locked: Belongings, merge: Merge, keptId: string): Promise<void> {
  const { moved, mergedId } = merge;
  const ways = locked.identities.filter(({ id, contactId }) => contactId === keptId && moved.identities.includes(id));
  const wayIds = new Set(ways.map(({ id }) => id));
  const threads = locked.conversations.filter(
    ({ id, identityId, contactId }) =>
      contactId === keptId && (moved.conversations.includes(id) || wayIds.has(identityId)),
  );
  for (const way of ways)
    await tx
      .update(identities)
      .set({ contactId: mergedId, evidence: moved.evidence[way.id] ?? null })
      .where(and(eq(identities.shopId, shopId), eq(identities.id, way.id)));
  for (const thread of threads) await changeConversation(tx, thread, { contactId: mergedId });
  await returnMails(tx, shopId, {
    fromId: keptId,
    toId: mergedId,
    since: merge.createdAt,
    stop: moved.stop === true,
    conversationIds: threads.map(({ id }) => id),
  });
  await returnRequests(tx, shopId, { fromId: keptId, toId: mergedId }, moved.requests ?? []);
  const placed = [...moved.orders, ...(await placedIn(tx, shopId, threads))];
  if (placed.length > 0)
    await tx
      .update(orders)
      .set({ contactId: mergedId, version: sql`${orders.version} + 1` })
      .where(and(eq(orders.shopId, shopId), eq(orders.contactId, keptId), inArray(orders.id, placed)));
}

/** The orders whose placing stands in these threads: they were placed in those browsers. */
async function placedIn(tx: Tx, shopId: string, threads: readonly LockedConversation[]): Promise<string[]> {
  if (threads.length === 0) return [];
  const found = await tx
    .select({ event: messages.event })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        inArray(
          messages.conversationId,
          threads.map(({ id }) => id),
        ),
        eq(messages.kind, "event"),
        sql`${messages.event} ->> 'type' = 'order_placed'`,
      ),
    );
  return found.flatMap(({ event }) => (event?.type === "order_placed" ? [event.orderId] : []));
}

/** Fields that the merge filled are empty again, unless they were changed since. */
async function emptyAgain(tx: Tx, kept: LockedContact, merged: LockedContact, filled: Merge["moved"]["filled"]) {
  const same = filled.filter((field) => kept[field]?.valueOf() === merged[field]?.valueOf());
  await tx
    .update(contacts)
    .set({
      ...Object.fromEntries(same.map((field) => [field, field === "name" ? "" : null])),
      ...(filled.length > 0 && kept.filledById === fileOf(merged) ? { filledById: null } : {}),
      version: sql`${contacts.version} + 1`,
    })
    .where(and(eq(contacts.shopId, kept.shopId), eq(contacts.id, kept.id)));
}
