/** The hues of avatars and tags: at these the colours of the theme keep 4.5:1 in light and dark. */
const HUES = [100, 230, 20, 150, 270, 60, 310, 190, 350] as const;

export type Hue = (typeof HUES)[number];

/** With this start the people of the demo shop get the hues they are drawn with. */
const SEED = 202_193_760;

/** The same name gets the same hue everywhere (32-bit FNV-1a over UTF-16 units). */
export function hueOf(name: string): Hue {
  let hash = SEED;
  for (let place = 0; place < name.length; place += 1) hash = Math.imul(hash ^ name.charCodeAt(place), 16_777_619);
  const unsigned = (hash ^ (hash >>> 15)) >>> 0;
  return HUES[unsigned % HUES.length] ?? HUES[0];
}

/** The first letters of the first and last word: "Amélie Laurent" gives AL, "Zoé" gives Z. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = [...(words[0] ?? "")][0] ?? "";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}
