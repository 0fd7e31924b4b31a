import type { SendTemplate } from "./send-template";

/** Limits of a card, in UTF-16 units. Source: Messenger reference §3.4 and §3.5. */
export const CARD_TEXT_MAX = 640;
export const CARD_TITLE_MAX = 80;
export const CARD_BUTTON_MAX = 20;
export const CARD_BUTTONS_MAX = 3;

/** A card being written. A button without an address says its words as an answer. */
export type CardDraft = {
  kind: "words" | "picture";
  text: string;
  title: string;
  subtitle: string;
  imageUrl: string;
  buttons: { key: string; title: string; url: string }[];
};

export const EMPTY_CARD: CardDraft = {
  kind: "words",
  text: "",
  title: "",
  subtitle: "",
  imageUrl: "",
  buttons: [{ key: "first", title: "", url: "" }],
};

/** The template that a card becomes: the platform's "button" for words, "generic" for a picture. */
export function cardTemplate({
  kind,
  text,
  title,
  subtitle,
  imageUrl,
  buttons: written,
}: CardDraft): SendTemplate["template"] {
  const buttons = written.map(({ title: words, url }) =>
    url.trim()
      ? { type: "web_url" as const, title: words, url: url.trim() }
      : { type: "postback" as const, title: words, payload: words },
  );
  if (kind === "words") return { template_type: "button", text, buttons };
  const second = subtitle.trim() ? { subtitle } : {};
  return { template_type: "generic", elements: [{ title, ...second, image_url: imageUrl.trim(), buttons }] };
}

/** A card that is kept until it is sent, with the key under which that is tried: tried twice, it goes once. */
export type KeptCard = { clientKey: string; draft: CardDraft };

const textsIn = (value: unknown, names: readonly string[]): boolean =>
  names.every((name) => typeof Object(value)[name] === "string");

function isCard(value: unknown): value is CardDraft {
  const { kind, buttons }: Partial<Record<keyof CardDraft, unknown>> = Object(value);
  if (kind !== "words" && kind !== "picture") return false;
  if (!textsIn(value, ["text", "title", "subtitle", "imageUrl"]) || !Array.isArray(buttons)) return false;
  const fit = buttons.length > 0 && buttons.length <= CARD_BUTTONS_MAX;
  return fit && buttons.every((button) => textsIn(button, ["key", "title", "url"]));
}

/** The card that is kept as a text; null where there is none, or something else. */
export function readCard(kept: string): KeptCard | null {
  try {
    const { clientKey, draft }: Partial<Record<keyof KeptCard, unknown>> = Object(JSON.parse(kept || "null"));
    return typeof clientKey === "string" && isCard(draft) ? { clientKey, draft } : null;
  } catch {
    return null;
  }
}
