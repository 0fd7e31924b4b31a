/** What a browser may show by itself: none of these can run anything. Everything else is only ever saved. */
const SHOWN = /^(image\/(png|jpeg|gif|webp)|audio\/[a-z0-9.+-]+|video\/(mp4|webm|quicktime))$/;

type File = { bytes: Buffer; contentType: string; fileName: string };

/** One range of bytes as a player asks for it, inclusive; null for none or one we do not read; undefined out of bounds. */
function rangeOf(header: string | null, size: number): { start: number; end: number } | null | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end && start < size ? { start, end } : undefined;
}

/** What asks for a file to be shown within a page, as browsers say it; one that is opened by itself is saved. */
const WITHIN = /^(image|audio|video)$/;

/**
 * Answers with a file that somebody sent. It is never run in our name: no sniffing, a sandbox of its own, and what is
 * neither picture, sound nor film is saved, not shown. One range is answered, as players of sound and film need it.
 * `apart`: from the origin of files, to our pages on another.
 */
export function fileResponse(
  request: Request,
  { bytes, contentType, fileName }: File,
  { apart = false }: { apart?: boolean } = {},
): Response {
  const shown = SHOWN.test(contentType);
  const opened = apart && !WITHIN.test(request.headers.get("sec-fetch-dest") ?? "image");
  const name = encodeURIComponent(fileName || "file").replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  const headers: Record<string, string> = {
    "content-type": shown ? contentType : "application/octet-stream",
    "content-disposition": `${shown && !opened ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": apart ? "cross-origin" : "same-origin",
    ...(apart ? { "referrer-policy": "no-referrer" } : {}),
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=300",
    "accept-ranges": "bytes",
  };
  const range = rangeOf(request.headers.get("range"), bytes.length);
  if (range === undefined)
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${bytes.length}` } });
  if (range === null) return new Response(Uint8Array.from(bytes), { headers });
  const { start, end } = range;
  return new Response(Uint8Array.from(bytes.subarray(start, end + 1)), {
    status: 206,
    headers: { ...headers, "content-range": `bytes ${start}-${end}/${bytes.length}` },
  });
}
