import { escapeHtml } from "#lib/core/escape-html";

const HUES = [20, 60, 100, 150, 190, 230, 270, 310, 350] as const;

function hueOf(id: string): number {
  const sum = [...id].reduce((total, digit, place) => total + Number(digit) * (place + 1), 0);
  return HUES[sum % HUES.length] ?? HUES[0];
}

/** The first letters of the first and last word of a name; a name without letters gives its first character. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => ([...(word ?? "")][0] ?? "").toLocaleUpperCase()).join("");
}

/** A square profile picture as an SVG document: initials on a colour that stays with the id. */
export function drawPicture(person: { id: string; name: string }): string {
  const hue = hueOf(person.id);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">` +
    `<rect width="100" height="100" fill="oklch(0.9 0.05 ${hue})"/>` +
    `<text x="50" y="51" fill="oklch(0.38 0.09 ${hue})" font-family="Inter, system-ui, sans-serif" font-size="38" ` +
    `font-weight="600" text-anchor="middle" dominant-baseline="central">${escapeHtml(initialsOf(person.name))}</text></svg>`
  );
}
