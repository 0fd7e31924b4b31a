import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { messages, type SendProblem } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { type LockedConversation, lockConversation } from "#lib/conversations/access";
import { settleSent } from "#lib/conversations/settle-sent";
import { now } from "#lib/core/clock";
import type { GraphError, GraphUsage } from "../graph-error";
import { learnPsid } from "../learn-psid";
import { pausePage } from "../pages/pause-page";
import { queueCheck } from "../pages/store-page";
import type { Claimed } from "./claim-next";
import { changeDelivery, noteFirstMessage, problemOf } from "./delivery";
import { restAfter } from "./page-pace";
import { queueSending } from "./queue-sending";
import { awaitEcho } from "./settle-unconfirmed";
import { type Verdict, verdictOf } from "./verdict";

/** How long nothing else goes to a person after a call whose outcome is unknown. */
const AFTER_UNKNOWN_MS = 10_000;

const Sent = z.object({ message_id: z.string().optional(), recipient_id: z.string().optional() });

type Claim = Pick<Claimed, "message" | "how">;

/** The platform took the message. Its echo may have said so before; then nothing changes. */
export async function settleAccepted(
  shopId: string,
  { message }: Claim,
  answer: unknown,
  usage: GraphUsage,
): Promise<void> {
  const { message_id: mid = null, recipient_id: psid = null } = Sent.safeParse(answer).data ?? {};
  await inShop(shopId, async (tx) => {
    await learnPsid(tx, shopId, message.conversationId, psid);
    const conversation = await lockConversation(tx, shopId, message.conversationId);
    const restMs = restAfter(usage);
    if (restMs > 0) await rest(tx, conversation, restMs);
    const held = await heldNow(tx, conversation, message.id);
    if (held?.delivery === "sent") return;
    if (mid === null || !held) return changeDelivery(tx, conversation, message.id, { delivery: "sent", problem: null });
    await forgetCopy(tx, conversation, message.id, mid);
    await settleSent(tx, { message: held, conversation }, { externalId: mid, at: held.createdAt });
  });
}

/**
 * The platform refused the message, or did not say. Tells what became of it. A message whose echo came meanwhile was
 * sent, whatever the answer says.
 */
export async function settleRefused(shopId: string, claim: Claim, error: GraphError): Promise<Verdict> {
  const { message } = claim;
  const verdict = ownVerdict(verdictOf(error, message.attempts), message);
  await inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, message.conversationId);
    if ((await heldNow(tx, conversation, message.id))?.delivery !== "sent")
      await settle(tx, conversation, claim, verdict, error);
  });
  return verdict;
}

/** Only a member may take a thread from the app that talks to her; what is automatic leaves it there. */
function ownVerdict(verdict: Verdict, { memberId }: Claim["message"]): Verdict {
  return verdict.step === "take_thread" && memberId === null ? { step: "fail", key: verdict.key } : verdict;
}

/** The message could not be made into a call. */
export async function settleUnsendable(shopId: string, { id, conversationId }: Claim["message"], key: string) {
  await inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, conversationId);
    await changeDelivery(tx, conversation, id, { delivery: "failed", problem: problemOf(key) });
  });
}

async function settle(tx: Tx, conversation: LockedConversation, claim: Claim, verdict: Verdict, error: GraphError) {
  const { message, how } = claim;
  const { shopId, channelId } = conversation;
  if (verdict.step === "unconfirmed") {
    await changeDelivery(tx, conversation, message.id, { delivery: "unconfirmed", problem: null });
    await awaitEcho(tx, conversation, message.id);
    await queueSending(tx, shopId, conversation.id, new Date(now().getTime() + AFTER_UNKNOWN_MS));
    return;
  }
  const { code, subcode, trace } = error;
  const problem: SendProblem = { key: verdict.key, code, subcode, trace };
  const isOver = verdict.step === "fail" || verdict.step === "unreachable";
  await changeDelivery(tx, conversation, message.id, { delivery: isOver ? "failed" : "queued", problem });
  if (how.to === "login_id") await noteFirstMessage(tx, conversation, null);
  if (verdict.step === "unreachable") await markUnreachable(tx, conversation);
  if (verdict.step === "rest") await rest(tx, conversation, verdict.restMs);
  if (verdict.key === "permission_missing") await queueCheck(tx, shopId, channelId, 0);
  if (verdict.step === "pause") await pausePage(tx, { shopId, channelId, trouble: verdict.trouble });
}

async function heldNow(tx: Tx, { shopId }: LockedConversation, messageId: string) {
  const [held] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.shopId, shopId), eq(messages.id, messageId)));
  return held;
}

/**
 * An echo without our mark was stored as a message of its own before the answer named it: that copy becomes a place
 * without content, so that the numbers keep no gap and the message stands once.
 */
async function forgetCopy(tx: Tx, conversation: LockedConversation, messageId: string, mid: string): Promise<void> {
  const [copy] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, conversation.shopId),
        eq(messages.conversationId, conversation.id),
        eq(messages.externalId, mid),
        ne(messages.id, messageId),
      ),
    );
  if (copy) await changeDelivery(tx, conversation, copy.id, { kind: "event", body: "", externalId: null });
}

async function markUnreachable(tx: Tx, { shopId, identityId }: LockedConversation): Promise<void> {
  await tx
    .update(identities)
    .set({ unreachableAt: now() })
    .where(and(eq(identities.shopId, shopId), eq(identities.id, identityId)));
}

async function rest(tx: Tx, { shopId, channelId }: LockedConversation, restMs: number): Promise<void> {
  const until = new Date(now().getTime() + restMs).toISOString();
  await tx
    .update(messengerPages)
    .set({ restUntil: sql`greatest(${messengerPages.restUntil}, ${until}::timestamptz)` })
    .where(and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId)));
}
