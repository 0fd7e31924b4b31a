const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = parts(hex).map((value) => channel(value / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** What text needs against its ground. Source: WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** The contrast of two `#rrggbb` colours, from 1 to 21. Source: WCAG 2.2, contrast ratio. */
export function contrastBetween(one: string, other: string): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a / b, b / a);
}

/** A `#rrggbb` colour with a share, from 0 to 1, of another in it. */
export function mix(colour: string, other: string, share: number): string {
  const others = parts(other);
  const mixed = parts(colour).map((value, at) => Math.round(value + ((others[at] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** The contrast of a `#rrggbb` colour with white: of white text on it, and of it as text on white. */
export function contrastOnWhite(colour: string): number {
  return 1.05 / (luminance(colour) + 0.05);
}

/** White or near-black, whichever reads better on a `#rrggbb` colour. Source: WCAG 2.2, relative luminance. */
export function contrastText(colour: string): "#ffffff" | "#1c1417" {
  const on = luminance(colour);
  return 1.05 / (on + 0.05) >= (on + 0.05) / (luminance("#1c1417") + 0.05) ? "#ffffff" : "#1c1417";
}
