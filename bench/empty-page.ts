import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";

const FOLDER = resolve(".test/empty-page");
const FILES = {
  "package.json": '{ "private": true }',
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(resolve("."))} } };`,
  "app/layout.jsx": "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  "app/page.jsx": "export default () => null;",
};

/** The scripts that an empty page of the same Next loads, brotli, in bytes. Builds it in a folder of its own. */
export function weighEmptyPage(): number {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(FOLDER, name, ".."), { recursive: true });
    writeFileSync(join(FOLDER, name), text);
  }
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const built = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build", FOLDER], { env });
  if (built.status !== 0) throw new Error(`An empty page could not be built:\n${built.stdout}${built.stderr}`);
  const html = readFileSync(join(FOLDER, ".next/server/app/index.html"), "utf8");
  const scripts = new Set([...html.matchAll(/<script[^>]* src="\/_next\/([^"?]+\.js)/g)].map(([, path = ""]) => path));
  const bytes = [...scripts].map((path) => brotliCompressSync(readFileSync(join(FOLDER, ".next", path))).length);
  return bytes.reduce((sum, one) => sum + one, 0);
}
