import { and, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { savedReplies, savedReplyFiles } from "#db/schema/writing";
import { matchHeadings } from "#lib/core/csv/headings";
import type { CsvLine } from "#lib/core/csv/read";
import type { ImportSource, TakenLine } from "#lib/core/csv/taken-line";
import { planReplies } from "./plan-replies";
import { REPLY_FIELDS, REPLY_HEADINGS, type ReplyField } from "./reply-fields";

/** How a file of saved replies is taken in. They are the whole shop's. */
export const savedRepliesKind = {
  fields: REPLY_FIELDS,

  match: (headings: readonly string[]): (ReplyField | null)[] => matchHeadings(headings, REPLY_HEADINGS, REPLY_FIELDS),

  lack(columns: readonly (ReplyField | null)[]): string | null {
    return REPLY_FIELDS.every((field) => columns.includes(field)) ? null : "import_no_reply";
  },

  prepare(lines: readonly CsvLine[], columns: readonly (ReplyField | null)[]) {
    return async (tx: Tx, source: ImportSource, from: number, to: number, write: boolean): Promise<TakenLine[]> => {
      const { shopId, importId } = source;
      const held = await tx
        .select({ title: savedReplies.title, body: savedReplies.body })
        .from(savedReplies)
        .where(and(eq(savedReplies.shopId, shopId), isNull(savedReplies.memberId)));
      const plans = planReplies(lines.slice(0, to), columns, held).slice(from);
      const fresh = plans.filter(({ outcome }) => outcome === "fresh");
      if (write && fresh.length > 0)
        await tx.insert(savedReplies).values(fresh.map(({ title, body }) => ({ shopId, importId, title, body })));
      return plans.map(({ line, outcome, problem }) => ({ line, outcome, problem }));
    };
  },

  /** Deletes some of the replies that an import brought and nobody has used or changed since; how many they were. */
  async remove(tx: Tx, { shopId, importId }: Pick<ImportSource, "shopId" | "importId">, most: number): Promise<number> {
    const files = tx
      .select({ one: sql`1` })
      .from(savedReplyFiles)
      .where(and(eq(savedReplyFiles.shopId, shopId), eq(savedReplyFiles.savedReplyId, savedReplies.id)));
    const untouched = await tx
      .select({ id: savedReplies.id })
      .from(savedReplies)
      .where(
        and(
          eq(savedReplies.shopId, shopId),
          eq(savedReplies.importId, importId),
          eq(savedReplies.uses, 0),
          eq(savedReplies.version, 1),
          notExists(files),
        ),
      )
      .limit(most)
      .for("update");
    if (untouched.length === 0) return 0;
    const ids = untouched.map(({ id }) => id);
    await tx.delete(savedReplies).where(and(eq(savedReplies.shopId, shopId), inArray(savedReplies.id, ids)));
    return ids.length;
  },
};
