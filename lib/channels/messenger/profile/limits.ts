import type { ProfileLocale, ProfileWords } from "./profile";

/** The platform's limits, in UTF-16 units as a browser counts. Source: Messenger Profile reference. */
export const GREETING_MAX = 160;
export const QUESTION_MAX = 80;
export const TITLE_MAX = 30;
export const MOST_QUESTIONS = 4;
/** Of 20: the last is the way to her permissions. */
export const MOST_ITEMS = 19;
/** Where the platform puts the reader's first name in a greeting. */
export const FIRST_NAME = "{{user_first_name}}";

export const NO_WORDS: ProfileWords = { greeting: "", iceBreakers: [], menu: [] };
/** The last entry of every menu we put on a Page, in each language: no shop takes it out. */
export const PERMISSIONS_TITLE: Record<ProfileLocale, string> = { en: "My permissions", fr: "Mes autorisations" };
