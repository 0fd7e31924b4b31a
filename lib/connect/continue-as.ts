import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities, visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { appendEvent } from "#lib/conversations/append-message";
import { conversationChanged } from "#lib/conversations/events";
import { lockLatest } from "#lib/conversations/open-conversation";
import { newId } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import { hasAccount } from "./accounts";
import { joinContacts } from "./join-contacts";

/** Joined by a member, a link, a login of the storefront or an account linked on Messenger: nobody signed in to this chat. */
export const JOINED_OTHERWISE = sql`${identities.evidence} ->> 'way' in ('merge', 'reference', 'login_connect', 'account_linking')`;

/**
 * Lets a browser's chat go on as a contact that was proven to be hers: by her own sign-in ("connect"), or by the
 * signed word of the shop's own login ("shop_account"). What she wrote before as nobody becomes hers; what somebody
 * else wrote in this browser stays theirs.
 */
export async function continueAs(
  tx: Tx,
  actor: VisitorActor,
  contactId: string,
  way: "connect" | "shop_account",
): Promise<void> {
  const people = await tx
    .select({ id: contacts.id, name: contacts.name, personId: contacts.personId })
    .from(contacts)
    .where(and(eq(contacts.shopId, actor.shopId), inArray(contacts.id, [contactId, actor.contactId])));
  const person = people.find((one) => one.id === contactId);
  const unsigned = people.some((one) => one.id === actor.contactId && one.personId === null);
  const nameless = unsigned && !(await isAnothers(tx, actor, contactId, way));
  const wrote = nameless ? await lockLatest(tx, actor.shopId, actor.identityId) : null;
  if (!wrote) await continueOwn(tx, actor, contactId, nameless);
  if (nameless) await joinContacts(tx, actor.shopId, { keepId: contactId, mergeId: actor.contactId, way });
  if (!wrote) return;
  await appendEvent(tx, wrote, { type: "signed_in", name: person?.name ?? "" });
  await conversationChanged.record(tx, actor.shopId, { conversationId: wrote.id });
}

/** Whether the shop's own login has said that this chat is somebody else's than the contact's. */
async function isAnothers(tx: Tx, actor: VisitorActor, contactId: string, way: "connect" | "shop_account") {
  if (!(await hasAccount(tx, actor.shopId, actor.contactId))) return false;
  return way === "shop_account" || hasAccount(tx, actor.shopId, contactId);
}

/**
 * A browser in which she wrote nothing yet continues her own web chat, the one that is open or was last, or starts one: as the nameless visitor it was
 * so far, or afresh. What another person wrote in this browser stays that person's, and a chat that somebody else
 * said to be hers is not shown to her.
 */
async function continueOwn(tx: Tx, actor: VisitorActor, contactId: string, nameless: boolean): Promise<void> {
  const [own] = await tx
    .select({ id: identities.id })
    .from(identities)
    .leftJoin(
      conversations,
      and(eq(conversations.shopId, identities.shopId), eq(conversations.identityId, identities.id)),
    )
    .where(
      and(
        eq(identities.shopId, actor.shopId),
        eq(identities.contactId, contactId),
        eq(identities.channelId, actor.channelId),
        sql`(${JOINED_OTHERWISE}) is not true`,
      ),
    )
    .orderBy(
      sql`${conversations.status} in ('open', 'snoozed') desc nulls last`,
      sql`${conversations.lastMessageAt} desc nulls last`,
      desc(identities.createdAt),
    )
    .limit(1);
  if (!own && nameless) return;
  const identityId = own?.id ?? newId();
  if (!own)
    await tx.insert(identities).values({
      id: identityId,
      shopId: actor.shopId,
      contactId,
      channelId: actor.channelId,
      externalId: identityId,
    });
  await tx
    .update(visitors)
    .set({ identityId })
    .where(and(eq(visitors.shopId, actor.shopId), eq(visitors.id, actor.visitorId)));
}
