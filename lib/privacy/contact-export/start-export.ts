import { z } from "zod";
import { inShop } from "#db/in-shop";
import { contactExports } from "#db/schema/privacy";
import { ContactFilter } from "#lib/contacts/contact-filter";
import { readAllFields } from "#lib/contacts/fields/list-fields";
import { addJob } from "#lib/jobs/add-job";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { recordAct } from "#lib/shops/record-act";
import { type ExportView, MOST_NAMED, viewExport } from "./view-export";
import { discardAt, nextPartDue } from "./write-export";

/** Which contacts: those named, else all that the filter means. */
export const StartExport = z.strictObject({
  filter: ContactFilter,
  ids: z.array(z.uuid()).min(1).max(MOST_NAMED).optional(),
});
export type StartExport = z.output<typeof StartExport>;

/** Begins to write contacts into a file, with progress; the security log says who did. Admins and owners only. */
export async function startExport(actor: MemberActor, input: StartExport): Promise<ExportView> {
  requireRole(actor, "admin");
  const { shopId, memberId } = actor;
  return inShop(shopId, async (tx) => {
    const used = (await readAllFields(tx, shopId)).filter(({ archived }) => !archived);
    const fields = used.map(({ id, name }) => ({ id, name }));
    const [made] = await tx
      .insert(contactExports)
      .values({ shopId, byMemberId: memberId, filter: input.filter, ids: input.ids ?? null, fields, state: "running" })
      .returning();
    if (!made) throw new Error("insert returned no row");
    await recordAct(tx, actor, "contacts_exported");
    const job = { shopId, exportId: made.id };
    await addJob(tx, "exportContacts", job);
    await discardAt(tx, job, nextPartDue());
    return viewExport(made);
  });
}
