import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { permissionsOf } from "#lib/contacts/permissions";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { appendEvent } from "#lib/conversations/append-message";
import { conversationChanged } from "#lib/conversations/events";
import { lockLatest } from "#lib/conversations/open-conversation";
import { refused } from "#lib/core/errors";
import type { VisitorActor } from "#lib/shops/actor";
import { readShop } from "#lib/shops/load-shop";
import { visitChanged } from "./events";
import type { AnswerPermissions } from "./input";
import { readWidget } from "./widget/load-widget";

/**
 * Writes into the ledger what the shopper answered on the card in her chat: what she ticked is given, what she was
 * shown and left empty is not asked again for thirty days. Words other than those shown now are refused.
 */
export async function answerPermissions(
  actor: VisitorActor,
  input: AnswerPermissions & { source: string },
): Promise<void> {
  if (input.textVersion !== CONSENT_TEXT_VERSION) throw refused("consent_text_changed");
  await inShop(actor.shopId, async (tx) => {
    const conversation = await lockLatest(tx, actor.shopId, actor.identityId);
    const { draft } = await readWidget(tx, await readShop(tx, actor.shopId));
    const before = await permissionsOf(tx, actor.shopId, actor.contactId);
    const answer = await recordAnswer(tx, actor.shopId, {
      contactId: actor.contactId,
      allow: input.allow,
      shown: draft.asks.filter((purpose) => before[purpose].state !== "on"),
      act: "chat_card",
      locale: input.locale,
      source: input.source,
      proof: { visitorId: actor.visitorId, ...(conversation ? { conversationId: conversation.id } : {}) },
    });
    if (conversation && answer.given.length > 0) {
      await appendEvent(tx, conversation, { type: "permission_given", purposes: answer.given });
      await conversationChanged.record(tx, actor.shopId, { conversationId: conversation.id });
    }
    await visitChanged.record(tx, actor.shopId, { visitorId: actor.visitorId });
  });
}
