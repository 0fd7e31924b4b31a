import { inShop } from "#db/in-shop";
import { listReported } from "#lib/conversations/reports/list-reported";
import { setReport } from "#lib/conversations/reports/report-message";
import type { Person } from "#lib/shops/actor";
import { findMyConversation } from "./find-my-conversation";
import type { ReportMine } from "./input";
import { findShopOf } from "./my-contacts";
import { requireSamePerson } from "./same-person";
import { tellVisits } from "./tell-visits";

/**
 * Reports a message in a conversation of this person's own, or takes that back; her open chats show it
 * too. Answers with all she reported there.
 */
export async function reportMine(
  person: Person,
  { shop, person: shown, conversationId, ...input }: ReportMine,
): Promise<{ reported: string[] }> {
  requireSamePerson(person, shown);
  const shopId = await findShopOf(shop);
  return inShop(shopId, async (tx) => {
    const { conversation } = await findMyConversation(tx, shopId, person, conversationId);
    await setReport(tx, { shopId, conversationId: conversation.id }, input);
    await tellVisits(tx, shopId, [conversation.identityId]);
    return { reported: await listReported(tx, shopId, conversation.id) };
  });
}
