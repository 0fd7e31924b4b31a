import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import { joinByLogin } from "#lib/connect/join-by-login";
import { LOGIN_PREFIX } from "#lib/conversations/read-reach";

/**
 * Keeps under which id (PSID) the Page knows whom a message went to, when only her login was known so far. The platform
 * says it in its answer to the first message, or in that message's echo. Call it before the conversation is locked.
 */
export async function learnPsid(tx: Tx, shopId: string, conversationId: string, psid: string | null): Promise<void> {
  if (!psid) return;
  const [known] = await tx
    .select({
      channelId: conversations.channelId,
      identityId: conversations.identityId,
      externalId: identities.externalId,
    })
    .from(conversations)
    .innerJoin(
      identities,
      and(eq(identities.shopId, conversations.shopId), eq(identities.id, conversations.identityId)),
    )
    .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)));
  if (!known?.externalId.startsWith(LOGIN_PREFIX)) return;
  const { channelId, identityId } = known;
  await joinByLogin(tx, { shopId, channelId, psid, by: { identityId } });
}
