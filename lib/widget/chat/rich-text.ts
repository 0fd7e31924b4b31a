/** A stretch of a message, by where it begins: plain words, or an address that may be followed. */
export type Part = { at: number; text: string; href: string | null };

const address = /https?:\/\/[^\s<>"'`]+/gi;
const trailing = /[.,;:!?…)\]}»]+$/;

/** Splits a message into words and http or https addresses; everything else, whatever it looks like, stays words. */
export function splitLinks(body: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of body.matchAll(address)) {
    const text = match[0].replace(trailing, "");
    const href = webAddress(text);
    if (!href) continue;
    if (match.index > from) parts.push({ at: from, text: body.slice(from, match.index), href: null });
    parts.push({ at: match.index, text, href });
    from = match.index + text.length;
  }
  if (from < body.length) parts.push({ at: from, text: body.slice(from), href: null });
  return parts;
}

/** The address when it is http or https (a path counts from our own origin), otherwise null. */
export function webAddress(value: string | null): string | null {
  try {
    const { protocol, href } = new URL(value ?? "", value ? location.origin : undefined);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null; // no address at all: what was written stays words
  }
}
