/** The hues of the design. */
export const TAG_HUES = [100, 230, 20, 150, 270, 60, 310, 190, 350] as const;

export type TagHue = (typeof TAG_HUES)[number];

/** The hue that the fewest of these tags have; of several the first. */
export function rarestHue(held: readonly { hue: TagHue }[]): TagHue {
  const worn = (hue: TagHue) => held.filter((tag) => tag.hue === hue).length;
  return TAG_HUES.reduce((best, hue) => (worn(hue) < worn(best) ? hue : best));
}
