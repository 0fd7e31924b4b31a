import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { writeDurably } from "#lib/core/durable-file";
import { env } from "#lib/core/env";
import { isSigned, publicKey, signed } from "#lib/core/sign";
import type { Anchor } from "./verify-chain";

const NAME = /^\d{4}-\d\d-\d\d\.json$/;

const Ends = z.object({ shop: z.uuid(), number: z.number().int(), hash: z.string() });
const Said = z.object({ at: z.iso.datetime(), shops: z.array(Ends) });
const AnchorFile = z.object({ said: Said, key: z.string(), signature: z.string() });

export type LedgerEnds = z.output<typeof Ends>;

const folder = () => join(resolve(env().COMPTOIR_DATA), "ledger");

/**
 * Writes down, outside the database, where every ledger ended at `at`, signed, in a file by that day: the last of a day
 * stays for ever. Durable when it returns.
 */
export async function writeAnchor(at: Date, shops: readonly LedgerEnds[]): Promise<void> {
  const file = signed({ at: at.toISOString(), shops: [...shops] });
  await writeDurably(join(folder(), `${file.said.at.slice(0, 10)}.json`), `${JSON.stringify(file)}\n`);
}

export type Anchors = {
  /** By shop, the oldest first. */
  ofShop: ReadonlyMap<string, readonly Anchor[]>;
  files: number;
  /** The files that cannot be read, or that this installation's key did not sign. */
  damaged: readonly string[];
};

/** Everything that was written down, from the first day to the last. */
export async function readAnchors(): Promise<Anchors> {
  const names = (await readdir(folder()).catch(absent)).filter((name) => NAME.test(name)).sort();
  const ofShop = new Map<string, Anchor[]>();
  const damaged: string[] = [];
  for (const name of names) {
    const said = readSigned(await readFile(join(folder(), name), "utf8"));
    if (!said) damaged.push(name);
    for (const { shop, number, hash } of said?.shops ?? [])
      ofShop.set(shop, [...(ofShop.get(shop) ?? []), { number, hash, at: said?.at ?? "" }]);
  }
  return { ofShop, files: names.length, damaged };
}

function readSigned(text: string): z.output<typeof Said> | null {
  try {
    const file = AnchorFile.parse(JSON.parse(text));
    return isSigned(file, publicKey()) ? file.said : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

function absent(error: unknown): string[] {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
  throw error;
}
