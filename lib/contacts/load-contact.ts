import { and, desc, eq, getTableColumns, max } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { channels, identities, visitors } from "#db/schema/channels";
import { consentRecords, consentTexts, contacts } from "#db/schema/contacts";
import { conversations, type STATUSES } from "#db/schema/conversations";
import { imports } from "#db/schema/imports";
import { attributes } from "#db/schema/widget";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { type AboutView, readAbout } from "./about/load-about";
import type { NameCaution } from "./caution-of";
import { proofId, WORDS_OF_RECORD } from "./ledger-record";
import { listMerges, type MergeView } from "./list-merges";
import { type IdentityView, loadIdentities } from "./load-identities";
import { nameCautions } from "./name-caution";
import { type Told, toldIn } from "./objection";
import { type PermissionView, permissionsOf, standingRecords } from "./permissions";
import { PURPOSE_LIST, type Purpose } from "./purposes";

export const OneContact = z.strictObject({ contactId: z.uuid() });

export type ConsentRecordView = {
  id: string;
  purpose: Purpose;
  action: string;
  act: string;
  at: string;
  locale: string;
  textVersion: string;
  source: string;
  /** The beginning of the hash that joins it to the ledger: how a receipt names it. */
  proofId: string;
  /** The exact words she was shown. */
  text: string;
  /** It was first written for another contact, which was joined with this one. */
  carried: boolean;
  /** How and when a member was told of it, and in which words; null where she acted herself. */
  told: Told | null;
  /** It does not count: the contact it came from was parted from this one. */
  voided: boolean;
};
export type ContactView = {
  id: string;
  name: string;
  /** Why her name may deceive whoever reads it; null for most. */
  caution: NameCaution | null;
  anonymous: boolean;
  signedIn: boolean;
  /** Whether an import made her known. */
  imported: boolean;
  /** When a file filled in what was empty; null when none did. */
  filledAt: string | null;
  email: string | null;
  city: string | null;
  locale: string | null;
  timeZone: string | null;
  createdAt: string;
  lastSeenAt: string;
  /** When everything but the proof of permissions was erased. */
  erasedAt: string | null;
  channels: { kind: "web_chat" | "messenger"; lastSeenAt: string }[];
  permissions: PermissionView[];
  history: ConsentRecordView[];
  identities: IdentityView[];
  /** What the shop's own page told, by name; `signed` while the shop's server had signed who she is. */
  attributes: { name: string; value: string | number | boolean; signed: boolean; at: string }[];
  /** What members wrote down about her. */
  about: AboutView;
  merges: MergeView[];
  conversations: {
    id: string;
    channel: "web_chat" | "messenger";
    status: (typeof STATUSES)[number];
    lastMessageAt: string;
  }[];
};

/**
 * A contact with the ways she is reached, what she allows and the ledger behind it, and her conversations. One that was
 * merged is answered with the contact it was merged into.
 */
