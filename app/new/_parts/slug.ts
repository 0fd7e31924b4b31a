/** The longest address a shop may have. */
const LONGEST = 40;

/** What an address field keeps of what is typed: small letters, digits and hyphens. */
export function slugTyped(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, LONGEST);
}

/** The address a shop's name suggests: "Maison Pivoine" gives maison-pivoine. */
export function slugOf(name: string): string {
  return slugTyped(name).replace(/-$/, "");
}

/** Whether an address is complete enough to ask if it is free. */
export function isSlug(slug: string): boolean {
  return /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/.test(slug);
}
