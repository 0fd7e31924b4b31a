import { type BuildOptions, build, context, stop } from "esbuild";
import { Refusal } from "./refusal";

/** The files of the storefront widget, as they are served from public/. */
export const widgetFiles = ["public/v1.js", "public/widget/chat.js", "public/widget/chat.css"];

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

/** The loader (a plain script), the chat app and its styles, as bundles into public/. */
const widget: BuildOptions[] = [
  { ...browser, format: "iife", entryPoints: { v1: "lib/widget/loader.ts" }, outdir: "public" },
  {
    ...browser,
    format: "iife",
    entryPoints: { chat: "lib/widget/chat/main.tsx" },
    outdir: "public/widget",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "process.env.NODE_ENV": '"production"' },
  },
  { ...browser, external: ["/*"], entryPoints: { chat: "lib/widget/chat/chat.css" }, outdir: "public/widget" },
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
