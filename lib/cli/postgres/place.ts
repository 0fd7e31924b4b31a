import { createHash } from "node:crypto";
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../refusal";
import { findPostmaster } from "./postmaster";
import { canEnter, type RunAs } from "./run-as";

/** Where data goes when root started us from a folder others cannot enter. */
export const shared = "/var/lib/comptoir";

/**
 * The real folder of the data, its parent made and enterable by `runAs`. Under a folder that user cannot enter, the
 * data lives in `/var/lib/comptoir/<hash of the path>` and `dataDir` becomes a link to it. Data found there without
 * that link belonged to an earlier folder of the same path: it is moved aside, with its server stopped, never used and never deleted.
 */
export function placeData(dataDir: string, runAs: RunAs, say: (line: string) => void): string {
  try {
    const parent = makeParent(dirname(dataDir), runAs);
    const wanted = join(parent, basename(dataDir));
    if (existsSync(wanted)) return realpathSync(wanted);
    if (canEnter(parent, runAs)) return wanted;
    return moveOut(wanted, runAs, say);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${dataDir} cannot be used (${reason}): set COMPTOIR_DATA to a folder you can write to.`, {
      cause: error,
    });
  }
}

function makeParent(parent: string, runAs: RunAs) {
  mkdirSync(parent, { recursive: true, mode: runAs ? 0o711 : 0o700 });
  return realpathSync(parent);
}

function moveOut(wanted: string, runAs: RunAs, say: (line: string) => void) {
  const home = join(shared, createHash("sha256").update(wanted).digest("hex").slice(0, 12));
  const place = join(home, basename(wanted));
  mkdirSync(home, { recursive: true, mode: 0o711 });
  if (runAs) chownSync(home, runAs.uid, runAs.gid);
  if (existsSync(place) && !isLinkTo(wanted, place)) {
    const running = findPostmaster(place);
    if (running) process.kill(running.pid, "SIGQUIT");
    const aside = `${place}-${new Date().toISOString().replaceAll(":", "")}`;
    renameSync(place, aside);
    say(`Older data of this path was moved to ${aside}.`);
  }
  if (!isLinkTo(wanted, place)) symlinkSync(place, wanted);
  say(`${wanted} cannot be entered by PostgreSQL, so its data is in ${place}.`);
  return place;
}

function isLinkTo(path: string, target: string) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true && readlinkSync(path) === target;
}
