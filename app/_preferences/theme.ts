/** How the interface is lit; "system" follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that remembers it. */
export const THEME_COOKIE = "theme";

/** The theme a cookie's value names; anything else is the device's. */
export function themeOf(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
