import { brotliCompressSync, constants } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { expect, it } from "vitest";

/** Bytes a storefront's visitor downloads: before a click, and to open the chat. Source: reference architecture.md §8. */
const beforeClick = 2 * 1024;
const toOpen = 15 * 1024;

async function weigh(entry: string, options: BuildOptions = {}): Promise<number> {
  const { outputFiles } = await build({
    ...{ entryPoints: [entry], bundle: true, minify: true, write: false, target: "es2020", logLevel: "silent" },
    ...options,
  });
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return (outputFiles ?? []).reduce((sum, { contents }) => sum + brotliCompressSync(contents, { params }).length, 0);
}

it("weighs at most 2 KB before a click", async () => {
  expect(await weigh("lib/widget/loader.ts", { format: "iife" })).toBeLessThanOrEqual(beforeClick);
});

it("weighs at most 15 KB more to open the chat, script and styles together", async () => {
  const script = await weigh("lib/widget/chat/main.tsx", { format: "iife", jsx: "automatic" });
  expect(script + (await weigh("lib/widget/chat/chat.css"))).toBeLessThanOrEqual(toOpen);
});
