import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import { cautionOf, type NameCaution } from "./caution-of";

type Named = { name: string; personId: string | null };

/**
 * What members are told of each name that a stranger chose, by two queries for all of them. A member who is a contact of
 * the shop herself, and has proven it, is taken for nobody. Source: SPOOF-01.
 */
export async function nameCautions(
  tx: Tx,
  shopId: string,
  contacts: readonly Named[],
): Promise<(contact: Named) => NameCaution | null> {
  if (contacts.every(({ name }) => name.trim() === "")) return () => null;
  const team = await tx
    .select({ name: persons.name, personId: members.personId })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(members.shopId, shopId), isNull(members.removedAt)));
  const own = await tx.select({ name: shops.name }).from(shops).where(eq(shops.id, shopId));
  const known = [...team, ...own];
  const isMember = (personId: string | null) => personId !== null && team.some((one) => one.personId === personId);
  return ({ name, personId }) => (isMember(personId) ? null : cautionOf(name, known));
}
