import { readFileSync } from "node:fs";
import { parseSync } from "@swc/core";

/** A part of a syntax tree, of whatever kind. */
type Part = { type?: unknown; [field: string]: unknown };
type Link = { method: string; first: Part | undefined };

const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null;
const nameOf = (part: unknown) => (isPart(part) && part.type === "Identifier" ? String(part.value) : "");

function* partsOf(part: unknown): Generator<Part> {
  if (!isPart(part)) return;
  yield part;
  for (const value of Object.values(part)) yield* partsOf(value);
}

const mentions = (part: unknown, field: string) => [...partsOf(part)].some((one) => nameOf(one) === field);

/** The methods called one on another, as in `tx.select().from(x).where(y)`, from the first to the last. */
function chainOf(call: Part): Link[] {
  const { callee } = call;
  if (call.type !== "CallExpression" || !isPart(callee) || callee.type !== "MemberExpression") return [];
  const inner = isPart(callee.object) ? chainOf(callee.object) : [];
  const [first] = Array.isArray(call.arguments) ? call.arguments : [];
  return [...inner, { method: nameOf(callee.property), first: isPart(first) ? first : undefined }];
}

/** The tenant tables a file imports, by their name in it. */
function importedTables(tree: Part, tenants: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of partsOf(tree)) {
    if (part.type !== "ImportDeclaration" || !isPart(part.source) || !/schema\//.test(String(part.source.value)))
      continue;
    for (const one of Array.isArray(part.specifiers) ? part.specifiers : []) {
      const imported = nameOf(one.imported) || nameOf(one.local);
      if (tenants.has(imported)) found.set(nameOf(one.local), imported);
    }
  }
  return found;
}

const reaches = (method: string) => method === "from" || method === "update" || method === "delete";

/**
 * The queries of one source that read or change rows of a tenant table and whose `where` does not name the shop, each
 * as `method table`. Row-level security would hide the rows all the same: this is the second wall.
 */
export function unscopedQueries(source: string, tenants: ReadonlySet<string>): string[] {
  const tree: unknown = parseSync(source, { syntax: "typescript", tsx: true });
  if (!isPart(tree)) return [];
  const tables = importedTables(tree, tenants);
  const parts = [...partsOf(tree)];
  const constants = new Map(
    parts.filter((one) => one.type === "VariableDeclarator").map((one) => [nameOf(one.id), one.init]),
  );
  const inner = new Set(parts.map((one) => (one.type === "MemberExpression" ? one.object : null)));
  const found: string[] = [];
  for (const part of parts) {
    if (inner.has(part)) continue;
    const chain = chainOf(part);
    const query = chain.find(({ method, first }) => reaches(method) && first && tables.has(nameOf(first.expression)));
    if (!query) continue;
    const table = tables.get(nameOf(query.first?.expression)) ?? "";
    const where = chain.find(({ method }) => method === "where")?.first?.expression;
    const named = (nameOf(where) && constants.get(nameOf(where))) || where;
    if (!mentions(named, "shopId") && !(table === "shops" && mentions(named, "id")))
      found.push(`${query.method} ${table}`);
  }
  return found;
}

/** The same for files, each finding after the file's path. */
export function unscopedIn(files: readonly string[], tenants: ReadonlySet<string>): string[] {
  return files.flatMap((file) =>
    unscopedQueries(readFileSync(file, "utf8"), tenants).map((query) => `${file}: ${query}`),
  );
}

/** Tenant tables that handwritten SQL names, which the walls of a command's `where` do not reach. */
export function handwrittenIn(source: string, names: readonly string[]): string[] {
  const wanted = new RegExp(String.raw`\b(?:from|join|into|update)\s+(${names.join("|")})\b`, "gi");
  return [...source.matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g)].flatMap(([, text = ""]) =>
    [...text.matchAll(wanted)].map(([, name = ""]) => name),
  );
}
