import type { Basket } from "./basket";
import type { Customer } from "./customer";
import type { StorefrontLocale, StorefrontMessages } from "./messages";

/** Who looks at the storefront: her language, its words, her basket, and who she logged in as. */
export type Visit = {
  locale: StorefrontLocale;
  words: StorefrontMessages;
  basket: Basket;
  customer: Customer | null;
};
