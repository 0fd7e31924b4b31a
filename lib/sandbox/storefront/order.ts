import { z } from "zod";
import { ASKED } from "./asked";

export const ORDER_STATUSES = ["preparing", "shipped", "delivered", "problem", "refunded"] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What may follow each status; nothing follows a refund. */
export const NEXT_STATUSES: Record<OrderStatus, readonly OrderStatus[]> = {
  preparing: ["shipped", "problem", "refunded"],
  shipped: ["delivered", "problem", "refunded"],
  delivered: ["problem", "refunded"],
  problem: ["shipped", "delivered", "refunded"],
  refunded: [],
};

const amount = z.number().int().min(0);

/** An order in the shape the storefront keeps and posts: amounts in minor units of `currency`, times ISO 8601. */
export const StorefrontOrder = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  status: z.enum(ORDER_STATUSES),
  paid: z.boolean(),
  currency: z.string().length(3),
  total: amount,
  shipping: amount.optional(),
  tax: amount.optional(),
  discounts: z.array(z.strictObject({ name: z.string(), amount })).optional(),
  paymentMethod: z.string().optional(),
  shipTo: z
    .strictObject({ street1: z.string(), postalCode: z.string(), city: z.string(), country: z.string() })
    .optional(),
  lines: z.array(
    z.strictObject({ title: z.string(), quantity: z.number().int().min(1), unitAmount: amount, imageUrl: z.url() }),
  ),
  placedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  note: z.string().optional(),
  url: z.url(),
  asked: z
    .strictObject({
      shown: z.array(z.enum(ASKED)),
      allow: z.array(z.enum(ASKED)),
      textVersion: z.string(),
      locale: z.enum(["en", "fr"]),
      page: z.url(),
      at: z.iso.datetime(),
    })
    .optional(),
  customer: z.strictObject({
    name: z.string(),
    email: z.string().optional(),
    visitor: z.string().nullable(),
    loginId: z.string().optional(),
  }),
});

export type StorefrontOrder = z.output<typeof StorefrontOrder>;

/** What is still to be posted about an order: the event and the id of its delivery, the same at every try. */
export const Undelivered = z.templateLiteral([z.enum(["order.created", "order.updated"]), " ", z.uuid()]);
export type OrderEvent = "order.created" | "order.updated";
