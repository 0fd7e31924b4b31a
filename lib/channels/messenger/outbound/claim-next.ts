import { and, asc, eq, inArray } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { messages } from "#db/schema/conversations";
import type { How } from "#lib/contacts/send-facts";
import { type LockedConversation, lockConversation } from "#lib/conversations/access";
import type { StoredMessage } from "#lib/conversations/append-message";
import { askAgain } from "#lib/conversations/ask-again";
import type { Decided } from "#lib/conversations/check-send";
import { putOff } from "#lib/conversations/put-off";
import { now } from "#lib/core/clock";
import { type OpenPage, pageOf } from "../page-of";
import { changeDelivery, noteFirstMessage, problemOf } from "./delivery";
import { takeTurn } from "./page-pace";
import { queueSending } from "./queue-sending";
import { awaitEcho } from "./settle-unconfirmed";
import { pauseAfter } from "./verdict";

/** Longer than a call may take: a message that is `sending` for longer was left by a worker that died. */
const SENDING_MS = 45_000;

export type Claimed = {
  message: StoredMessage;
  how: How;
  page: OpenPage & { token: string };
  to: { externalId: string; loginId: string | null };
};

/**
 * Takes the next message of a conversation to be sent and marks it `sending`: one at a time, in order of their
 * numbers, asking the permission rule again and for the Page's turn. Null when nothing may be sent now; what comes later is queued.
 */
export async function claimNext(shopId: string, conversationId: string): Promise<Claimed | null> {
  return inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, conversationId);
    const page = await pageOf(tx, shopId, conversation.channelId);
    if (page.disconnectedAt === null && !mayCall(page)) return null;
    const waiting = await outgoing(tx, conversation);
    if (!(await settleLeftover(tx, conversation, waiting))) return null;
    for (const message of waiting.filter(({ delivery }) => delivery === "queued")) {
      const decision = await askAgain(tx, conversation, message);
      if (!decision.allowed) {
        if (decision.later) await putOff(tx, { message, conversation }, decision.later, decision.record);
        else await refuse(tx, conversation, message, decision);
        continue;
      }
      const later = restOf(message, page) ?? (mayCall(page) ? await takeTurn(tx, page.channelId, message) : null);
      if (later) await queueSending(tx, shopId, conversationId, later);
      if (later) return null;
      if (mayCall(page)) return claim(tx, conversation, message, decision, page);
    }
    return null;
  });
}

function mayCall(page: OpenPage): page is Claimed["page"] {
  return page.pausedAt === null && page.token !== null;
}

async function outgoing(tx: Tx, { shopId, id }: LockedConversation): Promise<StoredMessage[]> {
  return tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        inArray(messages.delivery, ["queued", "sending"]),
      ),
    )
    .orderBy(asc(messages.seq));
}

/** False while another worker sends; what a dead one left behind has an unknown outcome. */
async function settleLeftover(tx: Tx, conversation: LockedConversation, waiting: StoredMessage[]): Promise<boolean> {
  for (const { id, delivery, attemptedAt } of waiting) {
    if (delivery !== "sending") continue;
    const ends = new Date((attemptedAt?.getTime() ?? 0) + SENDING_MS);
    if (ends > now()) {
      await queueSending(tx, conversation.shopId, conversation.id, ends);
      return false;
    }
    await changeDelivery(tx, conversation, id, { delivery: "unconfirmed" });
    await awaitEcho(tx, conversation, id);
  }
  return true;
}

/** When the message may be tried next, when that is not now: the Page rests, or the message does after a try. */
function restOf({ attempts, attemptedAt }: StoredMessage, { restUntil }: OpenPage): Date | null {
  const rested = attemptedAt ? attemptedAt.getTime() + pauseAfter(attempts) : 0;
  const until = new Date(Math.max(rested, restUntil?.getTime() ?? 0));
  return until > now() ? until : null;
}

/** What the refusals of our own rule are called on a message that was allowed when it was written. */
const KEYS: Record<string, string> = {
  window: "outside_window",
  unreachable: "unreachable",
  disconnected: "disconnected",
};

async function refuse(tx: Tx, conversation: LockedConversation, { id }: StoredMessage, { rule, record }: Decided) {
  await changeDelivery(tx, conversation, id, {
    delivery: "failed",
    problem: problemOf(KEYS[rule] ?? "not_allowed_now"),
    decision: record,
  });
}

async function claim(
  tx: Tx,
  conversation: LockedConversation,
  message: StoredMessage,
  { how, record }: Extract<Decided, { allowed: true }>,
  page: Claimed["page"],
): Promise<Claimed> {
  if (how === null) throw new Error("a message of a Page was decided as one of the web chat");
  const attemptedAt = now();
  const [to] = await tx
    .select({ externalId: identities.externalId, loginId: identities.loginId })
    .from(identities)
    .where(and(eq(identities.shopId, conversation.shopId), eq(identities.id, conversation.identityId)));
  if (!to) throw new Error("a conversation's identity is missing");
  const attempts = message.attempts + 1;
  await changeDelivery(tx, conversation, message.id, { delivery: "sending", attempts, attemptedAt, decision: record });
  if (how.to === "login_id") await noteFirstMessage(tx, conversation, attemptedAt);
  await queueSending(tx, conversation.shopId, conversation.id, new Date(attemptedAt.getTime() + SENDING_MS));
  return { message: { ...message, attempts, attemptedAt }, how, page, to };
}
