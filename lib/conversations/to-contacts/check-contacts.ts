import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import { firstName, type MemberActor } from "#lib/shops/actor";
import type { LockedConversation } from "../access";
import { checkSend } from "../check-send";
import { chanceOf, type OfferChance } from "../offer-chance";

/** The most contacts that are written to at once. */
export const MOST_WRITTEN_TO = 100;

/** `purpose`: `offers` for anything that sells, a mixed message too. */
export const CheckContacts = z.strictObject({
  contactIds: z.array(z.uuid()).min(1).max(MOST_WRITTEN_TO),
  purpose: z.enum(["service", "offers"]),
});
export type CheckContacts = z.output<typeof CheckContacts>;

/** What would become of a message to one contact, and where it would go; no conversation where she has none. */
export type ContactChance = { contactId: string; conversationId: string | null; chance: OfferChance };

const RANK = { now: 0, later: 1, refused: 2 } as const;

/**
 * What the rule says now of one message to each of these contacts: in whichever of her conversations it may go soonest,
 * of those the one written in last. It is decided again when each is sent. Whoever is not there, erased or joined with
 * somebody else is left out; where nobody is left, that is refused.
 */
export async function checkContacts(actor: MemberActor, input: CheckContacts): Promise<ContactChance[]> {
  const { shopId } = actor;
  const message = input.purpose === "offers" ? ("offer" as const) : ("answer" as const);
  const ids = [...new Set(input.contactIds)];
  return inShop(shopId, async (tx) => {
    const known = await tx
      .select({ id: contacts.id, name: contacts.name })
      .from(contacts)
      .where(
        and(
          eq(contacts.shopId, shopId),
          inArray(contacts.id, ids),
          isNull(contacts.erasedAt),
          isNull(contacts.mergedInto),
        ),
      );
    if (known.length === 0) throw notFound("contact");
    const threads = await tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, shopId), inArray(conversations.contactId, ids)))
      .orderBy(desc(conversations.lastMessageAt), desc(conversations.id));
    const found: ContactChance[] = [];
    for (const id of ids) {
      const contact = known.find((one) => one.id === id);
      if (!contact) continue;
      const hers = threads.filter(({ contactId }) => contactId === id);
      found.push(await soonest(tx, { id, name: firstName(contact.name) || "—" }, hers, message));
    }
    return found;
  });
}

async function soonest(
  tx: Tx,
  { id, name }: { id: string; name: string },
  hers: readonly LockedConversation[],
  message: "offer" | "answer",
): Promise<ContactChance> {
  const refusal = { key: "no_conversation", params: { name } };
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
