import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { changeConversation } from "../access";
import { conversationChanged } from "../events";

/** Takes what a removed team had from it, closed conversations too. Run twice it does nothing the second time. */
export async function releaseTeam(shopId: string, { teamId }: { teamId: string }): Promise<void> {
  await inShop(shopId, async (tx) => {
    const held = await tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, shopId), eq(conversations.teamId, teamId)))
      .orderBy(conversations.id)
      .for("no key update");
    for (const conversation of held) {
      await changeConversation(tx, conversation, { teamId: null });
      await conversationChanged.record(tx, shopId, { conversationId: conversation.id });
    }
  });
}
