import { mkdir, open, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { env } from "#lib/core/env";

const ErasedContact = z.object({ shopId: z.uuid(), contactId: z.uuid(), at: z.string() });
const DroppedLogin = z.object({ personId: z.uuid(), at: z.string() });
const Months = z.number().int().positive();
const SavedTimes = z.object({
  shopId: z.uuid(),
  times: z.object({ messages: Months, prospects: Months, customers: Months }),
  at: z.string(),
});
const Line = z.union([ErasedContact, DroppedLogin, SavedTimes]);

/** For how long a shop chose to hold what, and when. */
export type SavedTimes = z.output<typeof SavedTimes>;

/**
 * One contact erased at a shop, each of those that were merged by itself: ids only, so that the list itself holds nothing
 * of anybody.
 */
export type ErasedContact = z.output<typeof ErasedContact>;

/** Beside the database and not in it: a backup that is put back must not bring back who was erased since. */
const place = () => join(resolve(env().COMPTOIR_DATA), "erased.jsonl");

/** Adds to the replay list, durable before anything is erased. */
export async function noteErasures(erased: readonly z.output<typeof Line>[]): Promise<void> {
  await mkdir(resolve(env().COMPTOIR_DATA), { recursive: true });
  const file = await open(place(), "a", 0o600);
  try {
    await file.appendFile(erased.map((line) => `${JSON.stringify(line)}\n`).join(""));
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Every erasure on the list, the first first, each once, and the times that each shop saved last, in whatever order the
 * lists of several machines were put together. A line cut short by a crash is passed over.
 */
export async function readErasures(): Promise<{ contacts: ErasedContact[]; logins: string[]; times: SavedTimes[] }> {
  const text = await readFile(place(), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  const contacts = new Map<string, ErasedContact>();
  const logins = new Set<string>();
  const times = new Map<string, SavedTimes>();
  for (const line of text.split("\n")) {
    const { data } = Line.safeParse(parse(line));
    if (data && "personId" in data) logins.add(data.personId);
    else if (data && "times" in data) {
      if (data.at >= (times.get(data.shopId)?.at ?? "")) times.set(data.shopId, data);
    } else if (data && !contacts.has(data.contactId)) contacts.set(data.contactId, data);
  }
  return { contacts: [...contacts.values()], logins: [...logins], times: [...times.values()] };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
