import { z } from "zod";
import type { ButtonView, CardView, PartView, QuickReplyView, ReceiptView } from "./drawn-parts";

const text = z.string().nullish().catch(null);
/** An address a browser may go to or show; whatever else a Page sends as one is left out. */
const address = z
  .url({ protocol: /^https?$/ })
  .nullish()
  .catch(null);
const amount = z.coerce.number().nullish().catch(null);

const Button = z.object({ type: text, title: text, text, url: address, payload: text });
const Element = z.object({
  title: text,
  subtitle: text,
  image_url: address,
  media_type: text,
  url: address,
  price: amount,
  quantity: amount,
  default_action: z.object({ url: address }).nullish().catch(null),
  buttons: z.array(Button).nullish().catch(null),
});
const Payload = z.object({
  template_type: text,
  url: address,
  coordinates: z.object({ lat: z.number(), long: z.number() }).nullish().catch(null),
  sticker_id: z.union([z.string(), z.number()]).nullish().catch(null),
  text: text,
  title: text,
  subtitle: text,
  image_url: address,
  coupon_code: text,
  coupon_url: address,
  coupon_url_button_title: text,
  elements: z.array(Element).nullish().catch(null),
  buttons: z.array(Button).nullish().catch(null),
  order_number: text,
  order_url: address,
  currency: text,
  payment_method: text,
  address: z
    .object({ street_1: text, street_2: text, city: text, postal_code: text, state: text, country: text })
    .nullish()
    .catch(null),
  summary: z
    .object({ subtotal: amount, shipping_cost: amount, total_tax: amount, total_cost: amount })
    .nullish()
    .catch(null),
  adjustments: z
    .array(z.object({ name: text, amount }))
    .nullish()
    .catch(null),
});
type Payload = z.output<typeof Payload>;

const Attachment = z.object({ type: z.string(), title: text, payload: Payload.nullish().catch(null) });
const QuickReply = z.object({ content_type: text, title: text, payload: text, image_url: address });
const Body = z.object({
  text: text,
  attachment: Attachment.nullish().catch(null),
  attachments: z.array(Attachment).nullish().catch(null),
  template: z
    .object({ buttons: z.array(Button).nullish().catch(null) })
    .nullish()
    .catch(null),
  quick_replies: z.array(QuickReply).nullish().catch(null),
});

const buttonView = (button: z.output<typeof Button>): ButtonView[] => {
  const { url, payload } = button;
  const title = button.title ?? button.text;
  if (button.type === "phone_number") return payload && title ? [{ kind: "call", title, number: payload }] : [];
  if (button.type === "postback") return title && payload ? [{ kind: "postback", title, payload }] : [];
  return url ? [{ kind: "link", title: title || new URL(url).host, url }] : [];
};

/** The entries of a persistent menu, or the buttons of a template; what the look-alike cannot do is left out. */
export function drawButtons(buttons: unknown): ButtonView[] {
  return z.array(Button).catch([]).parse(buttons).flatMap(buttonView);
}

const blank: CardView = { title: null, subtitle: null, imageUrl: null, videoUrl: null, link: null, buttons: [] };

function cardsOf(payload: Payload): CardView[] {
  const elements = payload.elements ?? [];
  if (payload.template_type === "button")
    return [{ ...blank, title: payload.text ?? null, buttons: drawButtons(payload.buttons) }];
  if (payload.template_type === "coupon") {
    const { coupon_url: url, coupon_url_button_title: title } = payload;
    const subtitle = [payload.subtitle, payload.coupon_code].filter(Boolean).join(" · ") || null;
    const buttons = drawButtons(url ? [{ type: "web_url", title, url }] : []);
    return [{ ...blank, title: payload.title ?? null, subtitle, imageUrl: payload.image_url ?? null, buttons }];
  }
  return elements.map((element) => {
    const isVideo = element.media_type === "video";
    const media = payload.template_type === "media" ? (element.url ?? null) : null;
    return {
      title: element.title ?? null,
      subtitle: element.subtitle ?? null,
      imageUrl: element.image_url ?? (isVideo ? null : media),
      videoUrl: isVideo ? media : null,
      link: element.default_action?.url ?? null,
      buttons: drawButtons(element.buttons),
    };
  });
}

