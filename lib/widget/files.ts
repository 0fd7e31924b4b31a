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

/** The files of the storefront widget by their addresses, which are their places in public/ too. */
export const widgetFiles: readonly string[] = [
  "/v1.js",
  "/widget/sdk.js",
  "/widget/chat.css",
  "/widget/transcript.css",
  ...spoken.map((locale) => `/widget/chat.${locale}.js`),
  ...names.map(([name]) => `/widget/${name}.js`),
  ...names.flatMap(([name, styled]) => (styled ? [`/widget/${name}.css`] : [])),
];
