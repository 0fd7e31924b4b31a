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

/** What `on` can listen to, and what a listener is given. */
export interface ComptoirEvents {
  /** The chat was opened. */
  open: undefined;
  /** The chat was closed. */
  close: undefined;
  /** How many messages of the shop she has not seen; told when that changes. */
  unread: number;
  /** A message was sent or came while the chat was loaded: each is told once, and never its words. */
  message: { from: "visitor" | "shop" };
}

/**
 * `window.Comptoir`, once the script of `data-shop` has run. What is called before that is queued:
 *
 *     (window.Comptoir ||= { q: [] }).q.push((chat) => chat.on("unread", (n) => { document.title = `(${n}) Shop`; }));
 */
export interface Comptoir {
  /** Opens the chat and moves the focus into it. A text alone names a product. */
  open(about?: string | ComptoirAbout): void;
  /** Closes the chat; the focus goes back to where it came from. */
  close(): void;
  toggle(): void;
  /**
   * Opens the chat and sends this text as hers, in her sight: call it when she pressed something that says so. 1 to 4,000
   * characters; anything else is not sent. To let her change the words first, use `open({ prompt })`.
   */
  send(text: string): void;
  /**
   * Says who is logged in. With a token she sees her own earlier conversation; a name only names this one, and
   * is refused until the shop takes names without proof. Said again, the last word counts. Loads nothing before the chat
   * is opened.
   */
  identify(who: ComptoirIdentity): void;
  /**
   * Tells the shop's members something of her or of the page, by name: a text of 200 characters at most, a number, true or
   * false; null takes it back. Names begin with a letter and hold 40 letters, digits or _ at most; 20 of them at most.
   * Members see it beside her conversation as your page's word, marked as not proven unless she is identified with a token.
   * What was told before stays. Anything else is not told, and the console says why. Loads nothing before the chat is opened.
   */
  setAttributes(attributes: Record<string, string | number | boolean | null>): void;
  /** Ends this browser's visit, for when she logs out: the next one sees an empty chat. */
  reset(): void;
  /**
   * Changes the language of the button and the chat ("en", "fr", and regions of them; otherwise English). An open chat
   * loads again in it, and what she was writing stays; a file on its way does not.
   */
  setLocale(locale: string): void;
  /** Calls `listener` each time something happens; what happened before is not told. */
  on<E extends keyof ComptoirEvents>(event: E, listener: (detail: ComptoirEvents[E]) => void): void;
  /** Stops calling the same `listener`. */
  off<E extends keyof ComptoirEvents>(event: E, listener: (detail: ComptoirEvents[E]) => void): void;
  /**
   * Takes the button and the chat off the page and ends the connection; her conversation stays. Adding the script's line
   * again brings them back.
   */
  shutdown(): void;
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
