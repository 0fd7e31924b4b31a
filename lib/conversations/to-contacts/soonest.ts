import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { firstName } from "#lib/shops/actor";
import { checkSend } from "../check-send";
import { chanceOf, type OfferChance } from "../offer-chance";

/** What would become of a message to one contact, and where it would go; no conversation where she has none. */
export type ContactChance = { contactId: string; conversationId: string | null; chance: OfferChance };

const RANK = { now: 0, later: 1, refused: 2 } as const;

/**
 * What the rule says now of one message to a contact: in whichever of her conversations it may go soonest, of those the
 * one written in last.
 */
export async function soonest(
  tx: Tx,
  shopId: string,
  { id, name }: { id: string; name: string },
  message: "offer" | "answer",
): Promise<ContactChance> {
  const hers = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, id)))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id));
  const refusal = { key: "no_conversation", params: { name: firstName(name) } };
  const none: ContactChance = {
    contactId: id,
    conversationId: null,
    chance: { state: "refused", refusal, alternatives: [] },
  };
  let best = none;
  for (const conversation of hers) {
    const chance = chanceOf(await checkSend(tx, conversation, { message, author: "member" }));
    const better = best.conversationId === null || RANK[chance.state] < RANK[best.chance.state];
    if (better) best = { contactId: id, conversationId: conversation.id, chance };
    if (chance.state === "now") break;
  }
  return best;
}
