import { z } from "zod";
import { PURPOSES } from "#db/schema/contacts";
import { ORDER_STATUSES } from "#db/schema/orders";
import { StorefrontLogin } from "#lib/connect/input";
import { instant } from "#lib/core/instant";
import { isKeptAsIs } from "#lib/core/kept-text";
import { plainText } from "#lib/shops/input";

const MAX_MINOR = 2_000_000_000;
const minor = z.number().int().min(0).max(MAX_MINOR);
const address = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine(isKeptAsIs);

const Line = z.strictObject({
  title: plainText(1, 200),
  quantity: z.number().int().min(1).max(100_000),
  unitAmount: minor,
  imageUrl: address.nullish(),
});

/** Where an order goes, as the receipt of Messenger wants it. Source: Messenger reference §3.5. */
const ShipTo = z.strictObject({
  street1: plainText(1, 200),
  street2: plainText(0, 200).nullish(),
  postalCode: plainText(1, 20),
  city: plainText(1, 100),
  region: plainText(0, 100).nullish(),
  country: z.string().regex(/^[A-Z]{2}$/),
});

/**
 * What she was asked at the checkout: the boxes that stood there, those that she ticked, none of them ticked in advance,
 * and under which words.
 */
const Asked = z.strictObject({
  shown: z.array(z.enum(PURPOSES)).min(1).max(PURPOSES.length),
  allow: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
  textVersion: z.string().max(20),
  locale: z.enum(["en", "fr"]),
  page: address,
  at: instant({ offset: true }),
});

/** The order that a shop's own code posts. Amounts are integers in minor units of `currency` (ISO 4217). */
export const OrderDelivery = z.strictObject({
  event: z.enum(["order.created", "order.updated"]),
  order: z.strictObject({
    id: plainText(1, 100),
    number: plainText(1, 40),
    status: z.enum(ORDER_STATUSES),
    paid: z.boolean(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    total: minor,
    shipping: minor.nullish(),
    /** Of the total, whether the prices of the lines hold it or it was added to them. */
    tax: minor.nullish(),
    discounts: z
      .array(z.strictObject({ name: plainText(1, 80), amount: minor }))
      .max(20)
      .nullish(),
    /** As the shopper knows it, such as “Visa 2345”; never a whole number of a card. */
    paymentMethod: plainText(1, 80)
      .refine((text) => !/\d(?:[ -]?\d){11}/.test(text), "card_number")
      .nullish(),
    shipTo: ShipTo.nullish(),
    lines: z.array(Line).min(1).max(200),
    placedAt: instant({ offset: true }),
    updatedAt: instant({ offset: true }),
    note: plainText(0, 500).nullish(),
    url: address.nullish(),
    asked: Asked.nullish(),
    customer: z.strictObject({
      name: plainText(1, 120),
      email: z.email().max(254).nullish(),
      visitor: z.string().max(400).nullish(),
      /** Facebook's id of the customer for the storefront's app, when the customer is logged in there. */
      loginId: StorefrontLogin.shape.loginId.nullish(),
    }),
  }),
});
export type OrderDelivery = z.output<typeof OrderDelivery>;

/** The login with Facebook that a shop's own code posts. */
const LoginDelivery = z.strictObject({ event: z.literal("login.connected"), login: StorefrontLogin });

/** Everything a shop's own code posts. */
export const StorefrontDelivery = z.discriminatedUnion("event", [OrderDelivery, LoginDelivery]);
export type StorefrontDelivery = z.output<typeof StorefrontDelivery>;

export const SendReceipt = z.strictObject({ conversationId: z.uuid(), orderId: z.uuid(), clientKey: z.uuid() });
export type SendReceipt = z.output<typeof SendReceipt>;
export const OrdersOfContact = z.strictObject({ contactId: z.uuid() });
export type OrdersOfContact = z.output<typeof OrdersOfContact>;
