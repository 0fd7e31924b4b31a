import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { historyImports, messageTemplates, messengerProfiles } from "#db/schema/messenger";
import { now } from "#lib/core/clock";
import { changeImport, lockImport, queueImport } from "../history/import-row";
import { queuePush } from "../profile/save-profile";
import { changeTemplate, lockTemplate, queueTemplate } from "../templates/template-row";

const WAITED = "page_paused";

/** Lets go on what waited for a Page to be connected again: its import, its profile and its templates. */
export async function goOnAfterPause(tx: Tx, shopId: string, channelId: string): Promise<void> {
  const imports = await tx
    .select({ id: historyImports.id })
    .from(historyImports)
    .where(
      and(
        eq(historyImports.shopId, shopId),
        eq(historyImports.channelId, channelId),
        eq(historyImports.state, "paused"),
        eq(historyImports.problem, WAITED),
      ),
    );
  for (const { id } of imports) {
    const row = await lockImport(tx, shopId, id);
    if (row) await queueImport(tx, await changeImport(tx, row, { state: "running", problem: null, delays: 0 }), now());
  }
  const profiles = await tx
    .update(messengerProfiles)
    .set({ state: "pushing", problem: null })
    .where(
      and(
        eq(messengerProfiles.shopId, shopId),
        eq(messengerProfiles.channelId, channelId),
        eq(messengerProfiles.problem, WAITED),
      ),
    )
    .returning({ channelId: messengerProfiles.channelId });
  if (profiles.length > 0) await queuePush(tx, { shopId, channelId }, now());
  const templates = await tx
    .select({ id: messageTemplates.id })
    .from(messageTemplates)
    .where(
      and(
        eq(messageTemplates.shopId, shopId),
        eq(messageTemplates.channelId, channelId),
        eq(messageTemplates.reason, WAITED),
      ),
    );
  for (const { id } of templates) {
    const row = await lockTemplate(tx, shopId, id);
    if (row?.state === "draft") await queueTemplate(tx, await changeTemplate(tx, row, { reason: null }), now());
  }
}
