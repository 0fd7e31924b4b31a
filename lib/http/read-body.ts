import { AppError, invalid } from "#lib/core/errors";
import { parseJson } from "#lib/core/parse-json";

/** The raw body, at most `max` bytes: reading stops as soon as there is more. */
export async function readBody(request: Request, max: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > max) throw new AppError("too_large", "too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) return Buffer.concat(chunks);
    size += value.length;
    if (size > max) {
      await reader?.cancel();
      throw new AppError("too_large", "too_large");
    }
    chunks.push(value);
  }
}

/** The JSON body of a request that says it is JSON, which no form of another site can send. */
export async function readJson(request: Request, max = 512 * 1024): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers.get("content-type") ?? "")) throw invalid("not_json");
  const body = await readBody(request, max);
  return body.length === 0 ? {} : parseJson(body);
}

/** The fields of a small URL-encoded form; a field sent twice is refused. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const entries = [...new URLSearchParams((await readBody(request, 4 * 1024)).toString("utf8"))];
  if (new Set(entries.map(([name]) => name)).size !== entries.length) throw invalid("invalid");
  return Object.fromEntries(entries);
}
