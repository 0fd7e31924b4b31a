import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import type { contacts } from "#db/schema/contacts";
import { dataRequests } from "#db/schema/privacy";
import { refused } from "#lib/core/errors";

type One = Pick<typeof contacts.$inferSelect, "id" | "erasedAt">;

/**
 * Refuses what would give an erasure other rows than those it began with, or a living contact the end of an erased one.
 * The contacts are locked by the caller, so that no erasure begins meanwhile.
 */
export async function refuseErasing(tx: Tx, shopId: string, found: readonly One[]): Promise<void> {
  const [running] = await tx
    .select({ contactId: dataRequests.contactId })
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.shopId, shopId),
        inArray(
          dataRequests.contactId,
          found.map(({ id }) => id),
        ),
        eq(dataRequests.kind, "erasure"),
        eq(dataRequests.state, "running"),
      ),
    )
    .limit(1);
  const one = found.find(({ id, erasedAt }) => erasedAt !== null || id === running?.contactId);
  if (one) throw refused(one.erasedAt ? "contact_erased" : "contact_erasing");
}

type Carried = { fromId: string; toId: string };

const openOf = (shopId: string, contactId: string) =>
  and(eq(dataRequests.shopId, shopId), eq(dataRequests.contactId, contactId), ne(dataRequests.state, "done"));

/**
 * Gives what one contact asked for and still waits for to another. What both wait for is one request, due when the first
 * of the two is; the other ends and names it. Answers with the ids of those that were the first one's.
 */
export async function carryRequests(tx: Tx, shopId: string, { fromId, toId }: Carried): Promise<string[]> {
  const [from, to] = [
    await tx.select().from(dataRequests).where(openOf(shopId, fromId)).for("update"),
    await tx.select().from(dataRequests).where(openOf(shopId, toId)).for("update"),
  ];
  for (const { id, kind, dueAt } of from) {
    const own = and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, id));
    const same = to.find((one) => one.kind === kind);
    if (!same) {
      await tx.update(dataRequests).set({ contactId: toId }).where(own);
      continue;
    }
    await tx
      .update(dataRequests)
      .set({
        state: "done",
        completedAt: sql`clock_timestamp()`,
        proof: sql`${dataRequests.proof} || ${JSON.stringify({ sameAs: same.id })}::jsonb`,
      })
      .where(own);
    if (dueAt < same.dueAt)
      await tx
        .update(dataRequests)
        .set({ dueAt })
        .where(and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, same.id)));
  }
  return from.map(({ id }) => id);
}

/**
 * Takes back what `carryRequests` gave, unless it was answered since: then both were answered. What has left the one it
 * was given to, because an earlier merge was undone first, stays where it is.
 */
export async function returnRequests(
  tx: Tx,
  shopId: string,
  { fromId, toId }: Carried,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    const own = and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, id));
    const [request] = await tx.select().from(dataRequests).where(own).for("update");
    const { sameAs, ...proof } = request?.proof ?? {};
    if (request && request.state !== "done") {
      if (request.contactId === fromId) await tx.update(dataRequests).set({ contactId: toId }).where(own);
    } else if (typeof sameAs === "string" && (await isOpen(tx, shopId, sameAs)))
      await tx.update(dataRequests).set({ contactId: toId, state: "open", completedAt: null, proof }).where(own);
  }
}

async function isOpen(tx: Tx, shopId: string, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: dataRequests.id })
    .from(dataRequests)
    .where(and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, id), ne(dataRequests.state, "done")))
    .for("update");
  return found.length > 0;
}
