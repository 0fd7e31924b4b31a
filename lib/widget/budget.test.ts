import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { beforeAll, expect, it } from "vitest";
import { fixedScripts, widgetParts } from "#lib/cli/bundle";
import { lazyParts } from "./files";
import { spoken } from "./locales";

/** Bytes a storefront's visitor downloads: before a click, and to open the chat. Source: reference architecture.md §8. */
const beforeClick = 2 * 1024;
const toOpen = 15 * 1024;
/** The chat's page and the session of somebody new, which are data and differ from shop to shop; the bench weighs them. */
const pageAndSession = 1_250;
/** A part that is fetched later, when something to be drawn or a click asks for it. */
const eachPart = 2.5 * 1024;

const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };

/** How few bytes are sent for each file that is built, by its address. */
async function compress(all: readonly BuildOptions[]): Promise<Map<string, number>> {
  const built = await Promise.all(all.map((options) => build({ ...options, write: false })));
  const files = built.flatMap(({ outputFiles = [] }) => outputFiles);
  return new Map(
    files.map(({ path, contents }) => [
      path.split("/public/")[1] ?? path,
      brotliCompressSync(contents, { params }).length,
    ]),
  );
}

let weights = new Map<string, number>();
beforeAll(async () => {
  weights = await compress([...widgetParts, ...fixedScripts("Ab3_z9")]);
});

const weigh = (file: string) => weights.get(file) ?? Number.NaN;

it("weighs at most 2 KB before a click", () => {
  expect(weigh("v1.js")).toBeLessThanOrEqual(beforeClick);
});

it("weighs that little whatever its version, which compresses better or worse", async () => {
  const versions = Array.from({ length: 20 }, (_, i) =>
    createHash("sha1").update(`${i}`).digest("base64url").slice(0, 6),
  );
  const all = await Promise.all(versions.map((version) => compress(fixedScripts(version.replaceAll("-", "_")))));
  expect(Math.max(...all.map((built) => built.get("v1.js") ?? Number.NaN))).toBeLessThanOrEqual(beforeClick);
});

it.each(spoken)("weighs at most 15 KB more to open the chat in %s: page, script, styles and session", (locale) => {
  const files = weigh("widget/chat.css") + weigh(`widget/chat.${locale}.js`);
  expect(files + pageAndSession).toBeLessThanOrEqual(toOpen);
});

it("fetches nothing larger than 2.5 KB for a part that comes later", () => {
  const parts = [...weights].filter(([file]) => !/v1|chat\./.test(file));
  expect(parts.length).toBeGreaterThan(4);
  expect(parts.filter(([, weight]) => weight > eachPart)).toEqual([]);
});

it("loads no font, and nothing from another origin", () => {
  const styled = Object.entries(lazyParts).flatMap(([name, has]) => (has ? [`lazy/${name}.css`] : []));
  for (const name of ["chat.css", ...styled])
    expect(readFileSync(`lib/widget/chat/${name}`, "utf8")).not.toMatch(/url\(|@import|@font-face/);
});
