import { readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeDurably } from "#lib/core/durable-file";
import { newId } from "#lib/core/ids";
import { isSigned, publicKey, signed } from "#lib/core/sign";
import { absent, folderOf, listDays } from "./anchor-folder";
import type { Anchor } from "./verify-chain";

/** How the name of a file ends that was set aside because it could not be read. */
const ASIDE = ".aside";

const Ends = z.object({ shop: z.uuid(), number: z.number().int(), hash: z.string() });
const Said = z.object({ at: z.iso.datetime(), shops: z.array(Ends) });
const AnchorFile = z.object({ said: Said, key: z.string(), signature: z.string() });

export type LedgerEnds = z.output<typeof Ends>;

/**
 * Writes down, outside the database, where every ledger ended at `at`, signed, in a file by that day: the last of a day
 * stays for ever. A file of that day that cannot be read is set aside. Durable when it returns.
 */
export async function writeAnchor(at: Date, shops: readonly LedgerEnds[]): Promise<void> {
  const file = signed({ at: at.toISOString(), shops: [...shops] });
  const place = join(await folderOf(), `${file.said.at.slice(0, 10)}.json`);
  const before = await readFile(place, "utf8").catch(absent);
  if (typeof before === "string" && !readSigned(before)) await rename(place, `${place}.${newId()}${ASIDE}`);
  await writeDurably(place, `${JSON.stringify(file)}\n`);
}

type LastAnchor = {
  /** Where each ledger ended when it was last written down so that it can be read; null when it never was. */
  shops: ReadonlyMap<string, LedgerEnds> | null;
  /** The newer files that cannot be read. */
  damaged: readonly string[];
};

/** The newest file that can be read. */
export async function readLastAnchor(): Promise<LastAnchor> {
  const folder = await folderOf();
  const damaged: string[] = [];
  for (const name of (await listDays(folder)).reverse()) {
    const said = readSigned(await readFile(join(folder, name), "utf8"));
    if (said) return { shops: new Map(said.shops.map((end) => [end.shop, end])), damaged };
    damaged.push(name);
  }
  return { shops: null, damaged };
}

/**
 * The first anchor of a shop's ledger at or after a record of this number, looked for from the day on which it was
 * written; null when there is none yet.
 */
export async function findAnchor(shopId: string, record: { number: number; at: Date }): Promise<Anchor | null> {
  const folder = await folderOf();
  const days = await listDays(folder);
  const first = `${record.at.toISOString().slice(0, 10)}.json`;
  for (const name of [...days.filter((day) => day >= first), ...days.slice(-1)]) {
    const said = readSigned(await readFile(join(folder, name), "utf8"));
    const end = said?.shops.find(({ shop, number }) => shop === shopId && number >= record.number);
    if (said && end) return { number: end.number, hash: end.hash, at: said.at };
  }
  return null;
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
  const folder = await folderOf();
  const names = await listDays(folder);
  const ofShop = new Map<string, Anchor[]>();
  const damaged = (await readdir(folder).catch(absent)).filter((name) => name.endsWith(ASIDE));
  for (const name of names) {
    const said = readSigned(await readFile(join(folder, name), "utf8"));
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
