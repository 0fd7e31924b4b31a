import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { openConversation } from "#lib/conversations/open-conversation";

/** The conversation an identity writes in, made when she has none yet: an order may come before the first word. */
export async function latestConversation(shopId: string, identityId: string): Promise<string> {
  return inShop(shopId, async (tx) => {
    const [identity] = await tx
      .select()
      .from(identities)
      .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId)));
    if (!identity) throw new Error("no such identity");
    const { contactId, channelId } = identity;
    return (await openConversation(tx, { shopId, identityId, contactId, channelId })).id;
  });
}
