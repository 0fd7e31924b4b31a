import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build, context, stop } from "esbuild";
import { DEV_VERSION } from "#lib/http/part-address";
import { lazyParts } from "#lib/widget/files";
import { spoken } from "#lib/widget/locales";
import { Refusal } from "./refusal";

/** Bundles the web, worker and migration programs; npm packages stay outside and are loaded from node_modules. */
export async function buildServers() {
  await bundle({
    entryPoints: {
      server: "lib/server/main.ts",
      worker: "lib/worker/main.ts",
      migrate: "lib/cli/migrate-main.ts",
    },
    outdir: ".build",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "linked",
    sourcesContent: false,
  });
}

const browser = { bundle: true, minify: true, target: "es2020", logLevel: "silent" } as const;

const chat = "lib/widget/chat";
const parts = Object.keys(lazyParts);
const styled = Object.entries(lazyParts).flatMap(([name, has]) => (has ? [name] : []));
const byName = (names: readonly string[], place: (name: string) => string) =>
  Object.fromEntries(names.map((name) => [name, place(name)]));

const into = "public/widget";

/** The chat in each language (plain scripts), what each fetches later (modules), and the styles. */
export const widgetParts: readonly BuildOptions[] = [
  {
    ...browser,
    format: "iife",
    jsx: "automatic",
    entryPoints: Object.fromEntries(spoken.map((locale) => [`chat.${locale}`, `${chat}/entries/${locale}.ts`])),
    outdir: into,
  },
  {
    ...browser,
    target: "es2022",
    format: "esm",
    jsx: "automatic",
    entryPoints: { ...byName(parts, (name) => `./${chat}/lazy/${name}`), sdk: "./lib/widget/sdk.ts" },
    outdir: into,
  },
  {
    ...browser,
    external: ["/*"],
    entryPoints: {
      chat: `${chat}/chat.css`,
      transcript: `${chat}/lazy/transcript.css`,
      ...byName(styled, (name) => `${chat}/lazy/${name}.css`),
    },
    outdir: into,
  },
];

/** The loader, which knows its parts by their version, and the worker that shows notices. Their addresses never change. */
export const fixedScripts = (version: string): readonly BuildOptions[] => [
  {
    ...browser,
    target: "es2021", // what has constructed style sheets has this
    format: "iife",
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } }, // modules are strict while they are typed; the line is saved
    entryPoints: { v1: "lib/widget/loader.ts" },
    define: { VERSION: JSON.stringify(version) },
    outdir: "public",
  },
  {
    ...browser,
    format: "iife",
    entryPoints: { "service-worker": "lib/push/service-worker.ts" },
    outdir: "public",
  },
];

/** How many letters a version has: the loader has no byte to spare. */
const VERSION_LENGTH = 6;
/** Builds whose parts stay, the present one with them: pages that were opened before still ask for theirs. */
const BUILDS_KEPT = 3;

/**
 * Builds the widget into public/: its parts in a folder named after what is in them, beside those of the builds before,
 * and the loader. Answers the folder's name, which `public/widget/version` has for the servers.
 */
export async function buildWidget(): Promise<string> {
  const built = await Promise.all(widgetParts.map((options) => bundle({ ...options, write: false })));
  const files = built.flatMap(({ outputFiles = [] }) => outputFiles);
  const hash = createHash("sha256");
  for (const { path, contents } of files) hash.update(`\0${basename(path)}\0`).update(contents);
  const version = hash.digest("base64url").replaceAll("-", "_").slice(0, VERSION_LENGTH);
  mkdirSync(join(into, version), { recursive: true });
  for (const { path, contents } of files) writeFileSync(join(into, version, basename(path)), contents);
  for (const options of fixedScripts(version)) await bundle(options);
  writeFileSync(join(into, "version"), version);
  forgetBuilds();
  return version;
}

/** Deletes what stands in the widget's folder but for the latest builds. */
function forgetBuilds() {
  const builtAt = (name: string) => {
    const file = join(into, name, "sdk.js");
    return existsSync(file) ? statSync(file).mtimeMs : 0;
  };
  const all = readdirSync(into)
    .filter((name) => name !== "version")
    .map((name) => ({ name, at: builtAt(name) }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of all.slice(BUILDS_KEPT)) rmSync(join(into, name), { recursive: true });
}

/** Ends esbuild's own process, which would otherwise stay as long as ours. */
export const endBundler = stop;

/** Builds the widget again at each change of its sources, as long as this process lives. */
export async function watchWidget() {
  const parts = widgetParts.map((options) => ({ ...options, outdir: join(into, DEV_VERSION) }));
  for (const options of [...parts, ...fixedScripts(DEV_VERSION)])
    await (await context({ ...options, logLevel: "warning" })).watch();
}

async function bundle(options: BuildOptions) {
  try {
    return await build({ ...options, bundle: true, logLevel: "silent" });
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
