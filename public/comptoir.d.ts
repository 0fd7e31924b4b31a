/** How a question begins. */
export interface ComptoirAbout {
  /** A product, by its name: the question is begun with it. */
  product?: string | undefined;
  /** An order, by its number: the question is begun with it. */
  order?: string | undefined;
  /** Words of your own, put into the box for her to send or to change. */
  prompt?: string | undefined;
}

/** Who is logged in at your shop: a token your server signed, or a name that nobody has proven. */
export type ComptoirIdentity = { token: string } | { name: string };

/** `window.Comptoir`, once the script of `data-shop` has run. */
export interface Comptoir {
  /** Opens the chat and moves the focus into it. A text alone names a product. */
  open(about?: string | ComptoirAbout): void;
  /** Closes the chat; the focus goes back to where it came from. */
  close(): void;
  toggle(): void;
  /**
   * Says who is logged in. With a token she sees her own earlier conversation; a name only names this one, and
   * is refused until the shop takes names without proof. Loads nothing before the chat is opened.
   */
  identify(who: ComptoirIdentity): void;
  /** Ends this browser's visit, for when she logs out: the next one sees an empty chat. */
  reset(): void;
  /**
   * The short-lived signed reference that lets an order join this visitor's chat, for the shop's checkout. Null when
   * she never chatted here, or when the chat did not answer within 4 seconds: a checkout is never held up.
   */
  visitor(): Promise<string | null>;
  q: { push(call: (chat: Comptoir) => void): void };
}

declare global {
  interface Window {
    Comptoir?: Comptoir | { open?: never; q?: ((chat: Comptoir) => void)[] };
  }
}
