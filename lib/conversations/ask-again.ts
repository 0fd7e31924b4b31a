import { and, desc, eq, lt, notInArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import type { Decision, SendKind } from "#lib/contacts/send-facts";
import type { LockedConversation } from "./access";
import type { StoredMessage } from "./append-message";
import { checkSend } from "./check-send";

/** What a stored message is to the permission rule. */
export function sendKindOf(message: Pick<StoredMessage, "kind" | "purpose" | "payload">): SendKind {
  if (message.purpose === "offers") return "offer";
  if (message.kind === "receipt") return "receipt";
  return message.payload?.template?.template_type === "customer_feedback" ? "satisfaction" : "answer";
}

/** Asks the permission rule about a queued message once more, at the moment of sending. */
export async function askAgain(tx: Tx, conversation: LockedConversation, message: StoredMessage): Promise<Decision> {
  return checkSend(tx, conversation, {
    message: sendKindOf(message),
    author: message.memberId ? "member" : "automation",
    unanswered: await answersContact(tx, message),
    except: message.id,
  });
}

async function answersContact(tx: Tx, message: StoredMessage): Promise<boolean> {
  const [previous] = await tx
    .select({ author: messages.author })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, message.shopId),
        eq(messages.conversationId, message.conversationId),
        lt(messages.seq, message.seq),
        notInArray(messages.kind, ["event", "note"]),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return previous?.author === "contact";
}
