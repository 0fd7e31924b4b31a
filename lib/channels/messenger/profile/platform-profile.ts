import { z } from "zod";
import { NO_WORDS, PERMISSIONS_TITLE } from "./limits";
import { permissionsPayload } from "./permissions-entry";
import type { Profile, ProfileLocale, ProfileWords } from "./profile";

/** What each language is called there; the first of the shop's languages is the default for everybody else. */
const PLATFORM_LOCALES: Record<ProfileLocale, readonly string[]> = { en: ["en_US", "en_GB"], fr: ["fr_FR", "fr_CA"] };

export const PROFILE_FIELDS = ["get_started", "greeting", "ice_breakers", "persistent_menu"] as const;

const Call = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  question: z.string().optional(),
  payload: z.string().optional(),
  url: z.string().optional(),
});
const Calls = z.object({ locale: z.string().default("default"), call_to_actions: z.array(Call) });

/** The part of a Messenger profile that we write, as the platform takes it and gives it back. */
export const PlatformProfile = z.object({
  get_started: z.object({ payload: z.string() }).optional(),
  greeting: z.array(z.object({ locale: z.string(), text: z.string() })).optional(),
  ice_breakers: z.array(Calls).optional(),
  persistent_menu: z.array(Calls.extend({ composer_input_disabled: z.boolean().optional() })).optional(),
});
export type PlatformProfile = z.output<typeof PlatformProfile>;

/** A payload says what was tapped; the message it makes carries the title the person saw. */
const payload = (what: string, locale: ProfileLocale, place: number) => `comptoir:${what}:${locale}:${place + 1}`;

function questions({ iceBreakers }: ProfileWords, locale: ProfileLocale) {
  return iceBreakers.map((question, place) => ({ question, payload: payload("ice_breaker", locale, place) }));
}

function items({ menu }: ProfileWords, locale: ProfileLocale) {
  return menu.map((item, place) =>
    item.kind === "web_url"
      ? { type: "web_url", title: item.title, url: item.url }
      : { type: "postback", title: item.title, payload: payload("menu", locale, place) },
  );
}

/**
 * One part in each language that has it, under the platform's names. The first of the shop's languages that has it is
 * the default for everybody else, because the platform takes no part without one.
 */
function inEachLocale<T>(
  locales: readonly ProfileLocale[],
  read: (locale: ProfileLocale) => T | null,
): { locale: string; value: T }[] {
  const found = locales.flatMap((locale) => {
    const value = read(locale);
    return value === null ? [] : [{ locale, value }];
  });
  return found.flatMap(({ locale, value }, place) =>
    (place === 0 ? ["default"] : PLATFORM_LOCALES[locale]).map((name) => ({ locale: name, value })),
  );
}

/** The shop's entries, and after them the way to what she allows, which is so one tap from every message. Source: docs/decisions/0018. */
function wholeMenu(words: ProfileWords, locale: ProfileLocale) {
  const last = { type: "postback", title: PERMISSIONS_TITLE[locale], payload: permissionsPayload(locale) };
  return [...items(words, locale), last];
}

/**
 * A profile in the platform's words. A part that says nothing in any language is left out; a menu is there wherever the
 * platform takes one, which is beside Get started.
 */
export function toPlatform(profile: Profile, locales: readonly ProfileLocale[]): PlatformProfile {
  const wordsOf = (locale: ProfileLocale) => profile.words[locale] ?? NO_WORDS;
  const greeting = inEachLocale(locales, (locale) => {
    const text = wordsOf(locale).greeting;
    return text.trim() === "" ? null : text;
  });
  const calls = (of: typeof questions | typeof wholeMenu) =>
    inEachLocale(locales, (locale) => {
      const found = of(wordsOf(locale), locale);
      return found.length === 0 ? null : found;
    }).map(({ locale, value }) => ({ locale, call_to_actions: value }));
  const [ice, menu] = [calls(questions), profile.getStarted ? calls(wholeMenu) : []];
  return {
    ...(profile.getStarted ? { get_started: { payload: "comptoir:get_started" } } : {}),
    ...(greeting.length > 0 ? { greeting: greeting.map(({ locale, value }) => ({ locale, text: value })) } : {}),
    ...(ice.length > 0 ? { ice_breakers: ice } : {}),
    ...(menu.length > 0 ? { persistent_menu: menu.map((one) => ({ ...one, composer_input_disabled: false })) } : {}),
  };
}

/** Whether what was read back says the same, whatever the platform added or reordered by language. */
export function isSameProfile(one: PlatformProfile, other: PlatformProfile): boolean {
  return JSON.stringify(essence(one)) === JSON.stringify(essence(other));
}

function essence({ get_started, greeting = [], ice_breakers = [], persistent_menu = [] }: PlatformProfile) {
  const byLocale = <T extends { locale: string }>(all: readonly T[]) =>
    [...all].sort((a, b) => (a.locale < b.locale ? -1 : 1));
  const calls = (all: readonly z.output<typeof Calls>[]) =>
    byLocale(all).map(({ locale, call_to_actions }) => [
      locale,
      call_to_actions.map(({ type, title, question, payload: sent, url }) => [type, title, question, sent, url]),
    ]);
  return [
    get_started?.payload,
    byLocale(greeting).map(({ locale, text }) => [locale, text]),
    calls(ice_breakers.map((one) => ({ ...one, call_to_actions: one.call_to_actions.map(withoutType) }))),
    calls(persistent_menu),
  ];
}

function withoutType({ question, payload: sent }: z.output<typeof Call>): z.output<typeof Call> {
  return { question, payload: sent };
}
