import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

const Message = z.object({ conversationId: z.uuid(), messageId: z.uuid() });

/** A member's message waits to be sent. */
export const messageQueued = defineEvent("message.queued", "lasting", Message);
/** A message came in, or one changed: its delivery, its receipt. */
export const messageStored = defineEvent("message.stored", "both", Message);
/** A conversation's row changed: who holds it, whether it is open, what was read. */
export const conversationChanged = defineEvent("conversation.changed", "shown", z.object({ conversationId: z.uuid() }));
/** A note names a member of the shop. */
export const memberMentioned = defineEvent("member.mentioned", "shown", Message.extend({ memberId: z.uuid() }));
