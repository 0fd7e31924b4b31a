import { readForm } from "../read-form";

/** The query of a Graph call and, for a POST, its urlencoded form; where both name a parameter, the form counts. */
export async function readParameters(request: Request): Promise<Map<string, string>> {
  const query = [...new URL(request.url).searchParams];
  const form = request.method === "POST" ? await readForm(request) : null;
  return new Map([...query, ...Object.entries(form ?? {})]);
}

/** What follows a scheme in the Authorization header: the token of `Bearer`, the pair of `Basic`. */
export function authorization(request: Request, scheme: "Bearer" | "Basic"): string | undefined {
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
