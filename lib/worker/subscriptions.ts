import type { z } from "zod";
import { sendByMessenger } from "#lib/channels/messenger/outbound/queue-sending";
import { channelChanged, channelWorked } from "#lib/channels/messenger/pages/events";
import { visitChanged } from "#lib/connect/events";
import { planAnswerMail } from "#lib/connect/plan-answer-mail";
import { tellErased, tellOwnPlace } from "#lib/connect/tell-own-place";
import { contactChanged, contactFieldsChanged, contactsImported } from "#lib/contacts/events";
import { releaseConversations } from "#lib/conversations/assign-conversation";
import { broadcastConversation, broadcastMessage } from "#lib/conversations/broadcast";
import { bulkChanged } from "#lib/conversations/bulk/events";
import { deliverMessage } from "#lib/conversations/deliver-message";
import { conversationChanged, memberMentioned, messageQueued, messageStored } from "#lib/conversations/events";
import { refreshFacts } from "#lib/conversations/facts";
import { planNotices } from "#lib/conversations/push/plan-notices";
import { recheckWaiting } from "#lib/conversations/recheck-waiting";
import { budgetChanged } from "#lib/conversations/reports/events";
import { stopScheduled } from "#lib/conversations/stop-scheduled";
import { tagsChanged } from "#lib/conversations/tags/events";
import { giveWaiting } from "#lib/conversations/teams/give-waiting";
import { releaseTeam } from "#lib/conversations/teams/release-team";
import { broadcastMention } from "#lib/conversations/tell-mention";
import { viewsChanged } from "#lib/conversations/views/events";
import type { EventDefinition } from "#lib/events/define-event";
import { orderChanged } from "#lib/orders/events";
import { sendFirstReceipt } from "#lib/orders/send-first-receipt";
import { contactErased } from "#lib/privacy/events";
import { shopChannel, visitorChannel } from "#lib/realtime/channels";
import { endUserConnections, publish } from "#lib/realtime/publish";
import {
  accessChanged,
  memberFreed,
  memberRemoved,
  memberReturned,
  noticesChosen,
  stepsChanged,
  teamChanged,
  teamRemoved,
} from "#lib/shops/events";

type Reaction = { name: string; hastened: boolean; run: (shopId: string, payload: unknown) => Promise<void> };
export type Subscription = { type: string; reactions: Reaction[] };
type Handlers<S extends z.ZodObject> = Record<string, (shopId: string, payload: z.output<S>) => Promise<void>>;

/** The handlers of an event, by the name their jobs carry. */
function on<S extends z.ZodObject>(event: EventDefinition<S>, handlers: Handlers<S>): Subscription {
  const reactions = Object.entries(handlers).map(([name, handler]) => ({
    name,
    hastened: HASTENED.has(name),
    run: (shopId: string, payload: unknown) => handler(shopId, event.schema.parse(payload)),
  }));
  return { type: event.type, reactions };
}

async function broadcastBudget(shopId: string): Promise<void> {
  await publish(shopChannel(shopId), "budget.changed", {});
}

async function broadcastContact(shopId: string, payload: { contactId: string }): Promise<void> {
  await publish(shopChannel(shopId), "contact.changed", payload);
}

async function broadcastImport(shopId: string, payload: { importId: string }): Promise<void> {
  await publish(shopChannel(shopId), "contacts.imported", payload);
}

async function broadcastFields(shopId: string): Promise<void> {
  await publish(shopChannel(shopId), "contact_fields.changed", {});
}

async function broadcastErasure(shopId: string, { contactId }: { contactId: string }): Promise<void> {
  await publish(shopChannel(shopId), "contact.erased", { contactId });
}

async function broadcastOrder(
  shopId: string,
  payload: { orderId: string; contactId: string | null; version: number },
): Promise<void> {
  await publish(shopChannel(shopId), "order.changed", payload);
}

async function broadcastTeam(shopId: string): Promise<void> {
  await publish(shopChannel(shopId), "team.changed", {});
}

