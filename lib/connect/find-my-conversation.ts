import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import type { Person } from "#lib/shops/actor";
import { contactIdOf } from "./my-contacts";
import { OWN_CHAT } from "./own-chats";

/**
 * A conversation of this person's own, and the channel it is on. One that is absent, another's, or only said to be hers
 * by somebody else is refused alike.
 */
export async function findMyConversation(tx: Tx, shopId: string, person: Pick<Person, "id">, conversationId: string) {
  const contactId = await contactIdOf(tx, shopId, person);
  const [found] = await tx
    .select({ conversation: conversations, channel: channels.kind, pageId: channels.externalId })
    .from(conversations)
    .innerJoin(
      identities,
      and(eq(identities.shopId, conversations.shopId), eq(identities.id, conversations.identityId)),
    )
    .innerJoin(channels, and(eq(channels.shopId, conversations.shopId), eq(channels.id, conversations.channelId)))
    .where(
      and(
        eq(conversations.shopId, shopId),
        eq(conversations.id, conversationId),
        eq(conversations.contactId, contactId),
        OWN_CHAT,
      ),
    );
  if (!found) throw notFound("conversation");
  return found;
}
