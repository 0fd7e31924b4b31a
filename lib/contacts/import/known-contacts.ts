import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { consentRecords, contacts } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import { dataRequests } from "#db/schema/privacy";
import { type Permissions, readPermissions } from "../permissions";
import type { Purpose } from "../purposes";
import { suppressedEmails } from "../suppressions";
import type { ContactEntry } from "./read-contacts";

export type KnownContact = typeof contacts.$inferSelect;

/** What a shop knows of the people on some lines. */
export type Known = {
  byId: ReadonlyMap<string, KnownContact>;
  /** By address: the living contacts that this address is good enough to join, and all that bear it. */
  byEmail: ReadonlyMap<string, { safe: KnownContact[]; all: KnownContact[] }>;
  erasing: ReadonlySet<string>;
  /** Addresses of people who were erased. */
  erased: ReadonlySet<string>;
  permissions: ReadonlyMap<string, Permissions>;
  /** Acts that this very file brought before, as "contact purpose". */
  acted: ReadonlySet<string>;
};

export const actOf = (contactId: string, purpose: Purpose) => `${contactId} ${purpose}`;

const present = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.flatMap((value) => (value === null ? [] : [value]))),
];

async function contactsOf(tx: Tx, shopId: string, ids: readonly string[]): Promise<KnownContact[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), inArray(contacts.id, [...ids])));
}

/** Adds whoever contacts were merged into, however far. */
async function withLiving(tx: Tx, shopId: string, found: KnownContact[]): Promise<Map<string, KnownContact>> {
  const byId = new Map(found.map((contact) => [contact.id, contact]));
  for (;;) {
    const next = present([...byId.values()].map(({ mergedInto }) => mergedInto)).filter((id) => !byId.has(id));
    if (next.length === 0) return byId;
    for (const contact of await contactsOf(tx, shopId, next)) byId.set(contact.id, contact);
  }
}

function living(byId: ReadonlyMap<string, KnownContact>, contact: KnownContact): KnownContact {
  const next = contact.mergedInto ? byId.get(contact.mergedInto) : undefined;
  return next ? living(byId, next) : contact;
}

/**
 * Reads what is known of the people on some lines. An address in a file proves nothing, so it joins a line only to a
 * contact that an import made, or whose address the shop's own server has signed as verified: whoever else bears the
 * address may only claim it, and would read in her own place what the file says of another.
 */
export async function readKnown(
  tx: Tx,
  shopId: string,
  digest: string,
  entries: readonly ContactEntry[],
): Promise<Known> {
  const emails = present(entries.map(({ email }) => email));
  const [named, bearing, verified] = [
    await contactsOf(tx, shopId, present(entries.map(({ contactId }) => contactId))),
    emails.length === 0
      ? []
      : await tx
          .select()
          .from(contacts)
          .where(and(eq(contacts.shopId, shopId), inArray(contacts.email, emails), isNull(contacts.erasedAt))),
    emails.length === 0
      ? []
      : await tx
          .select({ contactId: shopAccounts.contactId, email: shopAccounts.verifiedEmail })
          .from(shopAccounts)
          .where(and(eq(shopAccounts.shopId, shopId), inArray(shopAccounts.verifiedEmail, emails))),
  ];
  const owners = await contactsOf(tx, shopId, present(verified.map(({ contactId }) => contactId)));
  const everyone = await withLiving(tx, shopId, [...named, ...bearing, ...owners]);
  const byEmail = new Map(
    emails.map((email) => {
      const signed = verified.filter((one) => one.email === email).map(({ contactId }) => contactId);
      const safe = bearing.filter((one) => one.email === email && one.importId !== null);
      const own = [...safe, ...owners.filter(({ id }) => signed.includes(id))];
      return [
        email,
        {
          safe: alive(everyone, own),
          all: alive(
            everyone,
            bearing.filter((one) => one.email === email),
          ),
        },
      ];
    }),
  );
  const ids = [...everyone.keys()];
  const refusing = entries.some(({ refusals }) => refusals.length > 0);
  return {
    byId: new Map([...everyone.values()].map((contact) => [contact.id, living(everyone, contact)])),
    byEmail,
    erasing: await readErasing(tx, shopId, ids),
    erased: await suppressedEmails(tx, shopId, emails),
    permissions: refusing ? await readPermissions(tx, shopId, ids) : new Map(),
    acted: refusing ? await readActed(tx, shopId, digest, ids) : new Set(),
  };
}

function alive(everyone: ReadonlyMap<string, KnownContact>, found: readonly KnownContact[]): KnownContact[] {
  return [...new Set(found.map((contact) => living(everyone, contact)))];
}

async function readErasing(tx: Tx, shopId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const running = await tx
    .select({ contactId: dataRequests.contactId })
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.shopId, shopId),
        inArray(dataRequests.contactId, [...ids]),
        eq(dataRequests.kind, "erasure"),
        eq(dataRequests.state, "running"),
      ),
    );
  return new Set(running.map(({ contactId }) => contactId));
}

async function readActed(tx: Tx, shopId: string, digest: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await tx
    .select({ contactId: consentRecords.contactId, purpose: consentRecords.purpose, proof: consentRecords.proof })
    .from(consentRecords)
    .where(
      and(
        eq(consentRecords.shopId, shopId),
        inArray(consentRecords.contactId, [...ids]),
        eq(consentRecords.act, "import"),
      ),
    );
  return new Set(
    found.filter(({ proof }) => proof.file === digest).map(({ contactId, purpose }) => actOf(contactId, purpose)),
  );
}
