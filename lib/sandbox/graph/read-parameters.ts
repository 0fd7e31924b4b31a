import { parameterWrong } from "./facebook-error";

/** The largest body, in bytes: a file of 25 MB and what is around it. */
const LARGEST_BODY = 26 * 1_048_576;

/** Reads text as JSON, or answers it as it is: the Graph API takes each object as JSON text. */
function loose(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What a call carries: its query, and its body as JSON, as a form (each object as JSON text) or as multipart with
 * files. Where both name a parameter, the body counts.
 */
export class Parameters {
  private readonly values: Map<string, unknown>;
  readonly files: ReadonlyMap<string, File>;

  constructor(values: Iterable<[string, unknown]>, files: Iterable<[string, File]> = []) {
    this.values = new Map(values);
    this.files = new Map(files);
  }

  /** A parameter as text; numbers and booleans too. */
  text(name: string): string | undefined {
    const value = this.values.get(name);
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    return typeof value === "string" ? value : undefined;
  }

  /** A parameter as it is, with JSON text read. */
  value(name: string): unknown {
    const value = this.values.get(name);
    return typeof value === "string" ? loose(value) : value;
  }

  /** A parameter that must be an object, when it is there. Throws 100. */
  object(name: string): Record<string, unknown> | undefined {
    const value = this.value(name);
    if (value === undefined || value === null || value === "") return undefined;
    if (!isRecord(value)) throw parameterWrong(`Param ${name} must be a JSON object`);
    return value;
  }

  /** Names parted by commas, or a JSON list. */
  list(name: string): string[] {
    const value = this.value(name);
    if (Array.isArray(value)) return value.map(String);
    return typeof value === "string" ? value.split(/[\s,]+/).filter((one) => one !== "") : [];
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /** Every name that is there, as the call gave it. */
  names(): string[] {
    return [...this.values.keys()];
  }
}

async function readBody(request: Request): Promise<{ values: [string, unknown][]; files: [string, File][] }> {
  const none = { values: [], files: [] };
  if (request.method === "GET" || Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY) return none;
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) {
    const entries = [...(await request.formData())];
    const isFile = (entry: [string, FormDataEntryValue]): entry is [string, File] => typeof entry[1] !== "string";
    return { values: entries.filter((entry) => !isFile(entry)), files: entries.filter(isFile) };
  }
  const text = await request.text();
  if (text.length > LARGEST_BODY) return none;
  if (!type.includes("json")) return { values: [...new URLSearchParams(text)], files: [] };
  const body = loose(text);
  return { values: isRecord(body) ? Object.entries(body) : [], files: [] };
}

/** Reads the query and the body of a call. A body over 26 MB is not read. */
export async function readParameters(request: Request): Promise<Parameters> {
  const query = [...new URL(request.url).searchParams];
  const { values, files } = await readBody(request).catch(() => {
    throw parameterWrong("The body of the request cannot be read.");
  });
  return new Parameters([...query, ...values], files);
}

/** What follows a scheme in the Authorization header: the token of `Bearer` or `OAuth`, the pair of `Basic`. */
export function authorization(request: Request, scheme: "Bearer" | "OAuth" | "Basic"): string | undefined {
  const [given, value] = (request.headers.get("authorization") ?? "").split(" ");
  return given?.toLowerCase() === scheme.toLowerCase() ? value : undefined;
}

/** A client's id and secret sent as HTTP Basic, each form-encoded (RFC 6749 §2.3.1). */
export function basicClient(request: Request): { id: string; secret: string } | undefined {
  const pair = Buffer.from(authorization(request, "Basic") ?? "", "base64").toString("utf8");
  const colon = pair.indexOf(":");
  if (colon < 0) return undefined;
  const decoded = (text: string) => new URLSearchParams(`v=${text}`).get("v") ?? "";
  return { id: decoded(pair.slice(0, colon)), secret: decoded(pair.slice(colon + 1)) };
}
