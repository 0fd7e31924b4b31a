import { z } from "zod";
import { Body } from "#lib/conversations/input";
import { RateConversation } from "#lib/conversations/ratings/rating-rules";
import { ReportMessage } from "#lib/conversations/reports/input";
import { instant } from "#lib/core/instant";
import { isKeptAsIs } from "#lib/core/kept-text";
import { personName, plainText } from "#lib/shops/input";

export const Locale = z.enum(["en", "fr"]);
const Purpose = z.enum(["service", "order_updates", "offers"]);
const Purposes = z
  .array(Purpose)
  .max(3)
  .refine((list) => new Set(list).size === list.length);

export const StartVisit = z.strictObject({ locale: Locale, page: z.string().max(2_000).refine(isKeptAsIs).optional() });
export type StartVisit = z.output<typeof StartVisit>;

export const AnswerPermissions = z.strictObject({ allow: Purposes, textVersion: z.string().max(40), locale: Locale });
export type AnswerPermissions = z.output<typeof AnswerPermissions>;

/** The challenge of RFC 7636: base64url of a SHA-256, 43 characters. */
export const StartConnect = z.strictObject({
  codeChallenge: z.string().regex(/^[\w-]{43}$/),
  locale: Locale,
  /** The page of the storefront that she may be sent back to, where no window can be opened over it. */
  returnTo: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
});
export type StartConnect = z.output<typeof StartConnect>;

export const RedeemConnect = z.strictObject({
  code: z.string().regex(/^[\w-]{43}$/),
  codeVerifier: z.string().regex(/^[\w.~-]{43,128}$/),
});
export type RedeemConnect = z.output<typeof RedeemConnect>;

export const CompleteConnect = z.strictObject({
  request: z.string().regex(/^[\w-]{43}$/),
  allow: Purposes,
  textVersion: z.string().max(40),
  locale: Locale,
});
export type CompleteConnect = z.output<typeof CompleteConnect>;

/** The same answer as the popup sends it: at which shop, and as whom the page said she was signed in. */
export const AnswerConnect = CompleteConnect.extend({ shop: z.string().max(64), person: z.uuid() });

const Mine = z.strictObject({ shop: z.string().max(64), person: z.uuid(), locale: Locale });

export const WithdrawPermission = Mine.extend({ purposes: Purposes.min(1) });
export type WithdrawPermission = z.output<typeof WithdrawPermission>;

export const GrantPermission = Mine.extend({ purpose: Purpose, textVersion: z.string().max(40) });
export type GrantPermission = z.output<typeof GrantPermission>;

export const PauseShop = Mine.extend({ until: instant().nullable() });
export type PauseShop = z.output<typeof PauseShop>;

export const BlockShop = Mine.extend({ blocked: z.boolean() });
export type BlockShop = z.output<typeof BlockShop>;

/** What the link in a shop's message takes back, for whoever holds it. */
export const WithdrawByLink = z.strictObject({ token: z.string().max(100), purposes: Purposes.min(1), locale: Locale });
export type WithdrawByLink = z.output<typeof WithdrawByLink>;

const UndoWord = z
  .string()
  .max(400)
  .regex(/^[\w-]+\.[\w-]+$/);
/** The word that taking back gave, which gives that back. */
export const UndoByLink = WithdrawByLink.omit({ purposes: true }).extend({ undo: UndoWord });
export type UndoByLink = z.output<typeof UndoByLink>;
/** Stops offers in the chat; with the word that this gave, undoes it. */
export const StopOffers = z.strictObject({ undo: UndoWord.optional(), locale: Locale });
export type StopOffers = z.output<typeof StopOffers>;

const Seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const MyThread = Mine.omit({ locale: true }).extend({ conversationId: z.uuid() });

/** One of a shopper's own conversations; `before` asks for the page before a number. */
export const OneOfMine = MyThread.omit({ person: true }).extend({ before: Seq.optional() });
export type OneOfMine = z.output<typeof OneOfMine>;

export const AnswerMyShop = MyThread.extend({ clientKey: z.uuid(), body: Body, locale: Locale });
export type AnswerMyShop = z.output<typeof AnswerMyShop>;

export const RateMyShop = MyThread.extend(RateConversation.shape);
export type RateMyShop = z.output<typeof RateMyShop>;
export const ReportMine = MyThread.extend(ReportMessage.shape);
export type ReportMine = z.output<typeof ReportMine>;

export const SeeMyConversation = MyThread.extend({ seq: Seq });
export type SeeMyConversation = z.output<typeof SeeMyConversation>;

/** A login with Facebook as a storefront's own code posts it. `optedIn` is what the granted scopes say of this Page. */
export const StorefrontLogin = z.strictObject({
  /** Facebook's id of her for the storefront's app. */
  loginId: z.string().regex(/^\d{1,30}$/),
  name: personName(120),
  optedIn: z.boolean(),
  at: instant({ offset: true }),
  pageId: z.string().regex(/^\d{1,30}$/),
  locale: Locale.nullish(),
  /** The storefront's own name of the words she was shown. */
  textVersion: plainText(1, 40).nullish(),
  /** Where she logged in. */
  page: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .refine(isKeptAsIs)
    .nullish(),
  /** What `Comptoir.visitor()` gave in that browser. */
  visitor: z.string().max(400).nullish(),
});
export type StorefrontLogin = z.output<typeof StorefrontLogin>;

/** Who is logged in at the storefront: the word its server signed, or only a name that nobody has proven. */
export const IdentifyVisitor = z.union([
  z.strictObject({ token: z.string().max(4_096), locale: Locale }),
  z.strictObject({ name: personName(120), locale: Locale }),
]);
export type IdentifyVisitor = z.output<typeof IdentifyVisitor>;

export const EndIdentityKey = z.strictObject({ keyId: z.uuid() });
export type EndIdentityKey = z.output<typeof EndIdentityKey>;
export const EnforceIdentity = z.strictObject({ enforced: z.boolean() });
export type EnforceIdentity = z.output<typeof EnforceIdentity>;

/** The signed part of a mail's link. */
const LinkToken = z
  .string()
  .max(400)
  .regex(/^[\w-]+\.[\w-]+$/);
export const OpenAnswer = z.strictObject({ token: LinkToken, locale: Locale });
export type OpenAnswer = z.output<typeof OpenAnswer>;
export const StopAnswerMails = z.strictObject({ token: LinkToken });
export type StopAnswerMails = z.output<typeof StopAnswerMails>;
