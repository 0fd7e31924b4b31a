import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { keyset } from "#db/keyset";
import { type AuditDetail, auditRecords } from "#db/schema/audit";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { type MemberActor, requireRole } from "./actor";

export const ListActs = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

export type ActView = {
  id: string;
  act: (typeof auditRecords.$inferSelect)["act"];
  /** Null for what was done by the clock. */
  who: string | null;
  about: string | null;
  detail: AuditDetail;
  at: string;
};

const pages = keyset({ at: auditRecords.at, id: auditRecords.id });

/** The shop's security log, the latest first, by keyset. For owners only. */
export async function listActs(
  actor: MemberActor,
  input: z.input<typeof ListActs>,
): Promise<{ acts: ActView[]; next: string | null }> {
  requireRole(actor, "owner");
  const { cursor, limit } = ListActs.parse(input);
  const [doer, done] = [alias(members, "doer"), alias(members, "done")];
  const [doerPerson, donePerson] = [alias(persons, "doer_person"), alias(persons, "done_person")];
  return inShop(actor.shopId, async (tx) => {
    const found = await tx
      .select({ record: auditRecords, who: doerPerson.name, about: donePerson.name, exact: pages.exact })
      .from(auditRecords)
      .leftJoin(doer, and(eq(doer.shopId, auditRecords.shopId), eq(doer.id, auditRecords.memberId)))
      .leftJoin(doerPerson, eq(doerPerson.id, doer.personId))
      .leftJoin(done, and(eq(done.shopId, auditRecords.shopId), eq(done.id, auditRecords.aboutId)))
      .leftJoin(donePerson, eq(donePerson.id, done.personId))
      .where(and(eq(auditRecords.shopId, actor.shopId), pages.after(cursor)))
      .orderBy(...pages.order)
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      acts: page.map(({ record: { id, act, detail, at }, who, about }) => ({
        ...{ id, act, who, about, detail },
        at: at.toISOString(),
      })),
      next: found.length > limit && last ? pages.cursor({ exact: last.exact, id: last.record.id }) : null,
    };
  });
}
