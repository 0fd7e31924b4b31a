import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contactMerges } from "#db/schema/contact-links";
import { contacts } from "#db/schema/contacts";
import { memberNames } from "./load-identities";

/** A merge that can be undone: who was joined, when, and by which member; null when a link or a login did it. */
export type MergeView = { id: string; name: string; at: string; byName: string | null };

/** The merges into a contact that stand, and those into contacts that were merged into it since, the latest first. */
export async function listMerges(tx: Tx, shopId: string, contactId: string): Promise<MergeView[]> {
  const rows = await tx
    .select({ merge: contactMerges, name: contacts.name })
    .from(contactMerges)
    .innerJoin(contacts, and(eq(contacts.shopId, contactMerges.shopId), eq(contacts.id, contactMerges.mergedId)))
    .where(
      and(
        eq(contactMerges.shopId, shopId),
        inArray(contactMerges.keptId, await mergedIds(tx, shopId, contactId)),
        isNull(contactMerges.undoneAt),
      ),
    )
    .orderBy(desc(contactMerges.createdAt), desc(contactMerges.id));
  const names = await memberNames(tx, shopId);
  return rows.map(({ merge, name }) => ({
    id: merge.id,
    name,
    at: merge.createdAt.toISOString(),
    byName: names.get(merge.byMemberId ?? "") ?? null,
  }));
}

/** The contact and every other that was merged into it, however far. */
async function mergedIds(tx: Tx, shopId: string, contactId: string): Promise<string[]> {
  const all = new Set([contactId]);
  for (let last = [contactId]; last.length > 0; ) {
    const found = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.shopId, shopId), inArray(contacts.mergedInto, last)));
    last = found.map(({ id }) => id).filter((id) => !all.has(id));
    for (const id of last) all.add(id);
  }
  return [...all];
}
