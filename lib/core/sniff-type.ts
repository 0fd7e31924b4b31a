const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");

type Signature = { type: string; matches: (bytes: Uint8Array) => boolean };
const starts = (type: string, ...first: number[]): Signature => ({
  type,
  matches: (bytes) => first.every((byte, at) => bytes[at] === byte),
});
const riff = (type: string, form: string): Signature => ({
  type,
  matches: (bytes) => ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === form,
});
const isoMedia = (type: string, brands: RegExp): Signature => ({
  type,
  matches: (bytes) => ascii(bytes, 4, 8) === "ftyp" && brands.test(ascii(bytes, 8, 12)),
});

/** What files begin with, the more special first. Source: the WHATWG's MIME Sniffing Standard, §6, and RFC 4337. */
const SIGNATURES: readonly Signature[] = [
  starts("image/png", 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  starts("image/jpeg", 0xff, 0xd8, 0xff),
  starts("image/gif", 0x47, 0x49, 0x46, 0x38),
  riff("image/webp", "WEBP"),
  riff("audio/wav", "WAVE"),
  isoMedia("image/heic", /^(heic|heix|mif1|msf1)$/),
  isoMedia("audio/mp4", /^(M4A |M4B )$/),
  isoMedia("video/quicktime", /^qt {2}$/),
  isoMedia("video/mp4", /./),
  starts("video/webm", 0x1a, 0x45, 0xdf, 0xa3),
  starts("audio/ogg", 0x4f, 0x67, 0x67, 0x53, 0x00),
  starts("audio/amr", 0x23, 0x21, 0x41, 0x4d, 0x52),
  starts("audio/mpeg", 0x49, 0x44, 0x33),
  { type: "audio/aac", matches: (bytes) => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0 },
  { type: "audio/mpeg", matches: (bytes) => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0 },
  starts("application/pdf", 0x25, 0x50, 0x44, 0x46, 0x2d),
  starts("application/zip", 0x50, 0x4b, 0x03, 0x04),
];

/** Bytes of no kind we know. */
export const UNKNOWN_TYPE = "application/octet-stream";

/** What kind of file these bytes are, whatever anybody says of them. */
export function sniffType(bytes: Uint8Array): string {
  return SIGNATURES.find(({ matches }) => bytes.length >= 4 && matches(bytes))?.type ?? UNKNOWN_TYPE;
}

/**
 * The type a file is kept and served under: what its bytes are. A recording in a container that can hold pictures too is
 * sound when it was sent as that.
 */
export function servedType(bytes: Uint8Array, sentAs: "image" | "audio" | "video" | "file" | "sticker"): string {
  const type = sniffType(bytes);
  return sentAs === "audio" && /^video\/(mp4|webm)$/.test(type) ? type.replace("video", "audio") : type;
}
