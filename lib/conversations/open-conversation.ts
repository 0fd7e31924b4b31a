import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import type { LockedConversation } from "./access";
import { readFacts } from "./facts";
import { tellTurn } from "./teams/come-back";
import { placeOfNew } from "./teams/place-of-new";
import { isUnwanted } from "./unwanted";

type Who = { shopId: string; identityId: string; contactId: string; channelId: string };
/** `at`: when what begins it happened, by a platform's clock. `status`: as which it begins. */
type Beginning = { at?: Date; status?: "open" | "closed" };

/** The identity's most recent conversation, open or closed, locked; null when she never wrote. */
export async function lockLatest(tx: Tx, shopId: string, identityId: string): Promise<LockedConversation | null> {
  const [latest] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.identityId, identityId)))
    .orderBy(desc(conversations.createdAt), desc(conversations.id))
    .limit(1)
    .for("no key update");
  return latest ?? null;
}

/**
 * The conversation in which the identity writes, locked: her latest, made when there is none. Two first messages at
 * once get the same one, because the second waits for the identity and looks again. It is made for the contact the
 * identity belongs to now, whoever the caller last saw it with: while it is locked, nobody is merged. It begins with the
 * team that takes new ones; one that is open, of a contact who is not Spam, is given there in turn, and says so first.
 */
export async function openConversation(
  tx: Tx,
  who: Who,
  { at, status = "open" }: Beginning = {},
): Promise<LockedConversation> {
  const latest = await lockLatest(tx, who.shopId, who.identityId);
  if (latest) return latest;
  const contactId = (await lockOwner(tx, who)) ?? who.contactId;
  const begun = await lockLatest(tx, who.shopId, who.identityId);
  if (begun) return begun;
  const isGiven = status === "open" && !(await isUnwanted(tx, who.shopId, contactId));
  const place = await placeOfNew(tx, who.shopId, isGiven);
  const [made] = await tx
    .insert(conversations)
    .values({ ...who, contactId, status, ...place, ...(await readFacts(tx, who.shopId, contactId)) })
    .returning();
  if (!made) throw new Error("insert returned no row");
  return tellTurn(tx, made, at);
}

/** To whom the identity belongs, and keeps belonging: it is locked. */
async function lockOwner(tx: Tx, { shopId, identityId }: Who): Promise<string | null> {
  const [identity] = await tx
    .select({ contactId: identities.contactId })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId)))
    .for("no key update");
  return identity?.contactId ?? null;
}
