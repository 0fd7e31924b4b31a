import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { Refusal } from "./refusal";
import { say } from "./say";
import { showTool } from "./tool";

/** The shell without a window comes first: it draws the same pages with half the work. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const packages = ["chromium-headless-shell", "chromium"];

/**
 * The browser for the tests: CHROMIUM_PATH, Playwright's own, the system's; else it is installed, on Debian as root
 * from its packages, anywhere else by Playwright.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !starts(named))
    throw new Refusal(`CHROMIUM_PATH is ${named}, which does not start: correct or unset it.`);
  const found = named ?? present();
  if (found) return found;
  say("Installing Chromium for the browser tests ...");
  if (isDebianRoot()) installPackage();
  else await showTool(["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const installed = present();
  if (installed) return installed;
  throw new Refusal("No Chromium could be installed: install one and name it in CHROMIUM_PATH.");
}

function present() {
  const system = (process.env.PATH ?? "").split(":").flatMap((folder) => names.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...system].find((path) => existsSync(path) && starts(path));
}

/** Ubuntu's package is a stub that only names its snap, so the browser must say its version. */
function starts(path: string) {
  try {
    accessSync(path, constants.X_OK);
    return /Chrom/.test(execFileSync(path, ["--version"], { encoding: "utf8", timeout: 20_000, stdio: "pipe" }));
  } catch {
    return false;
  }
}

function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^ID="?debian"?$/m.test(readFileSync("/etc/os-release", "utf8"));
}

/** Installs the first of the packages that this release of Debian has. */
function installPackage() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", args, { env, stdio: "inherit" }).status === 0;
  const install = () => packages.some((name) => apt("install", "-y", "--no-install-recommends", name));
  if (!install() && apt("update")) install();
}
