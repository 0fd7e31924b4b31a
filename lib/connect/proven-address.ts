import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { mailStops, shopAccounts } from "#db/schema/identity";
import { persons } from "#db/schema/persons";
import { readConfirmedEmail } from "./widget/confirm-email";

type Chat = { shopId: string; contactId: string; identityId: string };

/**
 * The address at which a contact may be told of an answer in a chat: confirmed in this very chat, proven by her own
 * sign-in with a code, or verified by the shop that named her. An address nobody proved and a login's of another kind are
 * none; nor is any after she ended such mails, but one that she confirmed in this chat since. The shop does not learn it.
 */
export async function provenAddress(tx: Tx, chat: Chat): Promise<string | null> {
  const { confirmed, own, shops } = await addressesOf(tx, chat);
  return confirmed ?? own ?? shops;
}

/**
 * The same address as the chat names it, to the browser that gave it: by a code, or by signing in. Null when mails go
 * nowhere, or to an address that others say is hers.
 */
export async function shownAddress(tx: Tx, chat: Chat, signedIn: boolean): Promise<string | null> {
  const { confirmed, own } = await addressesOf(tx, chat);
  return confirmed ?? (signedIn ? own : null);
}

type Addresses = { confirmed: string | null; own: string | null; shops: string | null };

async function addressesOf(tx: Tx, { shopId, contactId, identityId }: Chat): Promise<Addresses> {
  const confirmed = await readConfirmedEmail(tx, { shopId, identityId });
  const [found] = await tx
    .select({
      own: persons.email,
      proven: persons.emailVerified,
      shops: shopAccounts.verifiedEmail,
      stopped: mailStops.at,
    })
    .from(contacts)
    .leftJoin(persons, eq(persons.id, contacts.personId))
    .leftJoin(mailStops, and(eq(mailStops.shopId, contacts.shopId), eq(mailStops.contactId, contacts.id)))
    .leftJoin(
      shopAccounts,
      and(
        eq(shopAccounts.shopId, contacts.shopId),
        eq(shopAccounts.contactId, contacts.id),
        isNotNull(shopAccounts.verifiedEmail),
      ),
    )
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)))
    .orderBy(desc(shopAccounts.provenAt))
    .limit(1);
  const { own = null, proven = null, shops = null, stopped = null } = found ?? {};
  const since = confirmed && (stopped === null || confirmed.at > stopped) ? confirmed.email : null;
  return stopped ? { confirmed: since, own: null, shops: null } : { confirmed: since, own: proven && own, shops };
}
