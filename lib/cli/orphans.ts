import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { tellGroup } from "./child";
import { identify, livePid } from "./process-identity";

const Children = z.record(z.string(), z.string());

/** Notes in `file` which processes this start runs, so that the next one can end them should this one be killed. */
export function noteChild(file: string, name: string, pid: number) {
  const identity = identify(pid);
  if (!identity) return;
  writeFileSync(`${file}.new`, JSON.stringify({ ...read(file), [name]: identity }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Ends what a killed start left running: asked first, forced after `patienceMs`. Answers their names. */
export async function endOrphans(file: string, patienceMs = 3_000): Promise<string[]> {
  const alive = () => Object.entries(read(file)).filter(([, identity]) => livePid(identity) !== null);
  const found = alive().map(([name]) => name);
  const deadline = Date.now() + patienceMs;
  tellAll(alive(), "SIGTERM");
  while (alive().length > 0) {
    if (Date.now() > deadline) tellAll(alive(), "SIGKILL");
    await pause(50);
  }
  rmSync(file, { force: true });
  return found;
}

function tellAll(children: [name: string, identity: string][], signal: NodeJS.Signals) {
  for (const [, identity] of children) tellGroup(livePid(identity) ?? undefined, signal);
}

function read(file: string) {
  try {
    return Children.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}
