export type TemplateButton = { title: string; url: string | null };

/** One card of a template, as far as it can be shown outside Messenger. */
export type TemplateCard = {
  title: string | null;
  text: string | null;
  imageUrl: string | null;
  /** The file of the message that it shows: a picture, or a film. */
  picture: string | null;
  url: string | null;
  buttons: TemplateButton[];
};

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** An address a browser may open: http or https, nothing else. */
export function webAddress(value: unknown): string | null {
  const text = textOf(value);
  if (!text || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

function buttonsOf(value: unknown): TemplateButton[] {
  return listOf(value).flatMap(({ title, url }) => {
    const words = textOf(title);
    return words ? [{ title: words, url: webAddress(url) }] : [];
  });
}

function cardOf(fields: Fields): TemplateCard {
  return {
    title: textOf(fields.title),
    text: textOf(fields.subtitle) ?? textOf(fields.text),
    imageUrl: webAddress(fields.image_url),
    picture: textOf(fields.picture),
    url: webAddress(fieldsOf(fields.default_action).url) ?? webAddress(fields.url) ?? webAddress(fields.order_url),
    buttons: buttonsOf(fields.buttons),
  };
}

/** The words that were put into an approved template, one after the other. */
function parametersOf(template: Fields): string | null {
  const words = listOf(template.components).flatMap((part) => listOf(part.parameters).map(({ text }) => textOf(text)));
  return textOf(words.filter(Boolean).join(" · "));
}

/**
 * What can be shown of a template in the platform's own words: its elements as cards, or the template itself as one.
 * Whatever is missing, unknown or of another shape is left out; the list is empty when nothing is left.
 */
export function templateCards(template: unknown): TemplateCard[] {
  const fields = fieldsOf(template);
  const product = fieldsOf(fields.product);
  const elements = [...listOf(fields.elements), ...listOf(product.elements)].map(cardOf);
  const own = cardOf(fields);
  const named = { ...own, title: own.title ?? textOf(fields.order_number) ?? textOf(fields.name) };
  const whole = { ...named, text: named.text ?? parametersOf(fields) };
  const shown = (card: TemplateCard) =>
    card.title ?? card.text ?? card.imageUrl ?? card.picture ?? card.url ?? card.buttons[0];
  return [...(elements.length === 0 || fields.template_type === "receipt" ? [whole] : []), ...elements].filter(shown);
}

/** The files of a message that none of its cards shows. */
export function filesBeside<File extends { id: string }>(files: readonly File[], template: unknown): File[] {
  const shown = new Set(templateCards(template).map(({ picture }) => picture));
  return files.filter(({ id }) => !shown.has(id));
}

const BOOKING_STATUSES = ["requested", "confirmed", "declined", "cancelled"] as const;

/** An appointment as Messenger tells it: how it stands and when it is (ISO 8601), each as far as it is readable. */
export type Booking = {
  status: (typeof BOOKING_STATUSES)[number] | null;
  startsAt: string | null;
  endsAt: string | null;
};

/** Below this a number is seconds: as milliseconds it would be a day of 1973. */
const SECONDS_BELOW = 100_000_000_000;

/** An instant as seconds, milliseconds, either as text, or ISO 8601: the reference gives no form for it. */
function instantOf(value: unknown): string | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  const number = typeof value === "number" || /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  const isSeconds = number < SECONDS_BELOW && !(typeof value === "string" && /\D/.test(value));
  const at = new Date(isSeconds ? number * 1_000 : number);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The appointment a message is about; null for every other template. Source: messenger-platform.md §2.5. */
export function bookingOf(template: unknown): Booking | null {
  const { template_type: type, status, start_time: start, end_time: end } = fieldsOf(template);
  if (type !== "appointment_booking") return null;
  return {
    status: BOOKING_STATUSES.find((one) => one === textOf(status)?.toLowerCase()) ?? null,
    startsAt: instantOf(start),
    endsAt: instantOf(end),
  };
}
