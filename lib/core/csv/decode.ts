/** What windows-1252 has where Latin-1 has control signs, from 0x80 on. Source: WHATWG Encoding, index-windows-1252. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Signs that no text has, but for tabs and line breaks. */
const BINARY = /(?![\t\n\r])\p{Cc}/gu;
/** A file of which more than this share is such signs is no text. */
const BINARY_MOST = 0.01;

type Charset = "utf-8" | "utf-16le" | "utf-16be";

function marked([a, b, c]: Uint8Array): Charset | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark: of Latin letters every second byte is nought. */
function unmarked(bytes: Uint8Array): Charset | null {
  const start = bytes.subarray(0, 2_000);
  const noughts = (parity: number) => start.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  const [even, odd] = [noughts(0), noughts(1)];
  if (odd > start.length / 4 && even === 0) return "utf-16le";
  return even > start.length / 4 && odd === 0 ? "utf-16be" : null;
}

function decoded(bytes: Uint8Array, charset: Charset): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function fromWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString("latin1");
  return latin.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/**
 * The text of a file that somebody's spreadsheet or shop wrote: UTF-8 or UTF-16, with or without a mark, else
 * Windows-1252. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const charset = marked(bytes) ?? unmarked(bytes);
  const text = charset ? decoded(bytes, charset) : (decoded(bytes, "utf-8") ?? fromWindows(bytes));
  if (text === null || text.includes("\u0000")) return null;
  return (text.match(BINARY) ?? []).length > text.length * BINARY_MOST ? null : text;
}
