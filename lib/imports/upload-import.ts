import { createHash } from "node:crypto";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { IMPORT_KINDS, imports } from "#db/schema/imports";
import { readCsv } from "#lib/core/csv/read";
import { putFile, removeFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { isKeptAsIs } from "#lib/core/kept-text";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { fileKey, keepForADay } from "./import-row";
import { KINDS } from "./kinds";
import { type ImportView, viewImport } from "./view-import";

const NAME_MAX = 120;

export const UploadImport = z.strictObject({ kind: z.enum(IMPORT_KINDS) });
type Upload = z.output<typeof UploadImport> & { fileName: string; bytes: Uint8Array };

function nameOf(fileName: string): string {
  const name = (fileName.split(/[\\/]/).at(-1) ?? "").replace(/\p{Cc}/gu, "").trim();
  return isKeptAsIs(name) && name.length <= NAME_MAX ? name : "";
}

/**
 * Keeps a CSV file to be brought in, for a day at most, and matches its columns by their headings. Nothing of it is taken
 * yet. Refuses with a sentence what cannot be read. Admins and owners only.
 */
export async function uploadImport(actor: MemberActor, { kind, fileName, bytes }: Upload): Promise<ImportView> {
  requireRole(actor, "admin");
  const { headings, lines } = readCsv(bytes);
  const { shopId, memberId: byMemberId } = actor;
  const id = newId();
  const key = fileKey({ shopId, importId: id });
  await putFile(key, bytes);
  try {
    return await inShop(shopId, async (tx) => {
      const digest = createHash("sha256").update(bytes).digest("hex");
      const columns = KINDS[kind].match(headings);
      const made = { id, shopId, byMemberId, kind, digest, columns, fileName: nameOf(fileName), total: lines.length };
      const fileUntil = await keepForADay(tx, { shopId, id });
      const [row] = await tx
        .insert(imports)
        .values({ ...made, state: "uploaded", fileUntil })
        .returning();
      if (!row) throw new Error("insert returned no row");
      return viewImport(row, []);
    });
  } catch (error) {
    await removeFile(key);
    throw error;
  }
}
