import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import type { ReportMessage } from "#lib/conversations/reports/input";
import { listReported } from "#lib/conversations/reports/list-reported";
import { setReport } from "#lib/conversations/reports/report-message";
import { notFound } from "#lib/core/errors";
import type { VisitorActor } from "#lib/shops/actor";
import { ownReports } from "./own-reports";

/**
 * Reports a message of the shop in this visitor's own chat, or takes that back; answers with all she reported there.
 * What she reported elsewhere already is answered like what nobody reported: the answer tells nothing of it.
 */
export async function reportInChat(actor: VisitorActor, input: ReportMessage): Promise<{ reported: string[] }> {
  const { shopId, identityId } = actor;
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ id: conversations.id })
      .from(messages)
      .innerJoin(
        conversations,
        and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
      )
      .where(
        and(eq(messages.shopId, shopId), eq(messages.id, input.messageId), eq(conversations.identityId, identityId)),
      );
    if (!found) throw notFound("message");
    const among = ownReports(actor);
    await setReport(tx, { shopId, conversationId: found.id }, input, { visitorId: actor.visitorId, among });
    const shown = await listReported(tx, shopId, found.id, among);
    return { reported: input.reported ? [...new Set([...shown, input.messageId])] : shown };
  });
}
