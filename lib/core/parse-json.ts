import { invalid } from "./errors";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What JSON bytes say. Refuses what is not JSON, and bytes that are not UTF-8, which would be changed on the way. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw invalid("not_json");
  }
}
