import type { z } from "zod";
import { sendByMessenger } from "#lib/channels/messenger/outbound/queue-sending";
import { channelChanged, channelWorked } from "#lib/channels/messenger/pages/events";
import { optedIn, visitChanged } from "#lib/connect/events";
import { planAnswerMail } from "#lib/connect/plan-answer-mail";
import { tellErased, tellOwnPlace } from "#lib/connect/tell-own-place";
import { contactChanged, contactFieldsChanged, contactsImported } from "#lib/contacts/events";
import { releaseConversations } from "#lib/conversations/assign-conversation";
import { broadcastConversation, broadcastMessage } from "#lib/conversations/broadcast";
import { bulkChanged } from "#lib/conversations/bulk/events";
import { bulkMessageChanged } from "#lib/conversations/bulk-messages/events";
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
import type { EventDefinition, EventKind } from "#lib/events/define-event";
import { orderChanged } from "#lib/orders/events";
import { joinEarlierOrders } from "#lib/orders/join-earlier-orders";
import { sendFirstReceipt } from "#lib/orders/send-first-receipt";
import { contactErased } from "#lib/privacy/events";
import { shopChannel, visitorChannel } from "#lib/realtime/channels";
import { endUserConnections, type Publication } from "#lib/realtime/publish";
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

/** What a handler publishes at once too, after the commit of the process that made the change. */
type Lasting = { name: string; atOnce: boolean; run: (shopId: string, payload: unknown) => Promise<void> };
/** What open screens are told of a change, as it is when it is read. Told twice, they show it once. */
type Shown = { name: string; read: (shopId: string, payload: unknown) => Promise<Publication[]> };
export type Subscription = { type: string; kind: EventKind; lasting: Lasting[]; shown: Shown[] };

type Handlers<P> = Record<string, (shopId: string, payload: P) => Promise<void>>;
type Readers<P> = Record<string, (shopId: string, payload: P) => Promise<Publication[]>>;

/** What is done about an event, and what is shown of it, each by the name that jobs carry. */
function on<S extends z.ZodObject>(
  { type, kind, schema }: EventDefinition<S>,
  readers: Readers<z.output<S>>,
  handlers: Handlers<z.output<S>> = {},
): Subscription {
  const lasting = Object.entries(handlers).map(([name, handler]) => ({
    name,
    atOnce: handler === endConnections,
    run: (shopId: string, payload: unknown) => handler(shopId, schema.parse(payload)),
  }));
  const shown = Object.entries(readers).map(([name, reader]) => ({
    name,
    read: (shopId: string, payload: unknown) => reader(shopId, schema.parse(payload)),
  }));
  return { type, kind, lasting, shown };
}

/** Every window of the shop hears that something changed, and what of it says which. */
function toShop<P>(event: string, of: (payload: P) => object) {
  return async (shopId: string, payload: P): Promise<Publication[]> => [
    { channel: shopChannel(shopId), event, data: of(payload) },
  ];
}

const nothing = () => ({});
const whole = <P extends object>(payload: P): P => payload;

async function broadcastVisit(_: string, payload: { visitorId: string }): Promise<Publication[]> {
  return [{ channel: visitorChannel(payload.visitorId), event: "session.changed", data: {} }];
}

async function endConnections(_: string, payload: { personId: string }): Promise<void> {
  await endUserConnections(payload.personId);
}

/** Who reacts to what: what is shown of it, then what is done. Each handler is idempotent and has retries of its own. */
export const subscriptions: readonly Subscription[] = [
  on(messageQueued, {}, { deliverMessage, sendByMessenger, planAnswerMail }),
  on(messageStored, { broadcastMessage }, { planNotices }),
  on(conversationChanged, { broadcastConversation }),
  on(memberMentioned, { broadcastMention }),
  on(
    contactChanged,
    { broadcastContact: toShop("contact.changed", whole), tellOwnPlace },
    { refreshFacts, recheckWaiting },
  ),
  on(budgetChanged, { broadcastBudget: toShop("budget.changed", nothing) }),
  on(contactsImported, { broadcastImport: toShop("contacts.imported", whole) }),
  on(contactFieldsChanged, { broadcastFields: toShop("contact_fields.changed", nothing) }),
  on(orderChanged, { broadcastOrder: toShop("order.changed", whole) }, { refreshFacts, sendFirstReceipt }),
  on(optedIn, {}, { joinEarlierOrders }),
  on(contactErased, { broadcastErasure: toShop("contact.erased", ({ contactId }) => ({ contactId })), tellErased }),
  on(visitChanged, { broadcastVisit }),
  on(channelChanged, { broadcastChannel: toShop("channel.changed", whole) }),
  on(channelWorked, { broadcastWork: toShop("channel.worked", whole) }),
  on(bulkMessageChanged, { broadcastBulkMessage: toShop("bulk_message.changed", whole) }),
  on(bulkChanged, { broadcastBulk: toShop("bulk.changed", whole) }),
  on(tagsChanged, { broadcastTags: toShop("tags.changed", nothing) }),
  on(viewsChanged, { broadcastViews: toShop("views.changed", nothing) }),
  on(stepsChanged, { broadcastSteps: toShop("steps.changed", nothing) }),
  on(teamChanged, { broadcastTeam: toShop("team.changed", nothing) }),
  on(noticesChosen, { broadcastNotices: toShop("notices.chosen", whole) }),
  on(accessChanged, {}, { endConnections }),
  on(memberRemoved, {}, { releaseConversations, stopScheduled }),
  on(memberReturned, {}, { giveWaiting }),
  on(memberFreed, {}, { giveWaiting }),
  on(teamRemoved, {}, { releaseTeam }),
];

/** Who reacts to one type of event. Throws for a type nobody declared. */
export function subscriptionTo(type: string): Subscription {
  const found = subscriptions.find((subscription) => subscription.type === type);
  if (!found) throw new Error(`no subscription for ${type}`);
  return found;
}
