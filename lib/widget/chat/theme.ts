import type { Boot } from "./boot";

/**
 * Paints the shop's colour and follows the visitor's light or dark, unless the page was asked for in one of them.
 * Through the CSSOM, because the page's CSP refuses style attributes.
 */
export function followTheme({ colour, onColour, locale, theme }: Boot) {
  const root = document.documentElement;
  root.lang = locale;
  root.style.setProperty("--shop", colour);
  root.style.setProperty("--on-shop", onColour);
  const dark = matchMedia("(prefers-color-scheme:dark)");
  const paint = () => {
    root.dataset.theme = theme === "dark" || theme === "light" ? theme : dark.matches ? "dark" : "light";
  };
  dark.addEventListener("change", paint);
  paint();
}
