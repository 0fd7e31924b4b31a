// Installs the packages when they are missing or older than package-lock.json. Plain JavaScript: runs before them.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { countInstalled, listFolders, progress } from "./install-progress.mjs";

/** What the packages take on the disk, and what must be left for npm to go on: near zero it only tries again, for ever. */
const NEEDED_MB = 900;
const LEAST_MB = 8;
const diskFull = "The disk is full: free about 1 GB, then run the command again.";

/** A reason the person can mend, said in one sentence. */
class CannotInstall extends Error {}

const causes = [
  [/ENOSPC/, () => diskFull],
  [
    /EACCES|EPERM|EROFS/,
    (root) => `This user may not write in ${root}: change its owner, or clone Comptoir where you may write.`,
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ERR_SOCKET_TIMEOUT/,
    () =>
      "The packages could not be fetched: check the network (or npm's registry setting), then run the command again.",
  ],
];

/** One sentence for what a person can mend, the whole stack for anything else. */
export function explain(error, root) {
  if (error instanceof CannotInstall) return error.message;
  const known = causes.find(([pattern]) => pattern.test(error?.code ?? ""));
  return known ? known[1](root) : (error?.stack ?? String(error));
}

/** Does nothing when what is installed already fits the lock file. */
export async function install(root) {
  const modules = join(root, "node_modules");
  const lock = join(root, "package-lock.json");
  const stamp = join(modules, ".comptoir-lock");
  const wanted = existsSync(lock) ? createHash("sha256").update(readFileSync(lock)).digest("hex") : "none";
  if (fits(modules, lock, stamp, wanted)) return;
  if (!existsSync(modules) && freeMegabytes(root) < NEEDED_MB) throw new CannotInstall(diskFull);
  const exact = wanted !== "none" && (await npm(root, ["ci"], lock));
  if (!exact) await npm(root, ["install", "--no-save"], lock);
  writeFileSync(stamp, wanted);
}

function fits(modules, lock, stamp, wanted) {
  if (!existsSync(modules)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === wanted;
  const installed = statSync(join(modules, ".package-lock.json"), { throwIfNoEntry: false });
  const needed = statSync(lock, { throwIfNoEntry: false });
  return Boolean(installed) && (!needed || installed.mtimeMs >= needed.mtimeMs);
}

/**
 * Answers false when `npm ci` finds platforms missing from a lock file (one written where their packages could not be
 * seen): the exact versions it does hold are then installed by `npm install`.
 */
async function npm(root, verb, lock) {
  const folders = existsSync(lock) ? listFolders(lock) : [];
  const [command, ...first] = npmCommand();
  const flags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const child = spawn(command, [...first, ...verb, ...flags], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => child.kill("SIGTERM");
  const signals = ["SIGTERM", "SIGINT", "SIGHUP"];
  for (const signal of signals) process.once(signal, end);
  let full = false;
  const look = () => {
    full ||= freeMegabytes(root) < LEAST_MB;
    if (full) end();
    return countInstalled(root, folders);
  };
  const show = progress("Installing packages", look, folders.length);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output = (output + chunk).slice(-20_000);
    });
  const failure = await new Promise((resolve) => {
    child.once("error", resolve);
    child.once("close", (code, signal) => resolve(code === 0 ? null : (signal ?? `exit ${code}`)));
  });
  for (const signal of signals) process.removeListener(signal, end);
  show.end(failure === null);
  if (failure === null) return true;
  if (full) throw new CannotInstall(diskFull);
  if (verb[0] === "ci" && output.includes("EUSAGE")) return false;
  throw new CannotInstall(reason(failure, output, root, verb[0]));
}

function reason(failure, output, root, verb) {
  if (failure?.code === "ENOENT") return "npm was not found: install Node from nodejs.org, which brings npm.";
  const known = causes.find(([pattern]) => pattern.test(output) || pattern.test(failure?.code ?? ""));
  if (known) return known[1](root);
  return `${output.trim()}\nnpm ${verb} failed (${failure?.message ?? failure}).`;
}

/** npm itself tells where it is when it started us; else it is looked for in the PATH. */
function npmCommand() {
  const own = process.env.npm_execpath;
  if (own?.endsWith("npm-cli.js") && existsSync(own)) return [process.execPath, own];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

function freeMegabytes(root) {
  const { bavail, bsize } = statfsSync(root);
  return (bavail * bsize) / 1_000_000;
}

/**
 * Installs whose scripts did not run leave the database driver unpatched, and db/client.ts refuses that: the patches
 * of db/patches are then applied here.
 */
export async function patchDriver(root) {
  const patches = join(root, "db", "patches");
  if (!existsSync(patches) || !readdirSync(patches).some((name) => name.startsWith("postgres+"))) return;
  const driver = join(root, "node_modules", "postgres", "src", "index.js");
  if (readFileSync(driver, "utf8").includes("transactionGuard")) return;
  const tool = join(root, "node_modules", "patch-package", "index.js");
  const done = spawnSync(process.execPath, [tool, "--patch-dir", "db/patches", "--error-on-fail"], {
    cwd: root,
    encoding: "utf8",
  });
  if (done.status !== 0)
    throw new CannotInstall(`${done.stdout}${done.stderr}\nThe database driver could not be patched.`);
}
