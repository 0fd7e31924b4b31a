import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { newId } from "#lib/core/ids";
import { lockPerson } from "../inbound/known-person";

export type Place = { shopId: string; channelId: string };
/** A person of a past thread, and when she was first and last heard of in it. */
export type PastPerson = { psid: string; name: string; createdAt: Date; lastSeenAt: Date };
export type PastIdentity = { id: string; contactId: string; psid: string };

/**
 * The identities of the people by their PSIDs, locked so that nobody is merged meanwhile; who is new to the shop becomes a contact. Somebody whose first message
 * comes in at the same time keeps the identity that it made.
 */
export async function findPeople(
  tx: Tx,
  place: Place,
  people: readonly PastPerson[],
): Promise<Map<string, PastIdentity>> {
  const psids = people.map((one) => one.psid).sort();
  for (const psid of psids) await lockPerson(tx, place, psid);
  const known = await read(tx, place, psids);
  const strangers = people.filter(({ psid }) => !known.has(psid));
  if (strangers.length === 0) return known;
  for (const identity of await make(tx, place, strangers)) known.set(identity.psid, identity);
  const late = strangers.filter(({ psid }) => !known.has(psid)).map(({ psid }) => psid);
  return late.length === 0 ? known : new Map([...known, ...(await read(tx, place, late))]);
}

async function read(tx: Tx, { shopId, channelId }: Place, psids: readonly string[]) {
  const found = await tx
    .select({ id: identities.id, contactId: identities.contactId, psid: identities.externalId })
    .from(identities)
    .where(
      and(
        eq(identities.shopId, shopId),
        eq(identities.channelId, channelId),
        inArray(identities.externalId, [...psids]),
      ),
    )
    .orderBy(asc(identities.id))
    .for("no key update");
  return new Map(found.map((one) => [one.psid, one]));
}

async function make(tx: Tx, { shopId, channelId }: Place, strangers: readonly PastPerson[]): Promise<PastIdentity[]> {
  const made = strangers.map((one) => ({ ...one, contactId: newId() }));
  await tx.insert(contacts).values(
    made.map(({ contactId, name, createdAt, lastSeenAt }) => ({
      id: contactId,
      shopId,
      name,
      createdAt,
      lastSeenAt,
    })),
  );
  const evidence = { way: "import" as const, at: new Date().toISOString() };
  const stored = await tx
    .insert(identities)
    .values(
      made.map(({ psid, contactId, lastSeenAt: createdAt }) => ({
        ...{ shopId, channelId, contactId, externalId: psid, evidence, createdAt },
      })),
    )
    .onConflictDoNothing()
    .returning({ id: identities.id, contactId: identities.contactId, psid: identities.externalId });
  const kept = new Set(stored.map((one) => one.contactId));
  const unused = made.filter(({ contactId }) => !kept.has(contactId)).map(({ contactId }) => contactId);
  if (unused.length > 0)
    await tx.delete(contacts).where(and(eq(contacts.shopId, shopId), inArray(contacts.id, unused)));
  return stored;
}
