import { z } from "zod";
import { LIST_ORDERS, PRIORITIES } from "#db/schema/conversations";
import { DRAFT_KINDS } from "#db/schema/writing";
import { DAY, now } from "#lib/core/clock";
import { instant } from "#lib/core/instant";
import { isKeptAsIs } from "#lib/core/kept-text";
import { signs } from "#lib/widget/signs";
import { stickers } from "#lib/widget/stickers";
import { HOLD_MAX } from "./hold";
import { DRAFT_MAX } from "./merge-draft";
import { FILES_MAX, MESSAGE_MAX } from "./messages-to-write";
import { QUICK_REPLIES_MAX, QUICK_REPLY_MAX } from "./quick-replies";
import { SendActions } from "./send-actions/input";

/** Text that is kept as it is: no NUL (PostgreSQL cannot hold it), no lone surrogate (it would be changed). */
const Words = z
  .string()
  .superRefine((text, context) => {
    if (text.length <= MESSAGE_MAX) return;
    const size = { origin: "string", maximum: MESSAGE_MAX, inclusive: true } as const;
    context.addIssue({ code: "too_big", ...size, input: text, message: "message_too_long" });
  })
  .refine(isKeptAsIs, "message_nul");

const isVisible = (text: string) => text.trim().length > 0;

/** A message's words: something visible, kept as it is. */
export const Body = Words.refine(isVisible, "message_empty");

const QuickReply = z.strictObject({
  title: Words.min(1, "required").max(QUICK_REPLY_MAX, "too_long"),
  payload: Words.min(1, "required").max(1_000, "too_long"),
});

/** How far ahead a message may be scheduled. */
const MOST_AHEAD_MS = 365 * DAY;

export const SendMessage = z
  .strictObject({
    conversationId: z.uuid(),
    clientKey: z.uuid(),
    /** Empty only beside files. */
    body: Words,
    /** Files that this member uploaded, in the order in which they are shown. */
    attachmentIds: z.array(z.uuid()).max(FILES_MAX, "too_many_attachments").optional(),
    /** The message of the conversation that is answered. */
    replyTo: z.uuid().optional(),
    quickReplies: z.array(QuickReply).max(QUICK_REPLIES_MAX, "invalid").optional(),
    /** `offers` for anything that sells, a mixed message too; an answer when it is left out. */
    purpose: z.enum(["service", "offers"]).optional(),
    /** When it is to go (ISO 8601), at most a year ahead; at once when it is left out or past. */
    sendAt: instant()
      .refine((at) => Date.parse(at) <= now().getTime() + MOST_AHEAD_MS, "invalid")
      .optional(),
    /** What is done with the conversation with it: at once when it goes or is only held, else when it goes. */
    actions: SendActions.optional(),
    /** For how many seconds it is held back before it goes, so that it can still be taken back. */
    hold: z.number().int().min(1).max(HOLD_MAX).optional(),
  })
  .refine(({ body, attachmentIds }) => isVisible(body) || attachmentIds?.length, {
    path: ["body"],
    message: "message_empty",
  });
export type SendMessage = z.output<typeof SendMessage>;

export const WriteNote = z
  .strictObject({
    conversationId: z.uuid(),
    clientKey: z.uuid(),
    /** Empty only beside files. Members are named in it as `@Name`. */
    body: Words,
    attachmentIds: z.array(z.uuid()).max(FILES_MAX, "too_many_attachments").optional(),
  })
  .refine(({ body, attachmentIds }) => isVisible(body) || attachmentIds?.length, {
    path: ["body"],
    message: "message_empty",
  });
export type WriteNote = z.output<typeof WriteNote>;

export const SaveDraft = z.strictObject({
  conversationId: z.uuid(),
  kind: z.enum(DRAFT_KINDS),
  body: z.string().max(DRAFT_MAX, "too_long").refine(isKeptAsIs, "message_nul"),
  /** The message that it answers. */
  replyTo: z.uuid().nullish(),
  /** Whether it is an offer; what does not say leaves that as it was. */
  offer: z.boolean().optional(),
  /** The titles of the answers offered with it, half-written ones too; what does not say leaves them as they were. */
  quickReplies: z
    .array(z.string().max(QUICK_REPLY_MAX, "too_long").refine(isKeptAsIs, "message_nul"))
    .max(QUICK_REPLIES_MAX, "invalid")
    .optional(),
  /** The files uploaded for it, in their order; what does not say leaves them as they were. */
  attachmentIds: z.array(z.uuid()).max(FILES_MAX, "too_many_attachments").optional(),
  /** The version this text was made from; 0 where none was known. */
  version: z.number().int().min(0).max(2_000_000_000),
});
export type SaveDraft = z.output<typeof SaveDraft>;

