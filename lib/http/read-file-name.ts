/** What a request calls its file: the header `x-file-name`, percent-encoded. Empty when there is none to read. */
export function readFileName(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get("x-file-name") ?? "");
  } catch {
    return "";
  }
}
