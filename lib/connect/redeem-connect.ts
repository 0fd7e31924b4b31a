import { createHash, timingSafeEqual } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { connectRequests, visitors } from "#db/schema/channels";
import { consentRecords } from "#db/schema/contacts";
import { contactChanged } from "#lib/contacts/events";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { appendEvent } from "#lib/conversations/append-message";
import { conversationChanged } from "#lib/conversations/events";
import { lockLatest } from "#lib/conversations/open-conversation";
import { MINUTE, now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import { hashToken } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import { continueAs } from "./continue-as";
import { visitChanged } from "./events";
import type { RedeemConnect } from "./input";
import { proveOwn } from "./proven-identity";

/** How long the popup's code may be used. Source: OAUTH-05. */
const CODE_LIFE_MS = MINUTE;

/**
 * Joins this chat to the person who continued in the popup it opened. The code works once, within a minute, and only
 * with the verifier that this browser kept, so nobody can be lured into joining a stranger's chat.
 */
export async function redeemConnect(actor: VisitorActor, input: RedeemConnect): Promise<void> {
  await inShop(actor.shopId, async (tx) => {
    const { contactId, requestId } = await useCode(tx, actor, input);
    if (contactId !== actor.contactId) await continueAs(tx, actor, contactId, "connect");
    else await proveOwn(tx, actor, "connect");
    await showGiven(tx, actor, requestId);
    await tx
      .update(visitors)
      .set({ signedIn: sql`now()` })
      .where(and(eq(visitors.shopId, actor.shopId), eq(visitors.id, actor.visitorId)));
    await contactChanged.record(tx, actor.shopId, { contactId });
    await visitChanged.record(tx, actor.shopId, { visitorId: actor.visitorId });
  });
}

/** Says in the thread what she allowed in the popup, so that both sides see it where they talk. */
async function showGiven(tx: Tx, actor: VisitorActor, requestId: string): Promise<void> {
  const [visitor] = await tx
    .select({ identityId: visitors.identityId })
    .from(visitors)
    .where(and(eq(visitors.shopId, actor.shopId), eq(visitors.id, actor.visitorId)));
  const conversation = visitor ? await lockLatest(tx, actor.shopId, visitor.identityId) : null;
  if (!conversation) return;
  const given = await tx
    .selectDistinct({ purpose: consentRecords.purpose })
    .from(consentRecords)
    .where(
      and(
        eq(consentRecords.shopId, actor.shopId),
        eq(consentRecords.action, "granted"),
        sql`${consentRecords.proof} ->> 'connectRequestId' = ${requestId}`,
      ),
    );
  const purposes = PURPOSE_LIST.filter((purpose) => given.some((one) => one.purpose === purpose));
  if (purposes.length === 0) return;
  await appendEvent(tx, conversation, { type: "permission_given", purposes });
  await conversationChanged.record(tx, actor.shopId, { conversationId: conversation.id });
}

type Redeemed = { contactId: string; requestId: string };

async function useCode(tx: Tx, actor: VisitorActor, input: RedeemConnect): Promise<Redeemed> {
  const [request] = await tx
    .select()
    .from(connectRequests)
    .where(and(eq(connectRequests.shopId, actor.shopId), eq(connectRequests.codeHash, hashToken(input.code))))
    .for("update");
  const given = createHash("sha256").update(input.codeVerifier).digest();
  const expected = Buffer.from(request?.codeChallenge ?? "", "base64url");
  const mine =
    request?.visitorId === actor.visitorId && expected.length === given.length && timingSafeEqual(expected, given);
  if (!request?.contactId || !request.completedAt || !mine) throw refused("connect_code");
  if (request.redeemedAt) throw refused("connect_used");
  if (now().getTime() - request.completedAt.getTime() > CODE_LIFE_MS) throw refused("connect_expired");
  await tx
    .update(connectRequests)
    .set({ redeemedAt: sql`now()` })
    .where(and(eq(connectRequests.shopId, actor.shopId), eq(connectRequests.id, request.id)));
  return { contactId: request.contactId, requestId: request.id };
}
