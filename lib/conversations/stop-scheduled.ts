import { and, asc, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { firstName } from "#lib/shops/actor";
import type { StoredMessage } from "./append-message";
import { askAgain } from "./ask-again";
import type { Decided } from "./check-send";
import { lockMessage } from "./held-message";
import { refuseWaiting } from "./put-off";

/**
 * The name of whoever wrote a message and is no member any more; null where no member wrote it, and while she is one,
 * which she stays until the transaction ends.
 */
export async function leftBy(tx: Tx, { shopId, memberId }: StoredMessage): Promise<string | null> {
  if (!memberId) return null;
  const [author] = await tx
    .select({ removedAt: members.removedAt, name: persons.name })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(members.shopId, shopId), eq(members.id, memberId)))
    .for("share", { of: members });
  return author?.removedAt ? firstName(author.name) : null;
}

/** The record of a message that waits for somebody else to decide, because its author is no member any more. */
export function authorLeft({ record }: Decided, name: string): Decided["record"] {
  return { ...record, outcome: "refused", rule: "author_left", key: "author_left", params: { name } };
}

/**
 * Keeps a removed member's scheduled messages from going: each is shown as not sent, with the reason, and another
 * member decides. Run twice it does nothing the second time.
 */
export async function stopScheduled(shopId: string, { memberId }: { memberId: string }): Promise<void> {
  const mine = and(eq(messages.shopId, shopId), eq(messages.memberId, memberId), eq(messages.delivery, "scheduled"));
  const waiting = await inShop(shopId, (tx) =>
    tx.select({ id: messages.id }).from(messages).where(mine).orderBy(asc(messages.id)),
  );
  for (const { id } of waiting)
    await inShop(shopId, async (tx) => {
      const held = await lockMessage(tx, shopId, id);
      const name = await leftBy(tx, held.message);
      if (held.message.delivery !== "scheduled" || name === null) return;
      const decision = await askAgain(tx, held.conversation, held.message);
      await refuseWaiting(tx, held, authorLeft(decision, name));
    });
}
