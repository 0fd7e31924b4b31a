/** The event by which a button anywhere in a shop opens the palette. */
export const OPEN_PALETTE = "comptoir:palette";

/** Opens the palette. */
export function openPalette(): void {
  document.dispatchEvent(new Event(OPEN_PALETTE));
}
