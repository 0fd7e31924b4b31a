/**
 * What makes a name look like another, or fall out of its line: controls, marks that turn the direction of what follows,
 * letters of no width, soft hyphens and tag characters. The joiners stay, which emoji and some scripts need.
 */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
/** A joiner that joins nothing: between letters of Latin, Greek and Cyrillic it only hides. */
const IDLE_JOINER =
  /(?<=[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}])[\u200c\u200d]+|[\u200c\u200d]+(?=[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}])/gu;
/** More marks on one letter than any language writes. */
const HEAPED = /(\p{M}{4})\p{M}+/gu;

/** The name that somebody gives herself, as it is kept and shown: without what cannot be seen. Source: SPOOF-01. */
export function plainName(name: string): string {
  return name.replace(UNSEEN, "").replace(IDLE_JOINER, "").replace(HEAPED, "$1").trim();
}
