import { parameterWrong } from "./facebook-error";
import type { Parameters } from "./read-parameters";

export type Paged<Row> = {
  data: Row[];
  paging?: { cursors: { before: string; after: string }; next?: string; previous?: string };
};

const encode = (place: number) => Buffer.from(`QVFI${place}`).toString("base64url");
function decode(cursor: string): number {
  const found = /^QVFI(\d+)$/.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  if (!found) throw parameterWrong("Invalid cursors values.");
  return Number(found[1]);
}

/** Which rows a call asks for by `limit`, `after` and `before`. */
export function readCursors(parameters: Parameters, standard: number, most: number): { offset: number; limit: number } {
  const limit = Math.min(Math.max(Math.trunc(Number(parameters.text("limit") ?? standard)) || standard, 1), most);
  const [after, before] = [parameters.text("after"), parameters.text("before")];
  if (after) return { offset: decode(after) + 1, limit };
  if (before) {
    const end = decode(before);
    return { offset: Math.max(0, end - limit), limit: Math.min(limit, end) };
  }
  return { offset: 0, limit };
}

/**
 * A page of results with its cursors. `rows` holds one row more than `limit` when there are more; `next` is then the
 * address of the following page, with the token as Facebook puts it there.
 */
export function paged<Row>(
  rows: Row[],
  { offset, limit }: { offset: number; limit: number },
  { request, holderToken }: { request: Request; holderToken: string },
): Paged<Row> {
  const data = rows.slice(0, limit);
  if (data.length === 0) return { data };
  const cursors = { before: encode(offset), after: encode(offset + data.length - 1) };
  const turned = (name: "after" | "before", cursor: string) => {
    const address = new URL(request.url);
    address.host = request.headers.get("host") ?? address.host;
    address.searchParams.set("access_token", holderToken);
    address.searchParams.delete(name === "after" ? "before" : "after");
    address.searchParams.delete("appsecret_proof");
    address.searchParams.set("limit", String(limit));
    address.searchParams.set(name, cursor);
    return address.href;
  };
  return {
    data,
    paging: {
      cursors,
      ...(rows.length > limit ? { next: turned("after", cursors.after) } : {}),
      ...(offset > 0 ? { previous: turned("before", cursors.before) } : {}),
    },
  };
}
