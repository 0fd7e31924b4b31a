import { type BuildOptions, build, context, stop } from "esbuild";
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

/** The loader, the worker that shows notices, and the chat in each language (plain scripts), what each fetches later (modules), and the styles. */
export const widget: readonly BuildOptions[] = [
  { ...browser, format: "iife", entryPoints: { v1: "lib/widget/loader.ts" }, outdir: "public" },
  {
    ...browser,
    format: "iife",
    entryPoints: { "service-worker": "lib/push/service-worker.ts" },
    outdir: "public",
  },
  {
    ...browser,
    format: "iife",
    jsx: "automatic",
    entryPoints: Object.fromEntries(spoken.map((locale) => [`chat.${locale}`, `${chat}/entries/${locale}.ts`])),
    outdir: "public/widget",
  },
  {
    ...browser,
    target: "es2022",
    format: "esm",
    jsx: "automatic",
    entryPoints: { ...byName(parts, (name) => `./${chat}/lazy/${name}`), sdk: "./lib/widget/sdk.ts" },
    outdir: "public/widget",
  },
  {
    ...browser,
    external: ["/*"],
    entryPoints: {
      chat: `${chat}/chat.css`,
      transcript: `${chat}/lazy/transcript.css`,
      ...byName(styled, (name) => `${chat}/lazy/${name}.css`),
    },
    outdir: "public/widget",
  },
];

/** Builds the widget into public/. */
export async function buildWidget() {
  for (const options of widget) await bundle(options);
}

/** Ends esbuild's own process, which would otherwise stay as long as ours. */
export const endBundler = stop;

/** Builds the widget again at each change of its sources, as long as this process lives. */
export async function watchWidget() {
  for (const options of widget) await (await context({ ...options, logLevel: "warning" })).watch();
}

async function bundle(options: BuildOptions) {
  try {
    await build({ ...options, bundle: true, logLevel: "silent" });
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
