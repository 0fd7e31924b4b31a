import { z } from "zod";
import { instant } from "#lib/core/instant";
import { isKeptAsIs } from "#lib/core/kept-text";

/** The longest message, in UTF-16 units, as a browser counts; the schema library counts code points. */
export const MESSAGE_MAX = 4_000;

/** A message's words: something visible, no NUL (PostgreSQL cannot hold it), no lone surrogate (it would be changed). */
export const Body = z
  .string()
  .superRefine((text, context) => {
    if (text.length <= MESSAGE_MAX) return;
    const size = { origin: "string", maximum: MESSAGE_MAX, inclusive: true } as const;
    context.addIssue({ code: "too_big", ...size, input: text, message: "message_too_long" });
  })
  .refine((text) => text.trim().length > 0, "message_empty")
  .refine(isKeptAsIs, "message_nul");

export const SendMessage = z.strictObject({ conversationId: z.uuid(), clientKey: z.uuid(), body: Body });
export type SendMessage = z.output<typeof SendMessage>;

export const ReceiveMessage = z.strictObject({ clientKey: z.uuid(), body: Body });
export type ReceiveMessage = z.output<typeof ReceiveMessage>;

export const OneConversation = z.strictObject({ conversationId: z.uuid() });
export type OneConversation = z.output<typeof OneConversation>;

export const AssignConversation = z.strictObject({ conversationId: z.uuid(), memberId: z.uuid().nullable() });
export type AssignConversation = z.output<typeof AssignConversation>;

const Seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const MarkRead = z.strictObject({ conversationId: z.uuid(), seq: Seq });
export type MarkRead = z.output<typeof MarkRead>;

export const MarkSeen = z.strictObject({ deliveredSeq: Seq, readSeq: Seq });
export type MarkSeen = z.output<typeof MarkSeen>;

export const VIEWS = ["mine", "unassigned", "open", "ending_soon", "closed"] as const;
/** How a view is ordered: the latest message first, or the reply window that ends next. */
export const ORDERS = ["newest", "ending"] as const;
export const ListConversations = z.strictObject({
  view: z.enum(VIEWS).default("open"),
  order: z.enum(ORDERS).default("newest"),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(30),
});
export type ListConversations = z.input<typeof ListConversations>;

export const ListMessages = z.strictObject({ conversationId: z.uuid(), after: Seq.optional(), before: Seq.optional() });
export type ListMessages = z.output<typeof ListMessages>;

export const ChangedSince = z.strictObject({ since: instant() });
export type ChangedSince = z.output<typeof ChangedSince>;
