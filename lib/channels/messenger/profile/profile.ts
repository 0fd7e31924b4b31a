import { z } from "zod";
import { isKeptAsIs } from "#lib/core/kept-text";
import { GREETING_MAX, MOST_ITEMS, MOST_QUESTIONS, QUESTION_MAX, TITLE_MAX } from "./limits";

export const PROFILE_LOCALES = ["en", "fr"] as const;
export type ProfileLocale = (typeof PROFILE_LOCALES)[number];

const within = (max: number) => (text: string) => text.length <= max;
const optionalText = (max: number) => z.string().refine(within(max), "too_long").refine(isKeptAsIs, "message_nul");
const requiredText = (max: number) => optionalText(max).refine((text) => text.trim() !== "", "required");

const WebAddress = z
  .string()
  .max(2_000)
  .refine((text) => /^https:\/\/[^\s/]+\.[^\s/]+/.test(text) && URL.canParse(text), "invalid_https");

const MenuItem = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("postback"), title: requiredText(TITLE_MAX) }),
  z.strictObject({ kind: z.literal("web_url"), title: requiredText(TITLE_MAX), url: WebAddress }),
]);
export type MenuItem = z.output<typeof MenuItem>;

const words = (mostItems: number) =>
  z.strictObject({
    greeting: optionalText(GREETING_MAX),
    iceBreakers: z.array(requiredText(QUESTION_MAX)).max(MOST_QUESTIONS),
    menu: z.array(MenuItem).max(mostItems, "menu_full"),
  });
/** What a Page says of itself in one language. Empty parts are not shown. */
export type ProfileWords = z.output<ReturnType<typeof words>>;

const profile = (mostItems: number) =>
  z
    .strictObject({ getStarted: z.boolean(), words: z.partialRecord(z.enum(PROFILE_LOCALES), words(mostItems)) })
    .refine(({ getStarted, words }) => getStarted || Object.values(words).every(({ menu }) => menu.length === 0), {
      path: ["getStarted"],
      message: "menu_needs_start",
    });

/** What a Page greets with and offers to tap, in each language the shop speaks. */
export const Profile = profile(MOST_ITEMS);
export type Profile = z.output<typeof Profile>;

/** One that was kept, maybe when the last place of a menu was still the shop's own. */
export const KeptProfile = profile(MOST_ITEMS + 1);

/** Whether a menu takes all places of the platform, so that nothing can be put after it. */
export const isMenuFull = ({ words }: Profile): boolean =>
  Object.values(words).some(({ menu }) => menu.length > MOST_ITEMS);

export const SaveProfile = z.strictObject({
  channelId: z.uuid(),
  profile: Profile,
  /** The version that was edited; 0 where none was saved yet. */
  version: z.number().int().min(0),
});
export type SaveProfile = z.output<typeof SaveProfile>;
