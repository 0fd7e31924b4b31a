import { and, eq, isNull, or, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import { contactChanged } from "#lib/contacts/events";
import { lockPermissions } from "#lib/contacts/record-permissions";
import { now } from "#lib/core/clock";
import { AppError } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import { hasAccount, lockAccount } from "./accounts";
import { continueAs } from "./continue-as";
import { visitChanged } from "./events";
import { findClaims } from "./find-claims";
import { livingContact } from "./lock-contacts";
import { proveOwn } from "./proven-identity";
import type { IdentityClaims } from "./read-identity-token";
import { refusesNames } from "./refuses-names";

/** One answer for everything that may be wrong with a token, so that nothing can be tried out. */
const unproven = () => new AppError("unauthenticated", "identify_refused");

/**
 * Reads a token before anybody's visit begins. Throws `unauthenticated` for one that is altered, expired, another
 * shop's or signed with an ended key. Source: WID-02.
 */
export async function checkIdentity(shop: { id: string; slug: string }, token: string): Promise<IdentityClaims> {
  const claims = await inShop(shop.id, (tx) => findClaims(tx, shop, token, now()));
  if (!claims) throw unproven();
  return claims;
}

/**
 * Lets a chat go on as the shopper whom the shop's own login named: what she wrote before as nobody becomes hers, and
 * her earlier chat opens. Somebody else's chat of the same browser is closed to her. Said again, as with each page she
 * opens, it writes nothing and tells nobody.
 */
export async function identifyVisitor(actor: VisitorActor, claims: IdentityClaims): Promise<void> {
  const { shopId } = actor;
  await inShop(shopId, async (tx) => {
    const contactId = await contactOf(tx, actor, claims);
    const other = contactId !== (await livingContact(tx, shopId, actor.contactId));
    if (other) await continueAs(tx, actor, contactId, "shop_account");
    const proven = !other && (await proveOwn(tx, actor, "shop_account"));
    const changed = await remember(tx, shopId, contactId, claims);
    if (!other && !proven && !changed) return;
    await contactChanged.record(tx, shopId, { contactId });
    await visitChanged.record(tx, shopId, { visitorId: actor.visitorId });
  });
}

/** The contact of this account: as known, else the browser's own unless it is another account's, else a new one. */
async function contactOf(tx: Tx, actor: VisitorActor, { sub }: IdentityClaims): Promise<string> {
  const { shopId } = actor;
  const known = await lockAccount(tx, shopId, sub);
  if (known) return known;
  const here = await livingContact(tx, shopId, actor.contactId);
  if (!(await hasAccount(tx, shopId, here))) return here;
  const id = newId();
  await tx.insert(contacts).values({ id, shopId, locale: actor.locale });
  return id;
}

/** Her name and address as the shop's login has them, and whether that is news. The name of her own sign-in is never overwritten. */
async function remember(tx: Tx, shopId: string, known: string, claims: IdentityClaims): Promise<boolean> {
  const contactId = await lockPermissions(tx, shopId, known);
  const { sub: userId, name, email } = claims;
  const verifiedEmail = claims.email_verified === true ? (email ?? null) : null;
  const [account] = await tx
    .insert(shopAccounts)
    .values({ shopId, userId, contactId, verifiedEmail })
    .onConflictDoUpdate({
      target: [shopAccounts.shopId, shopAccounts.userId],
      set: { contactId, verifiedEmail, provenAt: sql`now()` },
      setWhere: sql`(${shopAccounts.contactId}, ${shopAccounts.verifiedEmail}) is distinct from (excluded.contact_id, excluded.verified_email)`,
    })
    .returning({ userId: shopAccounts.userId });
  const wanted = {
    ...(name ? { name: sql`case when ${contacts.personId} is null then ${name} else ${contacts.name} end` } : {}),
    ...(email ? { email: sql`${email}` } : {}),
  };
  const news = [
    ...(wanted.name ? [sql`${contacts.name} is distinct from ${wanted.name}`] : []),
    ...(wanted.email ? [sql`${contacts.email} is distinct from ${wanted.email}`] : []),
  ];
  if (news.length === 0) return account !== undefined;
  const [named] = await tx
    .update(contacts)
    .set({ ...wanted, version: sql`${contacts.version} + 1` })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), or(...news)))
    .returning({ id: contacts.id });
  return account !== undefined || named !== undefined;
}

/**
 * Takes the name a visitor's browser gives without proof: it names a chat that nobody has proven to be theirs, and
 * opens nothing. Refused unless the shop takes names without proof. Source: WID-02.
 */
export async function nameVisitor(actor: VisitorActor, { name }: { name: string }): Promise<void> {
  const { shopId, contactId } = actor;
  await inShop(shopId, async (tx) => {
    if (await refusesNames(tx, shopId)) throw unproven();
    if (await hasAccount(tx, shopId, contactId)) return;
    const [named] = await tx
      .update(contacts)
      .set({ name, version: sql`${contacts.version} + 1` })
      .where(
        and(
          eq(contacts.shopId, shopId),
          eq(contacts.id, contactId),
          isNull(contacts.personId),
          sql`${contacts.name} is distinct from ${name}`,
        ),
      )
      .returning({ id: contacts.id });
    if (named) await contactChanged.record(tx, shopId, { contactId });
  });
}
