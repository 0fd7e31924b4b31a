import { z } from "zod";
import { ContactFilter } from "#lib/contacts/contact-filter";
import { Body } from "../input";

/** The most contacts that are chosen one by one. */
export const MOST_CHOSEN = 500;
/** How many contacts of a bulk message are listed at once. */
export const LISTED = 50;

const Purpose = z.enum(["service", "offers"]);

export const StartBulkMessage = z.strictObject({
  clientKey: z.uuid(),
  /** Who is meant: everybody of a filter, or the chosen. */
  to: z.union([
    z.strictObject({ filter: ContactFilter }),
    z.strictObject({ contactIds: z.array(z.uuid()).min(1, "required").max(MOST_CHOSEN, "too_long") }),
  ]),
  /** `offers` for anything that sells, a mixed message too. */
  purpose: Purpose,
  body: Body,
});
export type StartBulkMessage = z.output<typeof StartBulkMessage>;

export const OneBulkMessage = z.strictObject({ bulkMessageId: z.uuid() });
export type OneBulkMessage = z.output<typeof OneBulkMessage>;

export const ListWritten = OneBulkMessage.extend({
  state: z.enum(["scheduled", "refused"]),
  /** The contact after whom the list goes on. */
  after: z.uuid().optional(),
});
export type ListWritten = z.output<typeof ListWritten>;

export const CountChances = z.strictObject({ filter: ContactFilter, purpose: Purpose });
export type CountChances = z.output<typeof CountChances>;

export const WriteBulkMessage = z.object({ shopId: z.uuid(), bulkMessageId: z.uuid(), version: z.number().int() });
export type WriteBulkMessage = z.output<typeof WriteBulkMessage>;

/** `byMemberId`: who stopped it. */
export const WithdrawBulkMessage = WriteBulkMessage.extend({ byMemberId: z.uuid() });
export type WithdrawBulkMessage = z.output<typeof WithdrawBulkMessage>;

export const ForgetBulkMessage = z.object({ shopId: z.uuid(), bulkMessageId: z.uuid() });
export type ForgetBulkMessage = z.output<typeof ForgetBulkMessage>;
