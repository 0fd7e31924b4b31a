import { and, desc, eq, max } from "drizzle-orm";
import { consentText } from "#db/consent-texts";
import type { Tx } from "#db/in-shop";
import { consentRecords, consentTexts, contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { dataRequests } from "#db/schema/privacy";
import { WORDS_OF_RECORD } from "#lib/contacts/ledger-record";
import { decidingEntries, foldLedger, type PermissionView, standingRecords } from "#lib/contacts/permissions";
import { PURPOSE_LIST, type Purpose } from "#lib/contacts/purposes";
import { blockedSince } from "#lib/conversations/blocked-since";
import { now } from "#lib/core/clock";
import type { MyContact } from "./my-contacts";
import { type MyShopHead, readMyHead } from "./view-my-head";

/** One purpose as the shopper sees it herself. */
export type MyPermission = PermissionView & {
  /** The words of now in the reader's language: what switching it on agrees to. */
  text: string;
  /** While it is on: the exact words she agreed to, in the language and version she read. */
  agreed: { text: string; locale: string; version: string } | null;
};

/** One record of the ledger as the shopper sees it herself. */
export type MyAct = { id: string; purpose: Purpose; action: string; act: string; at: string };

/** A shop as a shopper sees it in her own place. */
export type MyShop = MyShopHead & {
  lastMessageAt: string | null;
  permissions: MyPermission[];
  /** Until when she wants nothing but answers; null when the pause is over, or there was none. */
  pausedUntil: string | null;
  /** Since when she blocks the shop; null when she wrote to it since. */
  blockedAt: string | null;
  /** An erasure under way: what of it is done, in percent, and by when it must be. */
  erasing: { percent: number; dueAt: string } | null;
  /** Everything she answered or withdrew, the latest first. */
  history: MyAct[];
};

/** What the shop may send her, since when, by which act and in which words. */
export async function readMyShop(tx: Tx, { shopId, contactId }: MyContact, locale: "en" | "fr"): Promise<MyShop> {
  const head = await readMyHead(tx, shopId);
  const records = await tx
    .select({ record: consentRecords, text: consentTexts.text })
    .from(consentRecords)
    .innerJoin(consentTexts, WORDS_OF_RECORD)
    .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.contactId, contactId)))
    .orderBy(desc(consentRecords.at), desc(consentRecords.id));
  const [last] = await tx
    .select({ at: max(conversations.lastMessageAt) })
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId)));
  const entries = records.map(({ record, text }) => ({ ...record, text }));
  const standing = standingRecords(entries);
  const [states, deciding] = [foldLedger(standing), decidingEntries(standing)];
  return {
    ...head,
    lastMessageAt: last?.at?.toISOString() ?? null,
    ...(await readSilence(tx, { shopId, contactId })),
    erasing: await readErasing(tx, shopId, contactId),
    permissions: PURPOSE_LIST.map((purpose) => {
      const given = states[purpose].state === "on" ? deciding[purpose] : null;
      const agreed = given && { text: given.text, locale: given.locale, version: given.textVersion };
      return { ...states[purpose], text: consentText(purpose, locale), agreed };
    }),
    history: standing.map(({ id, purpose, action, act, at }) => ({ id, purpose, action, act, at: at.toISOString() })),
  };
}

/** Whether she has the shop silent now. */
export async function readSilence(
  tx: Tx,
  { shopId, contactId }: MyContact,
): Promise<Pick<MyShop, "pausedUntil" | "blockedAt">> {
  const [contact] = await tx
    .select({ pausedUntil: contacts.pausedUntil })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  const { pausedUntil = null } = contact ?? {};
  return {
    pausedUntil: pausedUntil && pausedUntil > now() ? pausedUntil.toISOString() : null,
    blockedAt: (await blockedSince(tx, shopId, contactId))?.toISOString() ?? null,
  };
}

/** How far an erasure of this contact is; null when none is under way. */
export async function readErasing(tx: Tx, shopId: string, contactId: string): Promise<MyShop["erasing"]> {
  const [running] = await tx
    .select({ done: dataRequests.done, total: dataRequests.total, dueAt: dataRequests.dueAt })
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.shopId, shopId),
        eq(dataRequests.contactId, contactId),
        eq(dataRequests.kind, "erasure"),
        eq(dataRequests.state, "running"),
      ),
    );
  if (!running) return null;
  const percent = running.total > 0 ? Math.floor((100 * running.done) / running.total) : 0;
  return { percent, dueAt: running.dueAt.toISOString() };
}
