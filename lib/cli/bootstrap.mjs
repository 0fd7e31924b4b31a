// The door of every npm script: plain JavaScript, so that it can speak before anything is installed.
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

/** The parent of a process, or null where that cannot be read. */
function parentOf(pid) {
  const stat = readOr(`/proc/${pid}/stat`, "");
  return stat ? Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) : null;
}

/**
 * npm dies of a signal without passing it on, so its end is taken as the wish to stop. It may have put a shell
 * between us, which outlives it: then that shell gets another parent.
 */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const throughShell = /\((da|ba|z)?sh\)/.test(readOr(`/proc/${parent}/stat`, ""));
  const above = throughShell ? parentOf(parent) : null;
  const watch = setInterval(() => {
    if (process.ppid === parent && (above === null || parentOf(parent) === above)) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}

function readOr(file, fallback) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return fallback;
  }
}

/**
 * Makes one plain program of the commands, once per version of them, and answers its path. Running it without a
 * TypeScript loader saves the launcher 50 MB and a second.
 */
async function bundleCommands() {
  const { build, stop } = await import("esbuild");
  const made = join(root, ".build", `cli-${process.pid}`);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["lib/cli/main.ts"],
    entryNames: "[name]-[hash]",
    outdir: made,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    metafile: true,
    logLevel: "error",
  });
  await stop();
  const entry = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === "lib/cli/main.ts");
  if (!entry) throw new Error("esbuild named no entry point");
  const name = entry[0].split("/").at(-1) ?? "";
  const kept = join(root, ".build", `cli-${name.replace(".mjs", "")}`);
  keep(made, kept);
  return join(kept, name);
}

/** The name holds a hash of the content, so a folder already there is as good as the new one. */
function keep(made, kept) {
  try {
    renameSync(made, kept);
  } catch {
    rmSync(made, { recursive: true, force: true });
  }
}

async function main() {
  if (major < 20 || (major === 20 && minor < 9)) {
    process.stderr.write(
      `Comptoir needs Node 20.9 or newer, this is ${process.versions.node}: install it from nodejs.org.\n`,
    );
    process.exit(1);
  }
  process.chdir(root);
  process.umask(0o022); // PostgreSQL as another user has to read its programs; what is secret names its own mode
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  stopWithNpm();
  const { explain, install, patchDriver } = await import("./install.mjs");
  try {
    await install(root);
    await patchDriver(root);
    mkdirSync(join(root, ".build"), { recursive: true });
    const { run } = await import(pathToFileURL(await bundleCommands()).href);
    process.exit(await run(process.argv.slice(2)));
  } catch (error) {
    process.stderr.write(`${explain(error, root)}\n`);
    process.exit(1);
  }
}

await main();
