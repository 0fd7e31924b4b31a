import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { messageTemplates, messengerPages } from "#db/schema/messenger";
import type { MessengerReach } from "#lib/contacts/send-facts";
import type { LockedConversation } from "./access";

/** What stands before a login's id while the Page's own id of the person is not known. */
export const LOGIN_PREFIX = "login:";
/** The name of the utility template that carries order news. */
export const ORDER_TEMPLATE = "order_news";

type Where = Pick<LockedConversation, "shopId" | "contactId" | "channelId">;

/** How a contact is reached in Messenger, and whether she has the shop's web chat too. */
export async function readReach(
  tx: Tx,
  { shopId, contactId, channelId }: Where,
  identity: Pick<typeof identities.$inferSelect, "externalId" | "optedInAt" | "firstMessageAt" | "unreachableAt">,
): Promise<{ reach: MessengerReach; webChat: boolean }> {
  const approved = tx
    .select({ id: messageTemplates.id })
    .from(messageTemplates)
    .where(
      and(
        eq(messageTemplates.shopId, shopId),
        eq(messageTemplates.channelId, channelId),
        eq(messageTemplates.name, ORDER_TEMPLATE),
        eq(messageTemplates.state, "approved"),
      ),
    );
  const webChats = tx
    .select({ id: identities.id })
    .from(identities)
    .innerJoin(channels, and(eq(channels.shopId, identities.shopId), eq(channels.id, identities.channelId)))
    .where(and(eq(identities.shopId, shopId), eq(identities.contactId, contactId), eq(channels.kind, "web_chat")));
  const [found] = await tx
    .select({
      humanAgent: messengerPages.humanAgent,
      template: sql<boolean>`exists (${approved})`,
      webChat: sql<boolean>`exists (${webChats})`,
    })
    .from(messengerPages)
    .where(and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId)));
  return {
    reach: {
      psid: !identity.externalId.startsWith(LOGIN_PREFIX),
      optedInAt: identity.optedInAt,
      firstMessageAt: identity.firstMessageAt,
      unreachable: identity.unreachableAt !== null,
      humanAgent: found?.humanAgent ?? false,
      template: found?.template ?? false,
    },
    webChat: found?.webChat ?? false,
  };
}
