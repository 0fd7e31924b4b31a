import type { IncomingMessage } from "node:http";
import { z } from "zod";

/** The router's own tree of what a screen shows: a segment, what is inside it, and whether all is asked for anew. */
const Tree = z.tuple([z.unknown(), z.record(z.string(), z.unknown()), z.unknown(), z.unknown()]).rest(z.unknown());
const Segment = z.union([
  z.string(),
  z
    .tuple([z.string(), z.string()])
    .rest(z.unknown())
    .transform(([, value]) => value),
]);

const INBOX = /^\/s\/([\w-]+)\/inbox(?:\/[\w-]+)?$/;

function parseTree(header: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(header));
  } catch {
    return null;
  }
}

/** The segments from the root to the page, by their addresses. */
function segmentsOf(tree: unknown): string[] {
  const node = z
    .tuple([Segment, z.record(z.string(), z.unknown())])
    .rest(z.unknown())
    .safeParse(tree);
  if (!node.success) return [];
  const [segment, { children }] = node.data;
  return [segment, ...(children === undefined ? [] : segmentsOf(children))];
}

/**
 * Where an inbox that is read anew was drawn, when its address has moved on without the server, as it does with every
 * conversation that a member opens. Answered for the new address, the router would take the inbox down and draw
 * another: what had the focus would lose it in mid-word. Null for every other request. `next-router-state-tree` and
 * its "refetch" are the router's own (Next 16).
 */
export function drawnAt({ url = "", headers }: Pick<IncomingMessage, "url" | "headers">): string | null {
  const { rsc, "next-router-state-tree": header, "next-router-prefetch": prefetch } = headers;
  if (rsc !== "1" || typeof header !== "string" || prefetch !== undefined) return null;
  const [path = "", query] = url.split("?", 2);
  const slug = INBOX.exec(path)?.[1];
  const tree = slug ? Tree.safeParse(parseTree(header)) : null;
  if (!tree?.success || tree.data[3] !== "refetch") return null;
  const segments = segmentsOf(tree.data).filter((one) => one !== "" && !/^\(.*\)$|^__PAGE__/.test(one));
  const drawn = `/${segments.join("/")}`;
  if (drawn === path || INBOX.exec(drawn)?.[1] !== slug) return null;
  return query === undefined ? drawn : `${drawn}?${query}`;
}
