import type { Basket } from "./basket";
import type { StorefrontLocale, StorefrontMessages } from "./messages";

/** Who looks at the storefront: her language, its words, her basket. */
export type Visit = { locale: StorefrontLocale; words: StorefrontMessages; basket: Basket };
