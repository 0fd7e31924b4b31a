import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const ACTIONS_FILE = /^\s*["']use server["']/;
const INLINE_ACTION = /(?:function\s+(\w+)[^{]*|(?:const|let)\s+(\w+)\s*=[^{]*)\{\s*["']use server["']/g;

const ROUTE_FILE = /(^|\/)route\.[jt]sx?$/;

const filesOf = (root: string) =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.[cm]?[jt]sx?$/.test(name));

const load = async (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(resolve(file)).href);

/** The methods of every route file under `root`, each with the folder it answers for. */
async function routes(root: string): Promise<string[]> {
  const found = [];
  for (const file of filesOf(root).filter((name) => ROUTE_FILE.test(name)))
    for (const name of Object.keys(await load(join(root, file))))
      if (METHODS.has(name)) found.push(`${name} ${dirname(join(root, file))}`);
  return found;
}

/** Every function a browser may call: what a `"use server"` file exports, and functions marked so inside a page. */
async function actions(root: string): Promise<string[]> {
  const found = [];
  for (const name of filesOf(root)) {
    const file = join(root, name);
    const source = readFileSync(file, "utf8");
    if (!/["']use server["']/.test(source)) continue;
    const place = /\/actions\.ts$/.test(file) ? dirname(file) : file;
    if (ACTIONS_FILE.test(source)) for (const action of Object.keys(await load(file))) found.push(`${action} ${place}`);
    else for (const [, named, held] of source.matchAll(INLINE_ACTION)) found.push(`${named ?? held} ${file}`);
    if (
      !ACTIONS_FILE.test(source) &&
      source.match(INLINE_ACTION)?.length !== source.match(/["']use server["']/g)?.length
    )
      found.push(`an unnamed action ${file}`);
  }
  return found;
}

/** The kinds of live channels, by the prefix of their names. */
function channels(file: string): string[] {
  if (!existsSync(file)) return [];
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/"((?:private|presence)-[a-z-]+)-"/g)].map(([, prefix]) => `channel ${prefix}`);
}

/** Every door that stands under `root`, an `app` folder, and in `channelsFile`, as the source has them now. */
export async function scanDoors(root = "app", channelsFile = "lib/realtime/channels.ts"): Promise<string[]> {
  return [...(await routes(root)), ...(await actions(root)), ...channels(channelsFile)].sort();
}