export async function loadContact(actor: MemberActor, input: z.output<typeof OneContact>): Promise<ContactView> {
  return inShop(actor.shopId, async (tx) => {
    const contact = await findLiving(tx, actor.shopId, input.contactId);
    const reached = await tx
      .select({ kind: channels.kind, lastSeenAt: max(visitors.lastSeenAt), since: max(identities.createdAt) })
      .from(identities)
      .innerJoin(channels, and(eq(channels.shopId, identities.shopId), eq(channels.id, identities.channelId)))
      .leftJoin(visitors, and(eq(visitors.shopId, identities.shopId), eq(visitors.identityId, identities.id)))
      .where(and(eq(identities.shopId, actor.shopId), eq(identities.contactId, contact.id)))
      .groupBy(channels.kind);
    const history = await tx
      .select({ ...getTableColumns(consentRecords), text: consentTexts.text })
      .from(consentRecords)
      .innerJoin(consentTexts, WORDS_OF_RECORD)
      .where(and(eq(consentRecords.shopId, actor.shopId), eq(consentRecords.contactId, contact.id)))
      .orderBy(desc(consentRecords.at), desc(consentRecords.id))
      .limit(100);
    const threads = await tx
      .select({
        id: conversations.id,
        channel: channels.kind,
        status: conversations.status,
        lastMessageAt: conversations.lastMessageAt,
      })
      .from(conversations)
      .innerJoin(channels, and(eq(channels.shopId, conversations.shopId), eq(channels.id, conversations.channelId)))
      .where(and(eq(conversations.shopId, actor.shopId), eq(conversations.contactId, contact.id)))
      .orderBy(desc(conversations.lastMessageAt))
      .limit(20);
    const permissions = await permissionsOf(tx, actor.shopId, contact.id);
    const told = await tx
      .selectDistinctOn([attributes.name], {
        name: attributes.name,
        value: attributes.value,
        signed: attributes.signed,
        at: attributes.at,
      })
      .from(attributes)
      .innerJoin(identities, and(eq(identities.shopId, attributes.shopId), eq(identities.id, attributes.identityId)))
      .where(and(eq(attributes.shopId, actor.shopId), eq(identities.contactId, contact.id)))
      .orderBy(attributes.name, desc(attributes.at));
    return {
      id: contact.id,
      caution: (await nameCautions(tx, actor.shopId, [contact]))(contact),
      name: contact.name,
      anonymous: contact.personId === null,
      signedIn: contact.personId !== null,
      imported: contact.importId !== null,
      filledAt: await readFilledAt(tx, contact),
      email: contact.email,
      city: contact.city,
      locale: contact.locale,
      timeZone: contact.timeZone,
      createdAt: contact.createdAt.toISOString(),
      lastSeenAt: contact.lastSeenAt.toISOString(),
      erasedAt: contact.erasedAt?.toISOString() ?? null,
      channels: reached.map(({ kind, lastSeenAt, since }) => ({
        kind,
        lastSeenAt: (lastSeenAt ?? since ?? contact.createdAt).toISOString(),
      })),
      permissions: PURPOSE_LIST.map((purpose) => permissions[purpose]),
      history: viewHistory(history),
      identities: await loadIdentities(tx, actor.shopId, contact.id),
      attributes: told.map((one) => ({ ...one, at: one.at.toISOString() })),
      about: await readAbout(tx, actor.shopId, contact.id),
      merges: await listMerges(tx, actor.shopId, contact.id),
      conversations: threads.map((thread) => ({ ...thread, lastMessageAt: thread.lastMessageAt.toISOString() })),
    };
  });
}

async function readFilledAt(
  tx: Tx,
  { shopId, filledById }: Pick<typeof contacts.$inferSelect, "shopId" | "filledById">,
): Promise<string | null> {
  if (!filledById) return null;
  const [file] = await tx
    .select({ at: imports.createdAt })
    .from(imports)
    .where(and(eq(imports.shopId, shopId), eq(imports.id, filledById)));
  return file?.at.toISOString() ?? null;
}

async function findLiving(tx: Tx, shopId: string, contactId: string): Promise<typeof contacts.$inferSelect> {
  const [contact] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  if (!contact) throw notFound("contact");
  return contact.mergedInto ? findLiving(tx, shopId, contact.mergedInto) : contact;
}

/** Every act as it was written; the records that only void others are told by those they void. */
function viewHistory(records: (typeof consentRecords.$inferSelect & { text: string })[]): ConsentRecordView[] {
  const standing = new Set(standingRecords(records).map(({ id }) => id));
  return records
    .filter(({ action }) => action !== "voided")
    .map(({ id, purpose, action, act, at, locale, text, textVersion, source, proof, hash }) => ({
      id,
      text,
      proofId: proofId(hash),
      purpose,
      action,
      act,
      at: at.toISOString(),
      locale,
      textVersion,
      source,
      told: toldIn(proof),
      carried: proof.carriedFrom !== undefined,
      voided: !standing.has(id),
    }));
}
