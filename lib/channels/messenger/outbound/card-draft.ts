import type { AttachmentView } from "#lib/conversations/view-message";
import type { SendTemplate } from "./send-template";

/** Limits of a card, in UTF-16 units. Source: Messenger reference §3.4 and §3.5. */
export const CARD_TEXT_MAX = 640;
export const CARD_TITLE_MAX = 80;
export const CARD_BUTTON_MAX = 20;
export const CARD_BUTTONS_MAX = 3;
/** The most cards that stand side by side in one message. */
export const CARDS_MAX = 10;
/** The longest address of a picture or a button. */
export const CARD_URL_MAX = 2_000;

/** A button without an address says its words as an answer. */
export type CardButton = { key: string; title: string; url: string };
/** A picture is a file, or fetched from an address. */
export type OneCard = {
  key: string;
  title: string;
  subtitle: string;
  imageUrl: string;
  picture: AttachmentView | null;
  buttons: CardButton[];
};

/** What is being written: words with buttons, cards side by side, or a picture or film with buttons. */
export type CardDraft = {
  kind: "words" | "cards" | "media";
  text: string;
  /** Those of words and of a picture or film. */
  buttons: CardButton[];
  media: AttachmentView | null;
  cards: OneCard[];
};

export const blankButton = (key: string): CardButton => ({ key, title: "", url: "" });
export const blankCard = (key: string): OneCard => ({
  ...{ key, title: "", subtitle: "", imageUrl: "", picture: null },
  buttons: [],
});
export const EMPTY_CARD: CardDraft = {
  ...{ kind: "words", text: "", media: null },
  buttons: [blankButton("first")],
  cards: [blankCard("first")],
};

const buttonsOf = (written: readonly CardButton[]) =>
  written.map(({ title, url }) =>
    url.trim()
      ? { type: "web_url" as const, title, url: url.trim() }
      : { type: "postback" as const, title, payload: title },
  );

function elementOf({ title, subtitle, imageUrl, picture, buttons }: OneCard) {
  const shown = picture ? { picture: picture.id } : imageUrl.trim() ? { image_url: imageUrl.trim() } : {};
  return {
    title,
    ...(subtitle.trim() ? { subtitle } : {}),
    ...shown,
    ...(buttons.length > 0 ? { buttons: buttonsOf(buttons) } : {}),
  };
}

/** The platform's template that a draft becomes: "button", "generic" or "media". */
export function cardTemplate({ kind, text, buttons, media, cards }: CardDraft): SendTemplate["template"] {
  if (kind === "words") return { template_type: "button", text, buttons: buttonsOf(buttons) };
  if (kind === "cards") return { template_type: "generic", elements: cards.map(elementOf) };
  const picture = media?.id ?? "";
  const mediaType = media?.kind === "video" ? "video" : "image";
  return { template_type: "media", elements: [{ media_type: mediaType, picture, buttons: buttonsOf(buttons) }] };
}

/** What a draft lacks that no single field of it can tell: the file, or what a card (by its place) shows beside its title. */
export function cardLack({
  kind,
  media,
  cards,
}: CardDraft): { what: "media" } | { what: "more"; place: number } | null {
  if (kind === "media") return media ? null : { what: "media" };
  if (kind === "words") return null;
  const place = cards.findIndex((card) => Object.keys(elementOf(card)).length === 1);
  return place < 0 ? null : { what: "more", place };
}

/** A card that is kept until it is sent, with the key under which that is tried: tried twice, it goes once. */
export type KeptCard = { clientKey: string; draft: CardDraft };

type Fields = Record<string, unknown>;

const isTexts = (value: Fields, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === "string");

const isFile = (value: unknown): value is AttachmentView | null =>
  value === null || isTexts(Object(value), ["id", "kind"]);

function areButtons(value: unknown, least: number): value is CardButton[] {
  if (!Array.isArray(value) || value.length < least || value.length > CARD_BUTTONS_MAX) return false;
  return value.every((button) => isTexts(Object(button), ["key", "title", "url"]));
}

function isOneCard(value: unknown): value is OneCard {
  const card: Fields = Object(value);
  return isTexts(card, ["key", "title", "subtitle", "imageUrl"]) && isFile(card.picture) && areButtons(card.buttons, 0);
}

function isDraft(value: unknown): value is CardDraft {
  const { kind, text, buttons, media, cards }: Partial<Record<keyof CardDraft, unknown>> = Object(value);
  if (kind !== "words" && kind !== "cards" && kind !== "media") return false;
  if (typeof text !== "string" || !areButtons(buttons, 1) || !isFile(media)) return false;
  return Array.isArray(cards) && cards.length > 0 && cards.length <= CARDS_MAX && cards.every(isOneCard);
}

/** The card that is kept as a text; null where there is none, or something else. */
export function readCard(kept: string): KeptCard | null {
  try {
    const { clientKey, draft }: Partial<Record<keyof KeptCard, unknown>> = Object(JSON.parse(kept || "null"));
    return typeof clientKey === "string" && isDraft(draft) ? { clientKey, draft } : null;
  } catch {
    return null;
  }
}
