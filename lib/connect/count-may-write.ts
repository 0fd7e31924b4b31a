import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { PURPOSE_LIST, type Purpose } from "#lib/contacts/purposes";
import { standingOf } from "#lib/contacts/standing";
import type { Person } from "#lib/shops/actor";
import { readShop } from "#lib/shops/load-shop";
import { type MyStanding, mayWrite } from "./may-write";
import { listMyContacts, type MyContact } from "./my-contacts";
import { readSilence } from "./view-my-shop";

export type MayWrite = {
  /** How many shops may write to her first, and how many of them offers. */
  any: number;
  offers: number;
  /** The zone of the shop that saw her last (IANA); null when none knows her. */
  timeZone: string | null;
};

async function readStanding(tx: Tx, one: MyContact): Promise<MyStanding> {
  const [allows] = await tx
    .select({
      service: standingOf("service"),
      order_updates: standingOf("order_updates"),
      offers: standingOf("offers"),
    })
    .from(contacts)
    .where(and(eq(contacts.shopId, one.shopId), eq(contacts.id, one.contactId)));
  const stateOf = (purpose: Purpose) => (allows?.[purpose] === "on" ? "on" : "off");
  const permissions = PURPOSE_LIST.map((purpose) => ({ purpose, state: stateOf(purpose) }) as const);
  return { ...(await readSilence(tx, one)), permissions };
}

/** How many of the shops that know this person may write to her first, without reading what she answered when. */
export async function countMayWrite(person: Pick<Person, "id">): Promise<MayWrite> {
  const counted: MayWrite = { any: 0, offers: 0, timeZone: null };
  for (const one of await listMyContacts(person))
    await inShop(one.shopId, async (tx) => {
      const standing = await readStanding(tx, one);
      counted.timeZone ??= (await readShop(tx, one.shopId)).timeZone;
      if (mayWrite(standing)) counted.any += 1;
      if (mayWrite(standing, "offers")) counted.offers += 1;
    });
  return counted;
}
