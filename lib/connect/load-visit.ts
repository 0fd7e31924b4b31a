import { and, eq, isNotNull } from "drizzle-orm";
import { CONSENT_TEXT_VERSION, consentText } from "#db/consent-texts";
import { inShop, type Tx } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { lastNo } from "#lib/contacts/last-no";
import { type PermissionView, permissionsOf } from "#lib/contacts/permissions";
import { mayBeAsked, type Purpose } from "#lib/contacts/purposes";
import { shownRead } from "#lib/conversations/lower-read-mark";
import { lockLatest } from "#lib/conversations/open-conversation";
import type { RatingView } from "#lib/conversations/ratings/rating-rules";
import { readRating } from "#lib/conversations/ratings/read-rating";
import { readMessages } from "#lib/conversations/read-messages";
import { listReported } from "#lib/conversations/reports/list-reported";
import { type VisitorMessageView, viewForVisitor } from "#lib/conversations/view-message";
import { now } from "#lib/core/clock";
import { mailIsOn } from "#lib/mail/mail-is-on";
import { liveSettings } from "#lib/realtime/live-settings";
import type { VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";
import { pageToOffer } from "./chat-reference";
import { ownReports } from "./own-reports";
import { permissionLink } from "./permission-link";
import { shownAddress } from "./proven-address";
import { provenIdentity } from "./proven-identity";
import { type ChatFace, chatFace } from "./widget/chat-face";

export type SessionView = {
  shop: { name: string; slug: string; locale: "en" | "fr" };
  visitorId: string | null;
  /** Opened by the link of a mail: she reads and answers this conversation, and can do nothing else. */
  byMail: boolean;
  /** Whose chat this was proven to be, as a name of no meaning; null while nobody has. */
  proven: string | null;
  person: { name: string } | null;
  conversation: {
    id: string;
    lastSeq: number;
    contactDeliveredSeq: number;
    contactReadSeq: number;
    memberReadSeq: number;
    closed: boolean;
    /** The messages she reported, by their ids, as far as this chat may show it. */
    reported: string[];
  } | null;
  messages: VisitorMessageView[];
  /** How it went, as she is asked since it was closed, or said and may still change. */
  rating: RatingView | null;
  /** Where mails tell her of answers in this chat, if she gave that address herself. */
  email: string | null;
  /** Whether she may leave one. */
  takesEmail: boolean;
  permissions: Record<Purpose, { state: "on" | "off" | "not_given"; at: string | null }>;
  mayAsk: boolean;
  /** Whether this conversation may go on in Messenger: the shop has a live Page, and she is not on it yet. */
  messenger: boolean;
  /** Where she sees and takes back what this shop may send her, without a login; null while nobody is known. */
  permissionsUrl: string | null;
  texts: Record<Purpose, string> & { version: string };
  realtime: ReturnType<typeof liveSettings>;
} & ChatFace;

const NOTHING = { state: "not_given" as const, at: null };

function frame(shop: ShopView, locale: "en" | "fr", face: ChatFace) {
  return {
    ...face,
    shop: { name: shop.name, slug: shop.slug, locale },
    texts: {
      version: CONSENT_TEXT_VERSION,
      service: consentText("service", locale),
      order_updates: consentText("order_updates", locale),
      offers: consentText("offers", locale),
    },
    realtime: liveSettings(),
  };
}

/** What the chat shows to somebody who never wrote here. */
export async function emptyVisit(shop: ShopView, locale: "en" | "fr"): Promise<SessionView> {
  return nobodyVisit(shop, locale, await inShop(shop.id, (tx) => chatFace(tx, shop, locale)));
}

/** The same, with what the chat says of the shop. */
export function nobodyVisit(shop: ShopView, locale: "en" | "fr", face: ChatFace): SessionView {
  return {
    ...frame(shop, locale, face),
    visitorId: null,
    byMail: false,
    proven: null,
    email: null,
    takesEmail: mailIsOn(),
    person: null,
    conversation: null,
    messages: [],
    rating: null,
    permissions: { service: NOTHING, order_updates: NOTHING, offers: NOTHING },
    mayAsk: false,
    messenger: false,
    permissionsUrl: null,
  };
}

const shown = ({ state, at }: PermissionView) => (state === "refused" ? NOTHING : { state, at });

/** What the chat shows to the visitor: her conversation's last page, what she allowed, and whether she may be asked. */
export async function loadVisit(shop: ShopView, actor: VisitorActor, locale: "en" | "fr"): Promise<SessionView> {
  return inShop(shop.id, async (tx) => {
    const person = await signedInAs(tx, actor);
    const conversation = await lockLatest(tx, shop.id, actor.identityId);
    const permissions = await permissionsOf(tx, shop.id, actor.contactId);
    const saidNoAt = await lastNo(tx, shop.id, actor.contactId);
    const messages = conversation ? await readMessages(tx, shop.id, conversation.id, { last: true }) : [];
    const face = await chatFace(tx, shop, locale);
    return {
      ...frame(shop, locale, face),
      visitorId: actor.visitorId,
      byMail: actor.byMail,
      proven: await provenIdentity(tx, actor),
      email: actor.byMail ? null : await shownAddress(tx, actor, person !== null),
      takesEmail: mailIsOn() && !actor.byMail,
      person,
      conversation: conversation && {
        id: conversation.id,
        lastSeq: conversation.lastSeq,
        contactDeliveredSeq: conversation.contactDeliveredSeq,
        contactReadSeq: conversation.contactReadSeq,
        memberReadSeq: shownRead(conversation),
        closed: conversation.status === "closed",
        reported: actor.byMail ? [] : await listReported(tx, shop.id, conversation.id, ownReports(actor)),
      },
      messages: messages.map(viewForVisitor),
      rating: conversation && !actor.byMail ? await readRating(tx, conversation) : null,
      permissions: {
        service: shown(permissions.service),
        order_updates: shown(permissions.order_updates),
        offers: shown(permissions.offers),
      },
      mayAsk:
        !actor.byMail &&
        Boolean(conversation?.firstAnsweredAt) &&
        mayBeAsked(saidNoAt, now()) &&
        face.asks.some((purpose) => permissions[purpose].state !== "on"),
      permissionsUrl: person || actor.byMail ? null : permissionLink(shop.id, actor.contactId),
      messenger: conversation !== null && !actor.byMail && (await pageToOffer(tx, shop.id, actor.contactId)) !== null,
    };
  });
}

/** Who signed in on this browser. A contact that was joined with this chat by other evidence is not named to it. */
async function signedInAs(tx: Tx, { shopId, contactId, visitorId }: VisitorActor): Promise<{ name: string } | null> {
  const [found] = await tx
    .select({ name: contacts.name })
    .from(contacts)
    .innerJoin(visitors, and(eq(visitors.shopId, contacts.shopId), eq(visitors.id, visitorId)))
    .where(
      and(
        eq(contacts.shopId, shopId),
        eq(contacts.id, contactId),
        isNotNull(contacts.personId),
        isNotNull(visitors.signedIn),
      ),
    );
  return found ?? null;
}
