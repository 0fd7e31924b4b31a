import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { type IdentityEvidence, identities } from "#db/schema/channels";
import { contactMerges, type MovedByMerge } from "#db/schema/contact-links";
import { contacts } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import { orders } from "#db/schema/orders";
import { carryPermissions } from "#lib/contacts/carry-permissions";
import { contactChanged } from "#lib/contacts/events";
import { changeConversation, type LockedConversation } from "#lib/conversations/access";
import { appendEvent } from "#lib/conversations/append-message";
import { conversationChanged } from "#lib/conversations/events";
import { now } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { carryMails } from "./carry-mails";
import { carryRequests, refuseErasing } from "./carry-requests";
import { chooseKept, signedIn } from "./choose-kept";
import { type Belongings, type LockedContact, livingContact, lockContacts } from "./lock-contacts";
import { tellVisits } from "./tell-visits";

export type Joining = {
  keepId: string;
  mergeId: string;
  way: "connect" | "shop_account" | "reference" | "login_connect" | "account_linking" | "merge";
  byMemberId?: string;
};
/** The contact that is left, and the merge that can be undone; null when they were one already, or for good. */
export type Joined = { contactId: string; mergeId: string | null };

const FILLED = ["name", "email", "locale", "city", "timeZone", "blockedAt"] as const;

/**
 * Makes two contacts one: identities, conversations, orders and an account at the shop move to the kept one, acts of
 * permission and an end to mails are carried, and empty fields are filled. A contact with a login is always the kept
 * one, so a login is never merged away; two different logins are refused. Contacts that were merged before stand for
 * those they were merged into. Somebody erased, or being erased, joins nobody. For "connect" and "shop_account" the
 * proof is her own sign-in, which nobody undoes.
 */
export async function joinContacts(tx: Tx, shopId: string, joining: Joining): Promise<Joined> {
  const locked = await lockLiving(tx, shopId, joining);
  if (!locked) return { contactId: await livingContact(tx, shopId, joining.keepId), mergeId: null };
  await refuseErasing(tx, shopId, locked.contacts);
  const [kept, merged] = await chooseKept(tx, locked.contacts, { ...joining, keepId: locked.keepId });
  const mergeId = signedIn(joining.way) ? null : newId();
  const moved = await moveAll(tx, shopId, locked, kept, merged, evidenceOf(joining));
  await carryPermissions(tx, shopId, { fromId: merged.id, toId: kept.id, ...(mergeId ? { mergeId } : {}) });
  if (mergeId) {
    const byMemberId = joining.byMemberId ?? null;
    await tx.insert(contactMerges).values({
      id: mergeId,
      shopId,
      keptId: kept.id,
      mergedId: merged.id,
      byMemberId,
      moved,
      createdAt: sql`clock_timestamp()`,
    });
  }
  await tell(tx, shopId, locked, joining.way, kept, merged);
  return { contactId: kept.id, mergeId };
}

/** Both, locked as who they are now; null when they are one already. */
async function lockLiving(tx: Tx, shopId: string, { keepId, mergeId }: Joining) {
  for (;;) {
    const [keep, merge] = [await livingContact(tx, shopId, keepId), await livingContact(tx, shopId, mergeId)];
    if (keep === merge) return null;
    const locked = await lockContacts(tx, shopId, [keep, merge]);
    if (locked.contacts.every(({ mergedInto }) => mergedInto === null)) return { ...locked, keepId: keep };
  }
}

function evidenceOf({ way, byMemberId }: Joining): IdentityEvidence {
  return { way, at: now().toISOString(), ...(byMemberId ? { byMemberId } : {}) };
}

const isEmpty = (value: unknown) => value === null || value === "";

async function moveAll(
  tx: Tx,
  shopId: string,
  locked: Belongings,
  kept: LockedContact,
  merged: LockedContact,
  evidence: IdentityEvidence,
): Promise<MovedByMerge> {
  const mine = <T extends { contactId: string | null }>(rows: readonly T[]) =>
    rows.filter(({ contactId }) => contactId === merged.id);
  const [ways, threads, bought] = [mine(locked.identities), mine(locked.conversations), mine(locked.orders)];
  const filled = FILLED.filter((field) => isEmpty(kept[field]) && !isEmpty(merged[field]));
  for (const thread of threads) await changeConversation(tx, thread, { contactId: kept.id });
  await tx
    .update(identities)
    .set({ contactId: kept.id, evidence })
    .where(and(eq(identities.shopId, shopId), eq(identities.contactId, merged.id)));
  await tx
    .update(orders)
    .set({ contactId: kept.id, version: sql`${orders.version} + 1` })
    .where(and(eq(orders.shopId, shopId), eq(orders.contactId, merged.id)));
  await tx
    .update(shopAccounts)
    .set({ contactId: kept.id })
    .where(and(eq(shopAccounts.shopId, shopId), eq(shopAccounts.contactId, merged.id)));
  const stop = await carryMails(tx, shopId, { fromId: merged.id, toId: kept.id });
  const requests = await carryRequests(tx, shopId, { fromId: merged.id, toId: kept.id });
  const lastSeenAt = new Date(Math.max(kept.lastSeenAt.getTime(), merged.lastSeenAt.getTime()));
  await tx
    .update(contacts)
    .set({
      ...Object.fromEntries(filled.map((field) => [field, merged[field]])),
      ...(filled.length > 0 ? { filledById: fileOf(merged) ?? kept.filledById } : {}),
      lastSeenAt,
      version: sql`${contacts.version} + 1`,
    })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, kept.id)));
  await tx
    .update(contacts)
    .set({ mergedInto: kept.id, version: sql`${contacts.version} + 1` })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, merged.id)));
  return {
    identities: ways.map(({ id }) => id),
    conversations: threads.map(({ id }) => id),
    orders: bought.map(({ id }) => id),
    filled,
    evidence: Object.fromEntries(ways.map((way) => [way.id, way.evidence])),
    ...(stop ? { stop: true as const } : {}),
    ...(requests.length > 0 ? { requests } : {}),
  };
}

/** The import that what is known of a contact came by. */
export const fileOf = ({ importId, filledById }: Pick<LockedContact, "importId" | "filledById">) =>
  filledById ?? importId;

const latest = (threads: readonly LockedConversation[]) =>
  [...threads].sort((a, b) => b.lastMessageAt.getTime() - a.lastMessageAt.getTime() || (a.id < b.id ? 1 : -1))[0];

/** Says it in the latest thread of each, and shows it on every screen. */
async function tell(
  tx: Tx,
  shopId: string,
  locked: Belongings,
  way: Joining["way"],
  kept: LockedContact,
  merged: LockedContact,
): Promise<void> {
  const of = (contactId: string) => locked.conversations.filter((thread) => thread.contactId === contactId);
  if (!signedIn(way))
    for (const thread of [latest(of(merged.id)), latest(of(kept.id))]) {
      if (!thread) continue;
      await appendEvent(tx, thread, { type: "joined", way, name: kept.name || merged.name });
    }
  for (const { id } of locked.conversations) await conversationChanged.record(tx, shopId, { conversationId: id });
  for (const { id } of [kept, merged]) await contactChanged.record(tx, shopId, { contactId: id });
  await tellVisits(
    tx,
    shopId,
    locked.identities.map(({ id }) => id),
  );
}
