import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { partFiles } from "#lib/widget/files";
import { buildServers, buildWidget, endBundler } from "./bundle";
import { startChild } from "./child";
import { takeLock } from "./folder-lock";
import { Refusal } from "./refusal";
import { timed } from "./say";
import { hashSources, written } from "./sources";

const out = ".build";
const stampFile = join(out, "stamp");
const distDir = process.env.NEXT_DIST_DIR ?? ".next";
const programs = ["server", "worker", "migrate"].map((name) => join(out, `${name}.mjs`));
const outputs = [...programs, join(distDir, "BUILD_ID"), ...written];

/** Builds everything the app runs from, unless what is built came from exactly these sources; answers their hash. */
export async function buildIfChanged(): Promise<string> {
  const wanted = hashSources(distDir);
  if (isBuilt(wanted)) return wanted;
  const lock = await waitForLock();
  try {
    if (isBuilt(wanted)) return wanted;
    rmSync(stampFile, { force: true });
    compressWidget(await timed("Building the widget", buildWidget));
    await timed("Building the server and the worker", buildServers);
    await endBundler();
    await timed("Building the pages (about a minute)", buildPages);
    writeFileSync(stampFile, wanted);
    return wanted;
  } finally {
    lock.release();
  }
}

/** `npm run build`, for images and for other machines: the same, alone. */
export async function buildCommand() {
  await buildIfChanged();
  return 0;
}

function isBuilt(wanted: string) {
  if (!outputs.every((file) => existsSync(file))) return false;
  const parts = partsOf(readFileSync("public/widget/version", "utf8"));
  if (!parts.every((file) => existsSync(`${file}.br`) && existsSync(file))) return false;
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted;
}

const partsOf = (version: string) => partFiles.map((file) => `public/widget/${version}/${file}`);

/** Two builds of one checkout would write over each other, so the second waits and then finds its work done. */
async function waitForLock() {
  for (;;) {
    const lock = await takeLock(join(out, "lock"));
    if (lock) return lock;
    await pause(500);
  }
}

async function buildPages() {
  const log = join(out, "next-build.log");
  rmSync(log, { force: true });
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
    FORCE_COLOR: "0",
  };
  const child = await startChild({ args: ["node_modules/next/dist/bin/next", "build"], env, log });
  await child.gone;
  if (child.exitCode() !== 0)
    throw new Refusal(`${readFileSync(log, "utf8").split("\n").slice(-40).join("\n")}\nThe pages could not be built.`);
}

/** Compressed once here, at a quality too slow to do for each request. */
function compressWidget(version: string) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  for (const file of ["public/v1.js", ...partsOf(version)])
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
}
