import type { VisitorMessageView } from "#lib/conversations/view-message";
import { DAY, MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { instantOf, localOf } from "#lib/core/wall-clock";
import type { ShopView } from "#lib/shops/load-shop";
import { nobodyVisit, type SessionView } from "../load-visit";
import { faceOf } from "./chat-face";
import type { WidgetDraft } from "./input";
import { closedAt, midnightOf } from "./opening-hours";

export const SAMPLE_STATES = ["first", "permission", "chat", "closed"] as const;
export type SampleState = (typeof SAMPLE_STATES)[number];

const WORDS = {
  en: {
    asked: "Is the Grand Bouquet free tomorrow? It is for my sister.",
    answered: "Bonjour Amélie, it is. I have set one aside for you.",
    offered: "Would you like a hand-written card with it? It is €4.",
    replies: ["Yes please", "No, thank you"],
  },
  fr: {
    asked: "Le Grand Bouquet est-il libre demain\u202f? C’est pour ma sœur.",
    answered: "Bonjour Amélie, oui. Je vous en ai mis un de côté.",
    offered: "Voulez-vous une carte écrite à la main\u202f? Elle est à 4\u00a0€.",
    replies: ["Oui merci", "Non merci"],
  },
};

type Sample = { state: SampleState; locale: "en" | "fr"; at: Date; replyMinutes: number | null; member: string };

const WEEK_OF_NINE = Array.from({ length: 7 }, () => [{ from: 9 * 60, to: 19 * 60 }]);

/** When the shop opens after the coming midnight; nine o'clock where its hours do not say. */
function opensTomorrow(draft: WidgetDraft, timeZone: string, at: Date): Date {
  const midnight = new Date(midnightOf(localOf(at, timeZone)).getTime() + DAY);
  const times = { ...draft, hours: draft.hours ?? WEEK_OF_NINE, timeZone };
  return closedAt(times, instantOf(midnight, timeZone))?.opensAt ?? new Date(at.getTime() + DAY);
}

/** A visit that never was, as the chat would show it with settings that may not be saved: for whoever sets them. */
export function sampleVisit(shop: ShopView, draft: WidgetDraft, sample: Sample): SessionView {
  const { state, locale, at, replyMinutes, member } = sample;
  const words = WORDS[locale];
  const open = { ...draft, hours: null, closedDays: [] };
  const face = faceOf(open, locale, { at, timeZone: shop.timeZone, replyMinutes, team: [member] });
  const away = { text: draft.texts[locale].away, opensAt: opensTomorrow(draft, shop.timeZone, at).toISOString() };
  const visit = { ...nobodyVisit(shop, locale, face), person: { name: "Amélie Laurent" } };
  if (state === "closed") return { ...visit, away, team: [] };
  if (state === "first") return visit;
  const said = (seq: number, author: "contact" | "member", body: string): VisitorMessageView => ({
    ...{ id: newId(), seq, version: 1, kind: "text", author, authorName: author === "member" ? member : null, body },
    ...{ event: null, receipt: null, clientKey: null, attachments: [], quickReplies: [], sticker: null, offer: false },
    ...{ reactions: [], replyTo: null, edited: false, unsent: false },
    createdAt: new Date(at.getTime() - (5 - seq) * MINUTE).toISOString(),
  });
  const messages = [said(1, "contact", words.asked), said(2, "member", words.answered)];
  if (state === "chat") messages.push({ ...said(3, "member", words.offered), quickReplies: words.replies });
  const lastSeq = messages.length;
  const seen = { contactDeliveredSeq: lastSeq, contactReadSeq: lastSeq, memberReadSeq: lastSeq };
  const conversation = { id: newId(), lastSeq, ...seen, closed: false, reported: [] };
  return { ...visit, conversation, messages, mayAsk: state === "permission" && draft.asks.length > 0 };
}
