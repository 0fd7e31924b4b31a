import type { MessagePayload } from "#db/schema/conversations";

export type Location = NonNullable<MessagePayload["locations"]>[number];

/** A ten-thousandth of a degree is eleven metres; five decimals are kept in words. */
const DECIMALS = 5;

const figure = (degrees: number) => String(Number(degrees.toFixed(DECIMALS)));

/** "48.8556, 2.3655": in every language alike, as maps take it. */
export const coordinatesOf = ({ lat, long }: Pick<Location, "lat" | "long">): string =>
  `${figure(lat)}, ${figure(long)}`;

/** A place in one line, for whatever shows words alone: "Place des Vosges, 48.8556, 2.3655". */
function lineOf(location: Location): string {
  const title = location.title?.replace(/\s+/gu, " ").trim();
  return title ? `${title}, ${coordinatesOf(location)}` : coordinatesOf(location);
}

/** What a message says whose author sent places: her own words, and after them each place in a line. */
export const bodyWith = (words: string, locations: readonly Location[]): string =>
  [words, ...locations.map(lineOf)].filter((line) => line !== "").join("\n");

/** Her own words alone: the places are shown apart. */
export function wordsBeside(body: string, locations: readonly Location[]): string {
  const lines = bodyWith("", locations);
  return lines !== "" && body.endsWith(lines) ? body.slice(0, -lines.length).trimEnd() : body;
}

/** Where a map of the place opens. Source: wiki.openstreetmap.org, "Shortlink" and "mlat". */
export const mapOf = ({ lat, long }: Location): string =>
  `https://www.openstreetmap.org/?mlat=${figure(lat)}&mlon=${figure(long)}#map=16/${figure(lat)}/${figure(long)}`;
