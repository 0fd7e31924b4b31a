import { mkdir, open, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { env } from "#lib/core/env";

const Erased = z.object({ shopId: z.uuid(), contactId: z.uuid(), at: z.string() });
/** One erasure: ids only, so that the list itself holds nothing of anybody. */
export type Erased = z.output<typeof Erased>;

/** Beside the database and not in it: a backup that is put back must not bring back who was erased since. */
const place = () => join(resolve(env().COMPTOIR_DATA), "erased.jsonl");

/** Adds a line to the replay list, durable before anything is erased. */
export async function noteErasure(erased: Erased): Promise<void> {
  await mkdir(resolve(env().COMPTOIR_DATA), { recursive: true });
  const file = await open(place(), "a", 0o600);
  try {
    await file.appendFile(`${JSON.stringify(erased)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Every erasure on the list, the first first, each contact once. A line cut short by a crash is passed over. */
export async function readErasures(): Promise<Erased[]> {
  const text = await readFile(place(), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  const found = new Map<string, Erased>();
  for (const line of text.split("\n")) {
    const parsed = Erased.safeParse(parse(line));
    if (parsed.success) found.set(parsed.data.contactId, found.get(parsed.data.contactId) ?? parsed.data);
  }
  return [...found.values()];
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
