export type TemplateButton = { title: string; url: string | null };

/** One card of a template, as far as it can be shown outside Messenger. */
export type TemplateCard = {
  title: string | null;
  text: string | null;
  imageUrl: string | null;
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
  const shown = (card: TemplateCard) => card.title ?? card.text ?? card.imageUrl ?? card.url ?? card.buttons[0];
  return [...(elements.length === 0 || fields.template_type === "receipt" ? [whole] : []), ...elements].filter(shown);
}
