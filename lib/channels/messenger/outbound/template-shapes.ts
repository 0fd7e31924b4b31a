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

const Element = z
  .strictObject({
    title: text(80),
    subtitle: text(80).optional(),
    image_url: WebAddress.optional(),
    default_action: z.strictObject({ type: z.literal("web_url"), url: WebAddress }).optional(),
    buttons: Buttons.optional(),
  })
  .refine(({ title: _, ...beside }) => Object.values(beside).some((part) => part !== undefined), "required");

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
    elements: z
      .array(
        z.strictObject({
          media_type: z.enum(["image", "video"]),
          url: WebAddress.refine((url) => /^(\w+\.)*facebook\.com$/.test(new URL(url).hostname), "invalid_url"),
          buttons: Buttons.optional(),
        }),
      )
      .length(1),
  }),
]);
export type Template = z.output<typeof Template>;

/** What of a template is shown where only words fit. */
export function wordsOf(template: Template): string {
  if (template.template_type === "button") return template.text;
  return template.template_type === "generic" ? template.elements.map(({ title }) => title).join(", ") : "";
}
