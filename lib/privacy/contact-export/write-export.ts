import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { contactExports } from "#db/schema/privacy";
import { ContactFilter } from "#lib/contacts/contact-filter";
import { type ContactRow, readLastingPage } from "#lib/contacts/list-contacts";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { HOUR, now } from "#lib/core/clock";
import { csvLine } from "#lib/core/csv/write";
import { putFile, removeFile } from "#lib/core/files";
import { decimal } from "#lib/core/money";
import { addJob } from "#lib/jobs/add-job";

export const OneExportJob = z.object({ shopId: z.uuid(), exportId: z.uuid() });
type Job = z.output<typeof OneExportJob>;

/** How long a file of contacts can be downloaded. Source: TEN-15. */
export const EXPORT_LIFE_MS = 24 * HOUR;
/** How long an export is kept of which no further part comes. */
const STALL_MS = HOUR;
const PART = 500;

const COLUMNS = [
  ...["name", "email", "city", "language", "channel", "known_since", "last_seen", "orders", "spent", "currency"],
  ...PURPOSE_LIST.flatMap((purpose) => [purpose, `${purpose}_since`]),
  "contact",
];
/** By this sign a spreadsheet knows that the file is UTF-8. */
const BOM = "\ufeff";

function valuesOf(row: ContactRow, fields: readonly { id: string }[]): string[] {
  return [
    ...[row.name, row.email ?? "", row.city ?? "", row.locale ?? "", row.channel ?? "", row.createdAt, row.lastSeenAt],
    ...[String(row.orders), row.spent ? decimal(row.spent.minor, row.spent.currency) : "", row.spent?.currency ?? ""],
    ...PURPOSE_LIST.flatMap((purpose) => [row.permissions[purpose].state, row.permissions[purpose].at ?? ""]),
    row.id,
    ...fields.map(({ id }) => row.fields[id] ?? ""),
  ];
}

/** Where the parts of an export are kept. */
export const partKey = ({ shopId, exportId }: Job, part: number) => `${shopId}/exports/${exportId}/${part}`;

/** Has the export forgotten at this instant, instead of when was said before. */
export async function discardAt(tx: Tx, job: Job, runAt: Date): Promise<void> {
  await addJob(tx, "discardExport", job, { runAt, key: `export:${job.exportId}` });
}

/** By when another part must be written. */
export const nextPartDue = () => new Date(now().getTime() + STALL_MS);

/**
 * Writes an export part by part and goes on where it stopped; the last part makes it ready for a day. A part that two
 * workers write is the same file, and is counted once.
 */
export async function writeExport(job: Job): Promise<void> {
  for (;;) {
    const part = await inShop(job.shopId, (tx) => readPart(tx, job));
    if (!part) return;
    await putFile(partKey(job, part.number), Buffer.from(part.text));
    if (await inShop(job.shopId, (tx) => countPart(tx, job, part))) continue;
    await removeFile(partKey(job, part.number));
    return;
  }
}

type Part = { number: number; text: string; contacts: number; next: string | null };

/** The next part to be written; null when the export is ready, or gone. */
async function readPart(tx: Tx, job: Job): Promise<Part | null> {
  const [found] = await tx
    .select()
    .from(contactExports)
    .where(and(eq(contactExports.shopId, job.shopId), eq(contactExports.id, job.exportId)));
  if (found?.state !== "running") return null;
  const { contacts, next } = await readLastingPage(tx, job.shopId, {
    filter: ContactFilter.parse(found.filter),
    at: found.createdAt,
    ids: found.ids,
    cursor: found.cursor,
    limit: PART,
  });
  const head = found.parts === 0 ? BOM + csvLine([...COLUMNS, ...found.fields.map(({ name }) => name)]) : "";
  const text = head + contacts.map((row) => csvLine(valuesOf(row, found.fields))).join("");
  return { number: found.parts, text, contacts: contacts.length, next };
}

/** Counts a part that was written; false when the export was forgotten meanwhile, as when one of its contacts is erased. */
async function countPart(tx: Tx, job: Job, { number, contacts, next }: Part): Promise<boolean> {
  const expiresAt = next === null ? new Date(now().getTime() + EXPORT_LIFE_MS) : null;
  const counted = await tx
    .update(contactExports)
    .set({
      cursor: next,
      parts: number + 1,
      done: sql`${contactExports.done} + ${contacts}`,
      ...(expiresAt ? { state: "ready" as const, expiresAt } : {}),
    })
    .where(
      and(
        eq(contactExports.shopId, job.shopId),
        eq(contactExports.id, job.exportId),
        eq(contactExports.state, "running"),
        eq(contactExports.parts, number),
      ),
    )
    .returning({ id: contactExports.id });
  if (counted.length > 0) {
    await discardAt(tx, job, expiresAt ?? nextPartDue());
    return true;
  }
  const left = await tx
    .select({ id: contactExports.id })
    .from(contactExports)
    .where(and(eq(contactExports.shopId, job.shopId), eq(contactExports.id, job.exportId)));
  return left.length > 0;
}
