import { z } from "zod";
import { ASKED, type Asked } from "./asked";
import { DELIVERIES, type Delivery, PAYMENTS, type Payment, WELCOME_CODE } from "./price-order";

const NO_CONTROL_CHARACTERS = /^\P{Cc}*$/u;
const NO_NUL = /^[^\0]*$/;

const oneLine = (max: number) => z.string().max(max).regex(NO_CONTROL_CHARACTERS).trim().default("");

/** A box is posted where it is ticked, and not otherwise. */
const tick = z.literal("on").optional();

/**
 * What the checkout page posts. `key` is made with the page, so that sending it twice places one order. An address is
 * whole or absent.
 */
export const CheckoutForm = z
  .strictObject({
    key: z.uuid(),
    name: z.string().max(80).regex(NO_CONTROL_CHARACTERS).trim().min(1),
    email: z.union([z.literal(""), z.email().max(254)]),
    note: z.string().max(300).regex(NO_NUL).trim(),
    visitor: z.string().max(400),
    street: oneLine(120),
    postalCode: z.union([z.literal(""), z.string().regex(/^\d{5}$/)]).default(""),
    city: oneLine(80),
    delivery: z.enum(DELIVERIES).default("paris"),
    payment: z.enum(PAYMENTS).default("card"),
    service: tick,
    order_updates: tick,
    offers: tick,
    code: z.union([z.literal(""), z.string().trim().toUpperCase().pipe(z.literal(WELCOME_CODE))]).default(""),
  })
  .superRefine(({ street, postalCode, city }, context) => {
    const parts = { street, postalCode, city };
    if (!street && !postalCode && !city) return;
    for (const [part, written] of Object.entries(parts))
      if (!written) context.addIssue({ code: "custom", path: [part] });
  });

export type CheckoutForm = z.output<typeof CheckoutForm>;

/** What was ticked of what the checkout asks. */
export const ticksIn = (sent: Partial<Record<Asked, string | undefined>>) =>
  ASKED.filter((purpose) => sent[purpose] === "on");
export const CHECKOUT_FIELDS = ["name", "email", "street", "postalCode", "city", "code", "note"] as const;
export type CheckoutField = (typeof CHECKOUT_FIELDS)[number];

/** What stands in the fields when the page is drawn again, and which of them are wrong. */
export type CheckoutDraft = Record<CheckoutField, string> & {
  key: string;
  delivery: Delivery;
  payment: Payment;
  ticked: readonly Asked[];
  wrong: ReadonlySet<CheckoutField>;
};
