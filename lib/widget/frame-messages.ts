/** What the storefront's loader tells the chat in the iframe. */
export type ToChat =
  | {
      type: "open";
      product?: string | undefined;
      order?: string | undefined;
      prompt?: string | undefined;
      page?: string | undefined;
    }
  | { type: "visible"; visible: boolean }
  | { type: "visitor" }
  | { type: "identify"; token?: string | undefined; name?: string | undefined }
  | { type: "attributes"; attributes: Readonly<Record<string, unknown>> }
  | { type: "reset" }
  /** The answer of a login that took the whole page; no code when she went back without an answer. */
  | { type: "connected"; text: string }
  | { type: "send"; text: string };

/**
 * What the chat in the iframe tells the storefront's loader. Nothing in it is secret but the short-lived reference it
 * asked for.
 */
export type FromChat =
  | { type: "ready" }
  | { type: "close" }
  /** How many messages of the shop she has not seen; null says, while the chat is not loaded, that she has none here. */
  | { type: "unread"; n: number | null }
  | { type: "chat"; exists: boolean }
  | { type: "message"; from: "visitor" | "shop" }
  | { type: "visitor"; reference: string | null };
