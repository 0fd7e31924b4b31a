import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { conversations, messages } from "#db/schema/conversations";
import { MINUTE, now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import { mailIsOn } from "#lib/mail/mail-is-on";
import { provenAddress } from "./proven-address";

/** How long an answer waits to be seen in the chat before a mail tells of it. */
const ANSWER_MAIL_WAIT_MS = 5 * MINUTE;

/**
 * Plans a look at a member's web-chat answer, a short wait after the latest: whether she has seen it is asked then. A
 * shopper without a proven address is left alone.
 */
export async function planAnswerMail(
  shopId: string,
  { messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  if (!mailIsOn()) return;
  await inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({
        contactId: conversations.contactId,
        identityId: conversations.identityId,
        conversationId: conversations.id,
      })
      .from(messages)
      .innerJoin(channels, and(eq(channels.shopId, messages.shopId), eq(channels.id, messages.channelId)))
      .innerJoin(
        conversations,
        and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
      )
      .where(
        and(
          eq(messages.shopId, shopId),
          eq(messages.id, messageId),
          eq(messages.author, "member"),
          eq(channels.kind, "web_chat"),
        ),
      );
    if (!found || !(await provenAddress(tx, { shopId, ...found }))) return;
    const { conversationId } = found;
    const runAt = new Date(now().getTime() + ANSWER_MAIL_WAIT_MS);
    await addJob(tx, "mailAnswer", { shopId, conversationId }, { runAt, key: `answer mail:${conversationId}` });
  });
}
