import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { contactExports } from "#db/schema/privacy";
import { csvLine } from "#lib/contacts/csv";
import { type ContactRow, readContactPage } from "#lib/contacts/list-contacts";
import { PURPOSE_LIST } from "#lib/contacts/permissions";
import { HOUR, now } from "#lib/core/clock";
import { putFile } from "#lib/core/files";
import { fractionDigits } from "#lib/core/money";
import { addJob } from "#lib/jobs/add-job";

export const OneExportJob = z.object({ shopId: z.uuid(), exportId: z.uuid() });
type Job = z.output<typeof OneExportJob>;

/** How long a file of contacts can be downloaded. Source: TEN-15. */
export const EXPORT_LIFE_MS = 24 * HOUR;
const PART = 500;

const COLUMNS = [
  ...["name", "email", "city", "language", "channel", "known_since", "last_seen", "orders", "spent", "currency"],
  ...PURPOSE_LIST.flatMap((purpose) => [purpose, `${purpose}_since`]),
];
/** By this sign a spreadsheet knows that the file is UTF-8. */
const BOM = "\ufeff";

/** An amount in the currency's major unit, with a point: what spreadsheets of every language can be told to read. */
function decimal({ minor, currency }: { minor: number; currency: string }): string {
  const digits = fractionDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

function valuesOf(row: ContactRow): string[] {
  return [
    ...[row.name, row.email ?? "", row.city ?? "", row.locale ?? "", row.channel ?? "", row.createdAt, row.lastSeenAt],
    ...[String(row.orders), row.spent ? decimal(row.spent) : "", row.spent?.currency ?? ""],
    ...PURPOSE_LIST.flatMap((purpose) => [row.permissions[purpose].state, row.permissions[purpose].at ?? ""]),
  ];
}

/** Where the parts of an export are kept. */
export const partKey = ({ shopId, exportId }: Job, part: number) => `${shopId}/exports/${exportId}/${part}`;

/** Writes an export part by part and goes on where it stopped; the last part makes it ready for a day. */
export async function writeExport(job: Job): Promise<void> {
  for (let more = true; more; ) more = await inShop(job.shopId, (tx) => writePart(tx, job));
}

async function writePart(tx: Tx, job: Job): Promise<boolean> {
  const own = and(eq(contactExports.shopId, job.shopId), eq(contactExports.id, job.exportId));
  const [found] = await tx.select().from(contactExports).where(own).for("update");
  if (found?.state !== "running") return false;
  const { contacts, next } = await readContactPage(tx, job.shopId, {
    filter: found.filter,
    cursor: found.cursor ?? undefined,
    ids: found.ids ?? undefined,
    limit: PART,
  });
  const head = found.parts === 0 ? BOM + csvLine(COLUMNS) : "";
  await putFile(partKey(job, found.parts), Buffer.from(head + contacts.map((row) => csvLine(valuesOf(row))).join("")));
  const expiresAt = new Date(now().getTime() + EXPORT_LIFE_MS);
  await tx
    .update(contactExports)
    .set({
      cursor: next,
      parts: found.parts + 1,
      done: sql`${contactExports.done} + ${contacts.length}`,
      ...(next === null ? { state: "ready" as const, expiresAt } : {}),
    })
    .where(own);
  if (next === null) await addJob(tx, "discardExport", job, { runAt: expiresAt });
  return next !== null;
}
