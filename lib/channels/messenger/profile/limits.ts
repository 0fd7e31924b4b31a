import type { ProfileWords } from "./profile";

/** The platform's limits, in UTF-16 units as a browser counts. Source: Messenger Profile reference. */
export const GREETING_MAX = 160;
export const QUESTION_MAX = 80;
export const TITLE_MAX = 30;
export const MOST_QUESTIONS = 4;
export const MOST_ITEMS = 20;
/** Where the platform puts the reader's first name in a greeting. */
export const FIRST_NAME = "{{user_first_name}}";

export const NO_WORDS: ProfileWords = { greeting: "", iceBreakers: [], menu: [] };
