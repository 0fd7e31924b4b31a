import { and, eq, inArray, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { shopAccounts } from "#db/schema/identity";
import { attributes } from "#db/schema/widget";
import { contactChanged } from "#lib/contacts/events";
import { refused } from "#lib/core/errors";
import type { VisitorActor } from "#lib/shops/actor";
import { provenIdentity } from "../proven-identity";
import { ATTRIBUTES_MAX, type TellAttributes } from "./input";

type Row = typeof attributes.$inferSelect;

/**
 * Keeps what the storefront's page says of whoever chats on it, by name. It is the page's word alone: `signed` says that
 * the shop's server had signed who she is. Said again, as with each page she opens, it writes nothing and tells nobody.
 */
export async function tellAttributes(actor: VisitorActor, { attributes: told }: TellAttributes): Promise<void> {
  const { shopId, identityId } = actor;
  await inShop(shopId, async (tx) => {
    const mine = eq(attributes.identityId, identityId);
    const [identity] = await tx
      .select({ contactId: identities.contactId })
      .from(identities)
      .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId)))
      .for("no key update");
    if (!identity) return;
    const held = new Map(
      (
        await tx
          .select()
          .from(attributes)
          .where(and(eq(attributes.shopId, shopId), mine))
      ).map((row) => [row.name, row]),
    );
    const signed = await isSigned(tx, actor);
    const gone = Object.keys(told).filter((name) => told[name] === null && held.has(name));
    const fresh = Object.entries(told).flatMap(([name, value]) =>
      value === null || isSame(held.get(name), value, signed) ? [] : [{ shopId, identityId, name, value, signed }],
    );
    const names = new Set([...held.keys(), ...fresh.map(({ name }) => name)]);
    if (names.size - gone.length > ATTRIBUTES_MAX) throw refused("too_many_attributes", { max: ATTRIBUTES_MAX });
    if (gone.length + fresh.length === 0) return;
    if (gone.length > 0)
      await tx.delete(attributes).where(and(eq(attributes.shopId, shopId), mine, inArray(attributes.name, gone)));
    if (fresh.length > 0)
      await tx
        .insert(attributes)
        .values(fresh)
        .onConflictDoUpdate({
          target: [attributes.identityId, attributes.name],
          set: { value: sql`excluded.value`, signed: sql`excluded.signed`, at: sql`clock_timestamp()` },
        });
    await contactChanged.record(tx, shopId, { contactId: identity.contactId });
  });
}

const isSame = (held: Row | undefined, value: Row["value"], signed: boolean) =>
  held !== undefined && held.value === value && held.signed === signed;

/** Whether the shop's own server has signed who chats here. */
async function isSigned(tx: Tx, actor: VisitorActor): Promise<boolean> {
  if ((await provenIdentity(tx, actor)) === null) return false;
  const [account] = await tx
    .select({ userId: shopAccounts.userId })
    .from(shopAccounts)
    .where(and(eq(shopAccounts.shopId, actor.shopId), eq(shopAccounts.contactId, actor.contactId)))
    .limit(1);
  return account !== undefined;
}
