import { z } from "zod";
import { PURPOSES } from "#db/schema/contacts";
import { DAY, MINUTE } from "#lib/core/clock";
import { isKeptAsIs } from "#lib/core/kept-text";
import { MailAddress } from "#lib/mail/address";
import { Domain } from "#lib/shops/input";
import { contrastOnWhite, LEAST_CONTRAST } from "../contrast";
import { TEXT_MAX } from "./text-max";

const DAY_MINUTES = DAY / MINUTE;
const DOMAINS_MAX = 20;
const CLOSED_MAX = 40;

const Words = z.string().max(TEXT_MAX, "too_long").refine(isKeptAsIs, "message_nul");
const Texts = z.strictObject({ greeting: Words, away: Words });
const Minute = z.number().int().min(0).max(DAY_MINUTES);
const Opening = z
  .strictObject({ from: Minute, to: Minute })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "opening_order" });
/** One opening of a day, in minutes after midnight of the shop's zone. */
export type Opening = z.output<typeof Opening>;
/** The openings of one day, one after the other. */
const OpeningsOfDay = z
  .array(Opening)
  .max(3, "invalid")
  .refine((day) => day.every(({ from }, at) => at === 0 || from >= (day[at - 1]?.to ?? 0)), "opening_order");
const Closed = z
  .strictObject({ from: z.iso.date("invalid_date"), to: z.iso.date("invalid_date") })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "opening_order" });

/** Everything the page of the settings decides, as one. */
export const WidgetDraft = z.strictObject({
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, { error: "invalid_choice", abort: true })
    .refine((colour) => contrastOnWhite(colour) >= LEAST_CONTRAST, "colour_contrast"),
  side: z.enum(["left", "right"]),
  texts: z.strictObject({ en: Texts, fr: Texts }),
  showsReplyTime: z.boolean(),
  asks: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
  hours: z.array(OpeningsOfDay).length(7).nullable(),
  keepsHolidays: z.boolean(),
  alsaceMoselle: z.boolean(),
  closedDays: z.array(Closed).max(CLOSED_MAX, "invalid"),
  domains: z.array(Domain.refine((domain) => domain !== "", "required")).max(DOMAINS_MAX, "invalid"),
});
export type WidgetDraft = z.output<typeof WidgetDraft>;

export const SaveWidget = z.strictObject({ draft: WidgetDraft, version: z.number().int().min(0) });
export type SaveWidget = z.output<typeof SaveWidget>;

export const ClaimEmail = z.strictObject({ email: MailAddress });
export type ClaimEmail = z.output<typeof ClaimEmail>;

export const RateConversation = z.strictObject({
  score: z.number().int().min(1).max(5),
  comment: z.string().max(1_000, "too_long").refine(isKeptAsIs, "message_nul"),
});
export type RateConversation = z.output<typeof RateConversation>;
