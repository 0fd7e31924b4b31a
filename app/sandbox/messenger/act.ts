import { z } from "zod";
import { FAILURES } from "#lib/sandbox/messenger/failures";
import { HANDOVER_MOVES } from "#lib/sandbox/messenger/hand-over-moves";
import { PersonId } from "#lib/sandbox/people/person";

const PageId = z.string().regex(/^\d{1,20}$/);
const Mid = z.string().min(1).max(300);
const Payload = z.string().max(1_000);
const who = { personId: PersonId };
const How = z.union([
  z.strictObject({ batch: z.number().int().min(1).max(1_000) }),
  z.strictObject({ duplicates: z.number().int().min(0).max(10) }),
  z.strictObject({ reorder: z.boolean() }),
  z.strictObject({ echo: z.enum(["before", "after"]) }),
  z.strictObject({ strict: z.boolean() }),
]);
const MONTH_MS = 31 * 24 * 60 * 60 * 1_000;

/** The most a person may write in one message, in UTF-16 units. */
export const TEXT_MOST = 20_000;

/** What one may do as a person. */
const Deed = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("be"), ...who }),
  z.strictObject({
    act: z.literal("say"),
    ...who,
    pageId: PageId,
    text: z.string().trim().min(1).max(TEXT_MOST).optional(),
    stickerId: z.string().max(40).optional(),
    fileId: z.string().max(60).optional(),
    location: z
      .strictObject({
        lat: z.number().min(-90).max(90),
        long: z.number().min(-180).max(180),
        title: z.string().trim().min(1).max(200),
      })
      .optional(),
    quickReply: Payload.optional(),
    replyTo: Mid.optional(),
  }),
  z.strictObject({
    act: z.literal("start"),
    ...who,
    pageId: PageId,
    payload: Payload,
    title: z.string().max(200),
  }),
  z.strictObject({ act: z.literal("tap"), ...who, mid: Mid, payload: Payload, title: z.string().max(200) }),
  z.strictObject({ act: z.literal("react"), ...who, mid: Mid, emoji: z.string().max(16).nullable() }),
  z.strictObject({ act: z.literal("edit"), ...who, mid: Mid, text: z.string().trim().min(1).max(TEXT_MOST) }),
  z.strictObject({ act: z.literal("unsend"), ...who, mid: Mid }),
  z.strictObject({ act: z.literal("read"), ...who, pageId: PageId }),
  z.strictObject({ act: z.literal("open"), ...who, pageId: PageId, ref: z.string().min(1).max(2_083) }),
  z.strictObject({ act: z.literal("offline"), ...who, offline: z.boolean() }),
  z.strictObject({ act: z.literal("block"), ...who, pageId: PageId, blocked: z.boolean() }),
]);

/** What one may do to the sandbox itself. */
const Control = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("clock"), by: z.number().int().min(-MONTH_MS).max(MONTH_MS) }),
  z.strictObject({ act: z.literal("fail"), kind: z.enum(FAILURES), times: z.number().int().min(0).max(100) }),
  z.strictObject({ act: z.literal("deliver"), how: How }),
  z.strictObject({
    act: z.literal("flood"),
    pageId: PageId,
    threads: z.number().int().min(1).max(2_000),
    each: z.number().int().min(1).max(200),
  }),
  z.strictObject({ act: z.literal("answer"), ...who, pageId: PageId, text: z.string().trim().min(1).max(TEXT_MOST) }),
  z.strictObject({
    act: z.literal("ad"),
    ...who,
    pageId: PageId,
    title: z.string().trim().min(1).max(200),
    text: z.string().trim().min(1).max(TEXT_MOST),
  }),
  z.strictObject({ act: z.literal("handover"), ...who, pageId: PageId, move: z.enum(HANDOVER_MOVES) }),
  z.strictObject({ act: z.literal("policy"), pageId: PageId, action: z.enum(["warning", "block", "unblock"]) }),
  z.strictObject({ act: z.literal("account"), ...who, change: z.enum(["password", "app_removed", "deletion"]) }),
  z.strictObject({ act: z.literal("reset") }),
]);

/** What somebody in front of the Messenger page may do. */
export const Act = z.discriminatedUnion("act", [Deed, Control]);

export type Deed = z.infer<typeof Deed>;
export type Control = z.infer<typeof Control>;
