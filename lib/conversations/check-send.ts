import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import type { SendRecord } from "#db/schema/conversations";
import { shops } from "#db/schema/shops";
import { widgetSettings } from "#db/schema/widget";
import { GOOD_BUDGET } from "#lib/contacts/complaint-budget";
import { decideSend, isStopped, SEND_RULE_VERSION } from "#lib/contacts/decide-send";
import { erasureOf } from "#lib/contacts/erasure-of";
import { lastNo } from "#lib/contacts/last-no";
import { WIDEST } from "#lib/contacts/offer-limits";
import { permissionsOf } from "#lib/contacts/permissions";
import type { Decision, SendFacts } from "#lib/contacts/send-facts";
import { isSuppressed } from "#lib/contacts/suppressions";
import { canonicalJson } from "#lib/core/canonical-json";
import { now } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { firstName } from "#lib/shops/actor";
import type { LockedConversation } from "./access";
import { blockedSince, stoppedAt } from "./blocked-since";
import { LIMIT_COLUMNS } from "./load-offer-limits";
import { readReach } from "./read-reach";
import { readBudget, readReportedAt } from "./reports/budget";
import { readAsked, readAskedInChat, readOffersSent, readOnItsWay } from "./sent-before";
import { latestOf } from "./written-order";

/** What she may be asked to allow, where she does not. */
const ASKED_FOR = new Set<SendFacts["message"]>(["receipt", "payment_request"]);
const NEVER_ASKED = { here: false, at: null };

/** Gathers what the permission rule needs to know of a conversation. */
export async function sendFacts(
  tx: Tx,
  conversation: LockedConversation,
  message: Pick<SendFacts, "message" | "author"> & {
    unanswered?: boolean;
    /** The message that is asked about, when it is stored already: it does not count against itself. */
    except?: string;
    /** When it is to go, where that is not now. */
    at?: Date;
  },
): Promise<SendFacts> {
  const { shopId, contactId } = conversation;
  const [found] = await tx
    .select({
      name: contacts.name,
      pausedUntil: contacts.pausedUntil,
      contactZone: contacts.timeZone,
      shopZone: shops.timeZone,
      alsaceMoselle: widgetSettings.alsaceMoselle,
      limits: LIMIT_COLUMNS,
      channel: channels.kind,
      disconnectedAt: channels.disconnectedAt,
      identity: identities,
      erasing: sql<boolean>`exists (${erasureOf(tx, shopId, contactId)})`,
    })
    .from(contacts)
    .innerJoin(shops, eq(shops.id, contacts.shopId))
    .leftJoin(widgetSettings, eq(widgetSettings.shopId, contacts.shopId))
    .innerJoin(channels, and(eq(channels.shopId, contacts.shopId), eq(channels.id, conversation.channelId)))
    .innerJoin(identities, and(eq(identities.shopId, contacts.shopId), eq(identities.id, conversation.identityId)))
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  if (!found) throw notFound("contact");
  const blocked = await blockedSince(tx, shopId, contactId);
  const { channel } = found;
  const messenger = channel === "messenger" ? await readReach(tx, conversation, found.identity) : null;
  const first = messenger && !messenger.reach.psid ? await readOnItsWay(tx, conversation, message.except) : null;
  return {
    message: message.message,
    author: message.author,
    channel,
    contactName: firstName(found.name),
    blocked: blocked !== null,
    stoppedAt: await stoppedAt(tx, shopId, contactId, blocked),
    erasing: found.erasing,
    pausedUntil: found.pausedUntil,
    disconnected: found.disconnectedAt !== null,
    unanswered: message.unanswered ?? conversation.waitingSince !== null,
    lastContactAt: conversation.lastContactAt,
    windowExpiresAt: conversation.windowExpiresAt,
    permissions: await permissionsOf(tx, shopId, contactId),
    saidNoAt: ASKED_FOR.has(message.message) ? await lastNo(tx, shopId, contactId) : null,
    reach: messenger && {
      ...messenger.reach,
      firstMessageAt: messenger.reach.firstMessageAt ?? first,
      unreachable: isUnreachable(conversation, found.identity),
    },
    webChat: messenger?.webChat ?? channel === "web_chat",
    asked: message.message === "satisfaction" ? await askedBefore(tx, conversation, message.except) : NEVER_ASKED,
    offers: {
      sentAt: message.message === "offer" ? await readOffersSent(tx, conversation, message.except) : [],
      zone: found.contactZone ?? found.shopZone,
      alsaceMoselle: found.alsaceMoselle ?? false,
      limits: found.limits ?? WIDEST,
      suppressed: message.message === "offer" && (await isSuppressed(tx, shopId, contactId)),
    },
    reportedAt: message.message === "offer" ? await readReportedAt(tx, shopId, contactId) : null,
    budget: message.message === "offer" ? await readBudget(tx, shopId) : GOOD_BUDGET,
    at: message.at ?? now(),
  };
}

/** When she was asked how it went: in this conversation, and anywhere in the shop, by a message or by the chat itself. */
async function askedBefore(tx: Tx, conversation: LockedConversation, except: string | undefined) {
  const { here, at } = await readAsked(tx, conversation, except);
  const shown = await readAskedInChat(tx, conversation);
  return { here, at: shown ? latestOf(at, shown) : at };
}

export type Decided = Decision & { channel: SendFacts["channel"]; record: SendRecord };

/** Gathers what the permission rule needs to know of a conversation and asks it; the answer carries its record. */
export async function checkSend(...asked: Parameters<typeof sendFacts>): Promise<Decided> {
  const facts = await sendFacts(...asked);
  const decision = decideSend(facts);
  return { ...decision, channel: facts.channel, record: recordOf(facts, decision) };
}

/** Source: reference consent.md §6, the decision record. */
function recordOf(facts: SendFacts, decision: Decision): SendRecord {
  const { rule } = decision;
  const hash = createHash("sha256").update(canonicalJson(facts)).digest("hex");
  const of = { version: SEND_RULE_VERSION, at: facts.at.toISOString(), rule, facts: hash };
  if (decision.allowed) return { ...of, outcome: "allowed" };
  return { ...of, outcome: decision.later ? "later" : "refused", key: decision.key, params: decision.params };
}

/** Whom the platform said she cannot be written to, until her next message there. */
function isUnreachable(
  { lastContactAt }: LockedConversation,
  { unreachableAt }: { unreachableAt: Date | null },
): boolean {
  return unreachableAt !== null && !(lastContactAt && lastContactAt > unreachableAt);
}

/**
 * When a message that is held back, and not refused for good, may go instead; null when it may go now. Throws a refusal
 * for good, and that of an offer while the shop is stopped, with the sentence that says which rule and what is left.
 */
export function laterThan(decision: Decision): Date | null {
  if (decision.allowed) return null;
  if (decision.later === null || isStopped(decision)) throw refused(decision.key, decision.params);
  return decision.later;
}

/**
 * Throws the refusal, with the sentence that says which rule and what is left, and what can be done instead; returns when
 * the message may go.
 */
export function requireAllowed(decision: Decision): asserts decision is Extract<Decision, { allowed: true }> {
  if (decision.allowed) return;
  const ways = decision.alternatives.filter((way) => way !== "wait");
  throw refused(decision.key, decision.params, ways);
}
