import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { contactChanged } from "#lib/contacts/events";
import { takeEarlyMarks } from "#lib/conversations/early-changes";
import type { Thread } from "#lib/conversations/store-from-platform";
import { addJob } from "#lib/jobs/add-job";
import type { Place } from "./place";

const PROFILE_ATTEMPTS = 6;

/** Whatever else is told or fetched of this person of a Page waits until this transaction ends. */
export async function lockPerson(tx: Tx, { channelId }: Pick<Place, "channelId">, psid: string): Promise<void> {
  await lockName(tx, `${channelId}:${psid}`);
}

/** Whoever a Page talks to under this id (PSID), if the shop knows her. What is told of her waits until this one ends. */
export async function findPerson(tx: Tx, { shopId, channelId }: Place, psid: string): Promise<Thread | null> {
  await lockPerson(tx, { channelId }, psid);
  const [known] = await tx
    .select({ identityId: identities.id, contactId: identities.contactId })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.channelId, channelId), eq(identities.externalId, psid)));
  return known ? { shopId, channelId, ...known } : null;
}

/** The same; a stranger becomes a nameless contact, whose name is asked for by a job. Twenty first messages make one. */
export async function knowPerson(tx: Tx, place: Place, psid: string, at: Date): Promise<Thread> {
  const known = await findPerson(tx, place, psid);
  if (known) return known;
  const { shopId, channelId } = place;
  const [contact] = await tx.insert(contacts).values({ shopId, lastSeenAt: at }).returning({ id: contacts.id });
  if (!contact) throw new Error("insert returned no row");
  const marks = await takeEarlyMarks(tx, place, psid);
  const evidence = { way: "wrote" as const, at: at.toISOString() };
  const [identity] = await tx
    .insert(identities)
    .values({ shopId, channelId, contactId: contact.id, externalId: psid, evidence, ...marks })
    .returning({ id: identities.id });
  if (!identity) throw new Error("insert returned no row");
  await queueName(tx, shopId, identity.id);
  await contactChanged.record(tx, shopId, { contactId: contact.id });
  return { shopId, channelId, identityId: identity.id, contactId: contact.id };
}

async function queueName(tx: Tx, shopId: string, identityId: string): Promise<void> {
  const job = { shopId, identityId };
  await addJob(tx, "readMessengerProfile", job, { key: `profile:${identityId}`, maxAttempts: PROFILE_ATTEMPTS });
}

/** Asks how a nameless person is called once more, where the platform could not answer before. */
export async function askNameAgain(
  tx: Tx,
  { shopId, identityId }: Pick<Thread, "shopId" | "identityId">,
): Promise<void> {
  const [unasked] = await tx
    .select({ id: identities.id })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId), isNull(identities.profileReadAt)));
  if (unasked) await queueName(tx, shopId, unasked.id);
}
