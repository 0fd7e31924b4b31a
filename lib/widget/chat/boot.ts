import { type Locale, pickLocale } from "../locales";
import { fieldsOf } from "./views";

/** What the iframe's page tells the chat before anything is fetched. */
export type Boot = {
  slug: string;
  name: string;
  /** The shop's colour and the text colour that stays legible on it, as CSS colours. */
  colour: string;
  onColour: string;
  locale: Locale;
  /** "light" or "dark" when the storefront asked for it; otherwise the visitor's own. */
  theme: string;
  /** The storefront's origin: the only one the chat talks to. Empty when the page stands alone. */
  origin: string;
  /** Whether the address asks to offer the login at once: by "#login", where the page stands alone. */
  login: boolean;
  /** The visit that is shown instead of her own, where the shop's settings show the chat. */
  sample: unknown;
};

/** Reads the page's own JSON; a field that is missing falls back to what the shop's design starts from. */
export function readBoot(json: string): Boot {
  const boot = fieldsOf(JSON.parse(json));
  const text = (key: string, otherwise = "") => (typeof boot[key] === "string" && boot[key] ? boot[key] : otherwise);
  return {
    slug: text("slug"),
    name: text("name"),
    colour: text("colour", "#23513a"),
    onColour: text("onColour", "#fff"),
    locale: pickLocale(text("locale"), navigator.language),
    theme: text("theme"),
    origin: text("origin"),
    login: !boot.origin && location.hash === "#login",
    sample: boot.sample,
  };
}
