const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** What text needs against its ground. Source: WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** The contrast of a `#rrggbb` colour with white: of white text on it, and of it as text on white. */
export function contrastOnWhite(colour: string): number {
  return 1.05 / (luminance(colour) + 0.05);
}

/** White or near-black, whichever reads better on a `#rrggbb` colour. Source: WCAG 2.2, relative luminance. */
export function contrastText(colour: string): "#ffffff" | "#1c1417" {
  const on = luminance(colour);
  return 1.05 / (on + 0.05) >= (on + 0.05) / (luminance("#1c1417") + 0.05) ? "#ffffff" : "#1c1417";
}
