import { z } from "zod";
import { isKeptAsIs } from "#lib/core/kept-text";

/** Limits of templates and buttons. Source: Messenger reference §3.4 and §3.5. */
const text = (most: number) =>
  z.string().trim().min(1, "required").max(most, "too_long").refine(isKeptAsIs, "message_nul");
const WebAddress = z.url({ protocol: /^https$/, error: "invalid_url" }).max(2_000);

const Button = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("web_url"), title: text(20), url: WebAddress }),
  z.strictObject({ type: z.literal("postback"), title: text(20), payload: text(1_000) }),
  z.strictObject({
    type: z.literal("phone_number"),
    title: text(20),
    payload: z.string().regex(/^\+[1-9]\d{6,14}$/, "invalid"),
  }),
]);
const Buttons = z.array(Button).min(1).max(3);

/** A file that the member uploaded, by our id; the platform gets it in its own way when the template goes. */
const Uploaded = z.uuid();

const Element = z
  .strictObject({
    title: text(80),
    subtitle: text(80).optional(),
    image_url: WebAddress.optional(),
    picture: Uploaded.optional(),
    default_action: z.strictObject({ type: z.literal("web_url"), url: WebAddress }).optional(),
    buttons: Buttons.optional(),
  })
  .refine(({ title: _, ...beside }) => Object.values(beside).some((part) => part !== undefined), {
    path: ["subtitle"],
    message: "card_needs_more",
  })
  .refine(({ image_url: url, picture }) => url === undefined || picture === undefined, {
    path: ["image_url"],
    message: "invalid",
  });

const FacebookAddress = WebAddress.refine(
  (url) => /^(\w+\.)*facebook\.com$/.test(new URL(url).hostname),
  "invalid_url",
);
const MediaElement = z
  .strictObject({
    media_type: z.enum(["image", "video"]),
    url: FacebookAddress.optional(),
    picture: Uploaded.optional(),
    buttons: Buttons.optional(),
  })
  .refine(({ url, picture }) => (url === undefined) !== (picture === undefined), {
    path: ["url"],
    message: "required",
  });

/** A card or several to swipe through, words with buttons, or a picture with buttons: what a member's app may send. */
export const Template = z.discriminatedUnion("template_type", [
  z.strictObject({
    template_type: z.literal("generic"),
    elements: z.array(Element).min(1).max(10),
    image_aspect_ratio: z.enum(["horizontal", "square"]).optional(),
  }),
  z.strictObject({ template_type: z.literal("button"), text: text(640), buttons: Buttons }),
  z.strictObject({
    template_type: z.literal("media"),
    elements: z.array(MediaElement).length(1),
  }),
]);
export type Template = z.output<typeof Template>;

/** What of a template is shown where only words fit. */
export function wordsOf(template: Template): string {
  if (template.template_type === "button") return template.text;
  return template.template_type === "generic" ? template.elements.map(({ title }) => title).join(", ") : "";
}

/** The uploaded files that a template shows, in order and each once, with the kind it has to be. */
export function filesIn(template: Template): { id: string; kind: "image" | "video" }[] {
  if (template.template_type === "button") return [];
  const kinds = new Map<string, "image" | "video">();
  for (const element of template.elements)
    if (element.picture) kinds.set(element.picture, "media_type" in element ? element.media_type : "image");
  return [...kinds].map(([id, kind]) => ({ id, kind }));
}