export const OneMessage = z.strictObject({ messageId: z.uuid() });
export type OneMessage = z.output<typeof OneMessage>;

export const EditMessage = z.strictObject({ messageId: z.uuid(), body: Body });
export type EditMessage = z.output<typeof EditMessage>;

/** `emoji` null takes the reaction back. */
export const ReactToMessage = z.strictObject({
  messageId: z.uuid(),
  emoji: z.string().min(1).max(32).refine(isKeptAsIs, "message_nul").nullable(),
});
export type ReactToMessage = z.output<typeof ReactToMessage>;

const SIGNS = Object.keys(signs) as (keyof typeof signs)[];

/** A shopper's reaction; null takes it back. */
export const ReactInChat = z.strictObject({ messageId: z.uuid(), emoji: z.enum(SIGNS).nullable() });
export type ReactInChat = z.output<typeof ReactInChat>;

const STICKERS = Object.keys(stickers) as (keyof typeof stickers)[];

export const ReceiveMessage = z.strictObject({
  clientKey: z.uuid(),
  body: Body,
  /** One of our own stickers; the words are then its name in her language. */
  sticker: z.enum(STICKERS).optional(),
  /** The message whose quick reply this is. */
  tapped: z.uuid().optional(),
  /** The message of her conversation that is answered. */
  replyTo: z.uuid().optional(),
});
export type ReceiveMessage = z.output<typeof ReceiveMessage>;

export const OneConversation = z.strictObject({ conversationId: z.uuid() });
export type OneConversation = z.output<typeof OneConversation>;

/** `offer`: what becomes of an offer is asked too. */
export const LookAtComposer = OneConversation.extend({ offer: z.literal("true").optional() });
export type LookAtComposer = z.output<typeof LookAtComposer>;

/** The message of the conversation that was sent with it; taken back, it takes the change back too. */
const sentWith = z.uuid().optional();

export const CloseConversation = z.strictObject({ conversationId: z.uuid(), messageId: sentWith });
export type CloseConversation = z.output<typeof CloseConversation>;

/** Until when a conversation is put away: an instant to come, a year ahead at most, or `UNTIL_REPLY`. */
export const SnoozeConversation = z.strictObject({ conversationId: z.uuid(), until: instant(), messageId: sentWith });
export type SnoozeConversation = z.output<typeof SnoozeConversation>;

export const SetPriority = z.strictObject({ conversationId: z.uuid(), priority: z.enum(PRIORITIES) });
export type SetPriority = z.output<typeof SetPriority>;

export const TagConversation = z.strictObject({ conversationId: z.uuid(), tagId: z.uuid() });
export type TagConversation = z.output<typeof TagConversation>;

export const OneContact = z.strictObject({ contactId: z.uuid() });
export type OneContact = z.output<typeof OneContact>;

/**
 * Who is to have it: a member, a team (`memberId` null), or nobody. Without `teamId` a member leaves the team as it is, and
 * nobody means no team either.
 */
export const AssignConversation = z.strictObject({
  conversationId: z.uuid(),
  memberId: z.uuid().nullable(),
  teamId: z.uuid().nullable().optional(),
});
export type AssignConversation = z.output<typeof AssignConversation>;

/** To which team; null: back to where each came from. */
export const HandOver = z.strictObject({ teamId: z.uuid().nullable() });
export type HandOver = z.output<typeof HandOver>;

const Seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const MarkRead = z.strictObject({ conversationId: z.uuid(), seq: Seq });
export type MarkRead = z.output<typeof MarkRead>;

export const MarkSeen = z.strictObject({ deliveredSeq: Seq, readSeq: Seq });
export type MarkSeen = z.output<typeof MarkSeen>;

export const VIEWS = ["mine", "unassigned", "open", "ending_soon", "snoozed", "closed", "mentions", "spam"] as const;
/** A view that is not there from the start: one that was saved, what has a tag, or what a team has. */
const KeptView = z.templateLiteral([z.enum(["view", "tag", "team"]), ":", z.uuid()]);
export const ListConversations = z.strictObject({
  view: z.union([z.enum(VIEWS), KeptView]).default("open"),
  order: z.enum(LIST_ORDERS).default("newest"),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(30),
});
export type ListConversations = z.input<typeof ListConversations>;

/**
 * One of these says which messages, the last page without any: after, before or around a number, around a message, or
 * from an instant on.
 */
export const ListMessages = z.strictObject({
  conversationId: z.uuid(),
  after: Seq.optional(),
  before: Seq.optional(),
  around: Seq.optional(),
  message: z.uuid().optional(),
  since: instant().optional(),
});
export type ListMessages = z.output<typeof ListMessages>;

export const ChangedSince = z.strictObject({ since: instant() });
export type ChangedSince = z.output<typeof ChangedSince>;
