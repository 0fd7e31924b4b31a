import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import type { LockedConversation } from "./access";
import { readFacts } from "./facts";
import { placeOfNew } from "./teams/place-of-new";

type Who = { shopId: string; identityId: string; contactId: string; channelId: string };

/** The identity's most recent conversation, open or closed, locked; null when she never wrote. */
export async function lockLatest(tx: Tx, shopId: string, identityId: string): Promise<LockedConversation | null> {
  const [latest] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.identityId, identityId)))
    .orderBy(desc(conversations.createdAt), desc(conversations.id))
    .limit(1)
    .for("update");
  return latest ?? null;
}

/**
 * The conversation in which the identity writes, locked: her latest, made when there is none. Two first messages at
 * once get the same one, because only one open conversation per identity can be made. It is made for the contact the
 * identity belongs to now, and given to the team that takes new ones, whoever the caller last saw it with: while it is locked, nobody is merged.
 */
export async function openConversation(tx: Tx, who: Who): Promise<LockedConversation> {
  const latest = await lockLatest(tx, who.shopId, who.identityId);
  if (latest) return latest;
  const [identity] = await tx
    .select({ contactId: identities.contactId })
    .from(identities)
    .where(and(eq(identities.shopId, who.shopId), eq(identities.id, who.identityId)))
    .for("no key update");
  const contactId = identity?.contactId ?? who.contactId;
  const place = await placeOfNew(tx, who.shopId);
  await tx
    .insert(conversations)
    .values({ ...who, contactId, ...place, ...(await readFacts(tx, who.shopId, contactId)) })
    .onConflictDoNothing();
  const made = await lockLatest(tx, who.shopId, who.identityId);
  if (!made) throw new Error("the conversation vanished between two statements");
  return made;
}
