import { z } from "zod";
import { REQUEST_KINDS } from "#db/schema/privacy";
import { Locale } from "#lib/connect/input";
import { isKeptAsIs } from "#lib/core/kept-text";

const Mine = z.strictObject({ shop: z.string().max(64), person: z.uuid(), locale: Locale });

export const EraseMine = Mine;
export type EraseMine = z.output<typeof EraseMine>;

export const LeaveComptoir = Mine.omit({ shop: true });
export type LeaveComptoir = z.output<typeof LeaveComptoir>;

export const AskForMine = Mine.pick({ person: true });
export type AskForMine = z.output<typeof AskForMine>;

export const OneContactOf = z.strictObject({ contactId: z.uuid() });
export type OneContactOf = z.output<typeof OneContactOf>;

/** A request that came otherwise: by letter, at the counter, by mail. `askedOn` is the day it came. */
export const RecordRequest = z.strictObject({
  contactId: z.uuid(),
  kind: z.enum(REQUEST_KINDS),
  askedOn: z.iso.date(),
});
export type RecordRequest = z.output<typeof RecordRequest>;

export const ExtendRequest = z.strictObject({
  requestId: z.uuid(),
  reason: z.string().trim().min(10, "too_short").max(500, "too_long").refine(isKeptAsIs, "message_nul"),
});
export type ExtendRequest = z.output<typeof ExtendRequest>;
