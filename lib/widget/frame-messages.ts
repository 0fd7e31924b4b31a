/** What the storefront's loader tells the chat in the iframe. */
export type ToChat =
  | {
      type: "comptoir:open";
      product?: string | undefined;
      order?: string | undefined;
      prompt?: string | undefined;
      page?: string | undefined;
    }
  | { type: "comptoir:visible"; visible: boolean }
  | { type: "comptoir:visitor" }
  | { type: "comptoir:identify"; token?: string | undefined; name?: string | undefined }
  | { type: "comptoir:reset" };

/** What the chat in the iframe tells the storefront's loader. Nothing in it is secret but the short-lived reference it asked for. */
export type FromChat =
  | { type: "comptoir:ready" }
  | { type: "comptoir:close" }
  | { type: "comptoir:unread"; n: number }
  | { type: "comptoir:chat"; exists: boolean }
  | { type: "comptoir:visitor"; reference: string | null };
