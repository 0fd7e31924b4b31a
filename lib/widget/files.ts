import { spoken } from "./locales";

/** The parts of the chat that are fetched when they are first needed: of `lib/widget/chat/lazy`, and whether they have styles. */
export const lazyParts = {
  acts: true,
  away: true,
  cards: true,
  faces: true,
  live: false,
  login: false,
  marks: true,
  menu: true,
  picture: true,
  rating: true,
  receipts: true,
  report: true,
  upload: false,
} as const satisfies Record<string, boolean>;

const names = Object.entries(lazyParts);

/** The chat's own scripts, plain ones. */
export const chatFiles: readonly string[] = spoken.map((locale) => `chat.${locale}.js`);

/**
 * What the loader and the page of the chat fetch. The files of one build stand in one folder, `/widget/VERSION/`, so that
 * parts of two builds never meet, and an address never means anything else.
 */
export const partFiles: readonly string[] = [
  ...chatFiles,
  ...["sdk.js", "chat.css", "transcript.css"],
  ...names.map(([name]) => `${name}.js`),
  ...names.flatMap(([name, styled]) => (styled ? [`${name}.css`] : [])),
];