function receiptOf(payload: Payload): ReceiptView {
  const { address, summary } = payload;
  const place = [address?.postal_code, address?.city].filter(Boolean).join(" ");
  const shipTo = [address?.street_1, address?.street_2, place, address?.state].filter(Boolean).join(", ");
  return {
    number: payload.order_number ?? "",
    currency: payload.currency ?? "EUR",
    paidWith: payload.payment_method ?? "",
    shipTo: shipTo || null,
    lines: (payload.elements ?? []).map((line) => ({
      title: line.title ?? "",
      subtitle: line.subtitle ?? null,
      quantity: line.quantity ?? null,
      price: line.price ?? 0,
      imageUrl: line.image_url ?? null,
    })),
    subtotal: summary?.subtotal ?? null,
    shipping: summary?.shipping_cost ?? null,
    tax: summary?.total_tax ?? null,
    adjustments: (payload.adjustments ?? []).map(({ name, amount: less }) => ({ name: name ?? "", amount: less ?? 0 })),
    total: summary?.total_cost ?? 0,
    url: payload.order_url ?? null,
  };
}

function partOf({ type, title, payload }: z.output<typeof Attachment>): PartView {
  const url = payload?.url;
  if (type === "template" && payload?.template_type === "receipt")
    return { kind: "receipt", receipt: receiptOf(payload) };
  if (type === "template" && payload) {
    const cards = cardsOf(payload);
    return cards.length > 0 ? { kind: "cards", cards } : { kind: "unknown", name: payload.template_type ?? type };
  }
  if (type === "location" && payload?.coordinates) {
    const { lat, long } = payload.coordinates;
    return { kind: "location", title: title ?? null, coordinates: `${lat}, ${long}` };
  }
  if (!url) return { kind: "unknown", name: type };
  if (type === "sticker" || payload.sticker_id) return { kind: "sticker", url, stickerId: String(payload.sticker_id) };
  if (type === "image" || type === "audio" || type === "video" || type === "file")
    return { kind: type, url, name: null };
  return { kind: "unknown", name: type };
}

/** What a tap on a quick reply says. One that offers her e-mail address has it for a title; a telephone she has none. */
function quickReplyOf(reply: z.output<typeof QuickReply>, email: string | null): QuickReplyView[] {
  if (reply.content_type === "user_email") return email ? [{ title: email, payload: email, imageUrl: null }] : [];
  const { title, payload, image_url: imageUrl } = reply;
  return title ? [{ title, payload: payload ?? "", imageUrl: imageUrl ?? null }] : [];
}

type Drawn = { text: string | null; parts: PartView[]; quickReplies: QuickReplyView[] };

/**
 * What a kept message says and holds, for the person with this e-mail address. Whatever has no drawing is named, never
 * dropped; a sticker that came in both its spellings is drawn once.
 */
export function drawBody(body: unknown, email: string | null = null): Drawn {
  const read = Body.safeParse(body).data;
  const attachments = [...(read?.attachments ?? []), ...(read?.attachment ? [read.attachment] : [])];
  const parts = new Map<string, PartView>(attachments.map((one) => [JSON.stringify(partOf(one)), partOf(one)]));
  const buttons = drawButtons(read?.template?.buttons ?? []);
  if (buttons.length > 0) parts.set("template", { kind: "cards", cards: [{ ...blank, buttons }] });
  const quickReplies = (read?.quick_replies ?? []).flatMap((reply) => quickReplyOf(reply, email));
  return { text: read?.text ?? null, parts: [...parts.values()], quickReplies };
}
