import type { SendTemplate } from "#lib/channels/messenger/outbound/send-template";

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
