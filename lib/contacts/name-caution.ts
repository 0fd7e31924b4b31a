import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import { mixesAlphabets, takenFor } from "#lib/core/look-alike";

/** Why a name may deceive whoever reads it: it looks like the shop's or a member's, or hides another alphabet's letters. */
export type NameCaution = { kind: "alike"; name: string } | { kind: "mixed" };

/**
 * What members are told of a name that a stranger chose. A member who is a contact of the shop herself, and has proven
 * it, is taken for nobody. Source: SPOOF-01.
 */
export async function nameCaution(
  tx: Tx,
  shopId: string,
  { name, personId }: { name: string; personId: string | null },
): Promise<NameCaution | null> {
  if (name.trim() === "") return null;
  const team = await tx
    .select({ name: persons.name, personId: members.personId })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(members.shopId, shopId), isNull(members.removedAt)));
  if (personId !== null && team.some((one) => one.personId === personId)) return null;
  const own = await tx.select({ name: shops.name }).from(shops).where(eq(shops.id, shopId));
  const alike = takenFor(name, [...team, ...own]);
  if (alike) return { kind: "alike", name: alike.name };
  return mixesAlphabets(name) ? { kind: "mixed" } : null;
}
