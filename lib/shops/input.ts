import { z } from "zod";
import { AUDIENCES } from "#db/schema/devices";
import { DAY, MINUTE } from "#lib/core/clock";
import { isKeptAsIs } from "#lib/core/kept-text";
import { mixesAlphabets } from "#lib/core/look-alike";
import { plainName } from "#lib/core/plain-name";
import { LOCALES } from "#lib/i18n/locales";
import { MailAddress } from "#lib/mail/address";
import { hostOf } from "./host";

const RESERVED = new Set(["api", "app", "admin", "login", "new", "me", "www", "help", "settings", "sandbox", "files"]);

/** Text from a person, kept as sent or refused. */
export const plainText = (min: number, max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim().length >= min, "required")
    .refine(isKeptAsIs, "message_nul");

/** The name that somebody gives herself, or a shop of hers: without what cannot be seen in it, and something left. Source: SPOOF-01. */
export const personName = (max: number) =>
  plainText(1, max)
    .transform(plainName)
    .refine((name) => name !== "", "required");

export const Slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$/, "invalid_slug")
  .refine((slug) => !RESERVED.has(slug), "slug_taken");

/** A host, with or without a port; an address is cut down to its host. */
export const Domain = z
  .string()
  .transform(hostOf)
  .pipe(
    z.union([
      z.literal(""),
      z
        .string()
        .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9-]+(?::\d{1,5})?$/, "invalid_url")
        .max(253),
    ]),
  );

export const TimeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}, "invalid_choice");

export const CreateShop = z.strictObject({
  name: personName(80).refine((name) => !mixesAlphabets(name), "name_mixed"),
  slug: Slug,
  website: Domain,
  timeZone: TimeZone,
  currency: z.string().refine((code) => Intl.supportedValuesOf("currency").includes(code), "invalid_choice"),
  locales: z.array(z.enum(LOCALES)).min(1, "required").max(LOCALES.length),
});
export type CreateShop = z.output<typeof CreateShop>;

export const InviteMember = z.strictObject({ role: z.enum(["owner", "admin", "agent"]) });
export type InviteMember = z.output<typeof InviteMember>;
export const CancelInvitation = z.strictObject({ invitationId: z.uuid() });
export type CancelInvitation = z.output<typeof CancelInvitation>;
export const JoinShop = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) });
export type JoinShop = z.output<typeof JoinShop>;
export const ChangeRole = z.strictObject({ memberId: z.uuid(), role: z.enum(["owner", "admin", "agent"]) });
export type ChangeRole = z.output<typeof ChangeRole>;
export const RemoveMember = z.strictObject({ memberId: z.uuid() });
export type RemoveMember = z.output<typeof RemoveMember>;
export const OneMember = z.strictObject({ memberId: z.uuid() });
export type OneMember = z.output<typeof OneMember>;
export const SetAvailability = z.strictObject({ away: z.boolean() });
export type SetAvailability = z.output<typeof SetAvailability>;

const DAY_MINUTES = DAY / MINUTE;
/** Not longer than a day; it may end on the next one. */
const WorkingSpan = z
  .strictObject({
    from: z
      .number()
      .int()
      .min(0)
      .max(DAY_MINUTES - 1),
    to: z
      .number()
      .int()
      .min(1)
      .max(2 * DAY_MINUTES),
  })
  .refine(({ from, to }) => from < to && to - from <= DAY_MINUTES, { path: ["to"], message: "opening_order" });
const WorkingDay = z
  .array(WorkingSpan)
  .max(3, "invalid")
  .refine((day) => day.every(({ from }, at) => at === 0 || from >= (day[at - 1]?.to ?? 0)), "opening_order");
/** A week without an hour would keep her away for ever: that is what being away is for. */
export const SetWorkingHours = z.strictObject({
  memberId: z.uuid(),
  hours: z
    .array(WorkingDay)
    .length(7)
    .refine((week) => week.some((day) => day.length > 0), "no_hours")
    .nullable(),
});
export type SetWorkingHours = z.output<typeof SetWorkingHours>;
export const EndSession = z.strictObject({ sessionId: z.uuid() });
export type EndSession = z.output<typeof EndSession>;
export const AskMailCode = z.strictObject({
  email: MailAddress,
  name: personName(80),
  locale: z.enum(LOCALES),
});
export type AskMailCode = z.output<typeof AskMailCode>;
export const SignInByMail = z.strictObject({
  ticket: z.string().regex(/^[\w-]{43}$/),
  code: z
    .string()
    .max(20)
    .transform((code) => code.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "mail_code_shape")),
});
export type SignInByMail = z.output<typeof SignInByMail>;
/** The language in which the code that proves one's address is mailed. */
export const AskAddressCode = z.strictObject({ locale: z.enum(LOCALES) });
export type AskAddressCode = z.output<typeof AskAddressCode>;
export const CreateConnection = z.strictObject({ name: plainText(1, 80) });
export type CreateConnection = z.output<typeof CreateConnection>;
export const Nothing = z.strictObject({});
/** A browser's subscription as it gives it: an https address of its push service, and its keys. */
export const KeepDevice = z.strictObject({
  audience: z.enum(AUDIENCES),
  endpoint: z.url({ protocol: /^https$/ }).max(1_000),
  p256dh: z.string().regex(/^[\w-]{87}$/),
  auth: z.string().regex(/^[\w-]{22}$/),
  locale: z.enum(LOCALES),
});
export type KeepDevice = z.output<typeof KeepDevice>;
export const ForgetDevice = KeepDevice.pick({ audience: true, endpoint: true });
export type ForgetDevice = z.output<typeof ForgetDevice>;
