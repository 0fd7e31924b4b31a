/** A choice offered under a message until the person says something else. */
export type QuickReplyView = { title: string; payload: string; imageUrl: string | null };

/** A button of a card: opens an address, calls a number, or tells the Page that it was tapped. */
export type ButtonView =
  | { kind: "link"; title: string; url: string }
  | { kind: "call"; title: string; number: string }
  | { kind: "postback"; title: string; payload: string };

export type CardView = {
  title: string | null;
  subtitle: string | null;
  imageUrl: string | null;
  videoUrl: string | null;
  /** Where a tap on the card itself leads. */
  link: string | null;
  buttons: ButtonView[];
};

/** An order as its receipt says it; amounts are numbers of the currency's main unit, as the platform sends them. */
export type ReceiptView = {
  number: string;
  currency: string;
  paidWith: string;
  shipTo: string | null;
  lines: { title: string; subtitle: string | null; quantity: number | null; price: number; imageUrl: string | null }[];
  subtotal: number | null;
  shipping: number | null;
  tax: number | null;
  adjustments: { name: string; amount: number }[];
  total: number;
  url: string | null;
};

/** One thing a message holds. "unknown" is a kind the look-alike has no drawing for, named as the platform does. */
export type PartView =
  | { kind: "image" | "audio" | "video" | "file"; url: string; name: string | null }
  | { kind: "sticker"; url: string; stickerId: string }
  | { kind: "location"; title: string | null; coordinates: string }
  | { kind: "cards"; cards: CardView[] }
  | { kind: "receipt"; receipt: ReceiptView }
  | { kind: "unknown"; name: string };