async function broadcastNotices(shopId: string, payload: { memberId: string }): Promise<void> {
  await publish(shopChannel(shopId), "notices.chosen", payload);
}

async function broadcastBulk(shopId: string, payload: { bulkChangeId: string; memberId: string }): Promise<void> {
  await publish(shopChannel(shopId), "bulk.changed", payload);
}

async function broadcastTags(shopId: string): Promise<void> {
  await publish(shopChannel(shopId), "tags.changed", {});
}

async function broadcastSteps(shopId: string): Promise<void> {
  await publish(shopChannel(shopId), "steps.changed", {});
}

async function broadcastViews(shopId: string): Promise<void> {
  await publish(shopChannel(shopId), "views.changed", {});
}

async function broadcastChannel(shopId: string, payload: { channelId: string }): Promise<void> {
  await publish(shopChannel(shopId), "channel.changed", payload);
}

async function broadcastWork(shopId: string, payload: { channelId: string }): Promise<void> {
  await publish(shopChannel(shopId), "channel.worked", payload);
}

async function broadcastVisit(_: string, payload: { visitorId: string }): Promise<void> {
  await publish(visitorChannel(payload.visitorId), "session.changed", {});
}

async function endConnections(_: string, payload: { personId: string }): Promise<void> {
  await endUserConnections(payload.personId);
}

/** What only makes a screen show a change: done at once after the commit too, and harmless to do twice. */
const HASTENED = new Set([
  "broadcastMessage",
  "broadcastConversation",
  "broadcastMention",
  "broadcastBudget",
  "broadcastContact",
  "broadcastErasure",
  "broadcastImport",
  "tellOwnPlace",
  "tellErased",
  "broadcastOrder",
  "broadcastTeam",
  "broadcastNotices",
  "broadcastTags",
  "broadcastBulk",
  "broadcastSteps",
  "broadcastViews",
  "broadcastVisit",
  "broadcastChannel",
  "broadcastWork",
  "endConnections",
]);

/** Who reacts to what. Each handler is idempotent and has retries of its own. */
export const subscriptions: readonly Subscription[] = [
  on(messageQueued, { deliverMessage, sendByMessenger, planAnswerMail }),
  on(messageStored, { broadcastMessage, planNotices }),
  on(conversationChanged, { broadcastConversation }),
  on(memberMentioned, { broadcastMention }),
  on(contactChanged, { broadcastContact, refreshFacts, recheckWaiting, tellOwnPlace }),
  on(budgetChanged, { broadcastBudget }),
  on(contactsImported, { broadcastImport }),
  on(contactFieldsChanged, { broadcastFields }),
  on(orderChanged, { broadcastOrder, refreshFacts, sendFirstReceipt }),
  on(contactErased, { broadcastErasure, tellErased }),
  on(visitChanged, { broadcastVisit }),
  on(channelChanged, { broadcastChannel }),
  on(channelWorked, { broadcastWork }),
  on(bulkChanged, { broadcastBulk }),
  on(tagsChanged, { broadcastTags }),
  on(viewsChanged, { broadcastViews }),
  on(stepsChanged, { broadcastSteps }),
  on(teamChanged, { broadcastTeam }),
  on(noticesChosen, { broadcastNotices }),
  on(accessChanged, { endConnections }),
  on(memberRemoved, { releaseConversations, stopScheduled }),
  on(memberReturned, { giveWaiting }),
  on(memberFreed, { giveWaiting }),
  on(teamRemoved, { releaseTeam }),
];

/** The reactions to one type of event. Throws for a type nobody declared. */
export function reactionsTo(type: string): Reaction[] {
  const found = subscriptions.find((subscription) => subscription.type === type);
  if (!found) throw new Error(`no subscription for ${type}`);
  return found.reactions;
}

/** Shows a change at once after its commit. What fails here is done by the queued job. */
export async function hasten(type: string, shopId: string, payload: Record<string, unknown>): Promise<void> {
  const wanted = reactionsTo(type).filter((reaction) => reaction.hastened);
  await Promise.allSettled(wanted.map((reaction) => reaction.run(shopId, payload)));
}
