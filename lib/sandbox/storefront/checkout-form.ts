import { z } from "zod";

const NO_CONTROL_CHARACTERS = /^\P{Cc}*$/u;
const NO_NUL = /^[^\0]*$/;

/** What the checkout page posts. `key` is made with the page, so that sending it twice places one order. */
export const CheckoutForm = z.strictObject({
  key: z.uuid(),
  name: z.string().max(80).regex(NO_CONTROL_CHARACTERS).trim().min(1),
  email: z.union([z.literal(""), z.email().max(254)]),
  note: z.string().max(300).regex(NO_NUL).trim(),
  visitor: z.string().max(400),
});

export type CheckoutForm = z.output<typeof CheckoutForm>;
export type CheckoutField = "name" | "email" | "note";

/** What stands in the fields when the page is drawn again, and which of them are wrong. */
export type CheckoutDraft = Record<CheckoutField, string> & { key: string; wrong: ReadonlySet<CheckoutField> };
