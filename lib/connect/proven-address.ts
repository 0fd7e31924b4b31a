import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { mailStops, shopAccounts } from "#db/schema/identity";
import { persons } from "#db/schema/persons";
import { readConfirmedEmail } from "./widget/confirm-email";

type Chat = { shopId: string; contactId: string; identityId: string };

/**
 * The address at which a contact may be told of an answer in a chat: proven by her own sign-in with a code, confirmed in
 * this very chat, or verified by the shop that named her. An address nobody proved, a login's of another kind, and one where she ended such mails are
 * none. The shop does not learn it.
 */
export async function provenAddress(tx: Tx, { shopId, contactId, identityId }: Chat): Promise<string | null> {
  const [stopped] = await tx
    .select({ at: mailStops.at })
    .from(mailStops)
    .where(and(eq(mailStops.shopId, shopId), eq(mailStops.contactId, contactId)));
  if (stopped) return null;
  const [found] = await tx
    .select({ own: persons.email, proven: persons.emailVerified, shops: shopAccounts.verifiedEmail })
    .from(contacts)
    .leftJoin(persons, eq(persons.id, contacts.personId))
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
  const own = found?.proven ? found.own : null;
  return own ?? (await readConfirmedEmail(tx, { shopId, identityId })) ?? found?.shops ?? null;
}
