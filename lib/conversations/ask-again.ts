import { and, desc, eq, lt, ne, notInArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { lockPermissions } from "#lib/contacts/record-permissions";
import type { SendKind } from "#lib/contacts/send-facts";
import { now } from "#lib/core/clock";
import type { LockedConversation } from "./access";
import type { StoredMessage } from "./append-message";
import { checkSend, type Decided } from "./check-send";
import { isHold } from "./hold";
import { later } from "./written-order";

/** What a stored message is to the permission rule. */
function sendKindOf(message: Pick<StoredMessage, "kind" | "purpose" | "payload" | "event">): SendKind {
  if (message.event?.type === "stop_confirmed") return "stop_confirmation";
  if (message.event?.type === "permissions_shown") return "permission_link";
  if (message.purpose === "offers") return "offer";
  if (message.kind === "receipt") return "receipt";
  return message.payload?.template?.template_type === "customer_feedback" ? "satisfaction" : "answer";
}

/**
 * Asks the permission rule about a waiting message once more: as of now, at the moment of sending, or of a scheduled one
 * as of when it is to go. What she allows cannot change from here until the transaction ends, so nothing goes after a
 * withdrawal.
 */
export async function askAgain(tx: Tx, conversation: LockedConversation, message: StoredMessage): Promise<Decided> {
  await lockPermissions(tx, conversation.shopId, conversation.contactId);
  return checkSend(tx, conversation, {
    message: sendKindOf(message),
    author: message.memberId ? "member" : "automation",
    unanswered: isScheduled(message) ? conversation.waitingSince !== null : await answersContact(tx, message),
    except: message.id,
    ...(message.sendAt ? { at: later(message.sendAt, now()) } : {}),
  });
}

/** One that is only held back for some seconds answers what it was written to, whatever was done meanwhile. */
function isScheduled({ sendAt, createdAt }: StoredMessage): boolean {
  return sendAt !== null && !isHold({ sendAt: sendAt.toISOString(), createdAt: createdAt.toISOString() });
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
        ne(messages.delivery, "scheduled"),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return previous?.author === "contact";
}
