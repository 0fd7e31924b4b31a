import { and, asc, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messageTemplates } from "#db/schema/messenger";
import { now } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import type { OneChannel } from "../history/input";
import { pageOf } from "../page-of";
import { languagesOf } from "../profile/languages-of";
import type { CreateTemplate } from "./input";
import type { TemplateLanguage } from "./languages";
import { ORDER_NEWS } from "./order-news";
import { changeTemplate, lockTemplate, queueTemplate, type TemplateRow, type TemplateState } from "./template-row";

/** Why a template did not reach the platform: keys of the catalogue `messengerProfile.templateProblems`. */
const TEMPLATE_PROBLEMS = ["resting", "page_paused", "permission", "refused"] as const;
export type TemplateProblem = (typeof TEMPLATE_PROBLEMS)[number];

export type TemplateView = {
  id: string;
  name: string;
  language: string;
  body: string;
  state: TemplateState;
  problem: TemplateProblem | null;
  /** What the platform said against it, in its own words. */
  reason: string | null;
};

export type TemplatesView = {
  templates: TemplateView[];
  /** What may be asked for with one tap: the built-in texts the Page does not have yet. */
  suggestions: { name: string; language: TemplateLanguage; body: string }[];
};

/**
 * Asks the platform to approve a utility template. One that was not approved may be asked for again with other words;
 * any other of the same name and language is refused.
 */
export async function createTemplate(actor: MemberActor, input: CreateTemplate): Promise<TemplatesView> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  const { channelId, name, language, body } = input;
  return inShop(shopId, async (tx) => {
    const page = await pageOf(tx, shopId, channelId);
    if (page.disconnectedAt) throw notFound("channel");
    if (page.pausedAt) throw refused("channel_paused");
    const [made] = await tx
      .insert(messageTemplates)
      .values({ shopId, channelId, name, language, body, state: "draft" })
      .onConflictDoNothing()
      .returning();
    const row = made ?? (await existing(tx, shopId, input));
    if (row.state !== "draft" && row.state !== "rejected") throw refused("template_exists");
    await queueTemplate(tx, await changeTemplate(tx, row, { body, state: "draft", reason: null }), now());
    return viewTemplates(tx, shopId, channelId);
  });
}

/** A Page's utility templates and what the platform says of each. For owners and admins. */
export async function listTemplates(actor: MemberActor, { channelId }: OneChannel): Promise<TemplatesView> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const page = await pageOf(tx, actor.shopId, channelId);
    if (page.disconnectedAt) throw notFound("channel");
    return viewTemplates(tx, actor.shopId, channelId);
  });
}

async function existing(tx: Tx, shopId: string, input: CreateTemplate): Promise<TemplateRow> {
  const [found] = await tx
    .select({ id: messageTemplates.id })
    .from(messageTemplates)
    .where(
      and(
        eq(messageTemplates.shopId, shopId),
        eq(messageTemplates.channelId, input.channelId),
        eq(messageTemplates.name, input.name),
        eq(messageTemplates.language, input.language),
      ),
    );
  const row = found && (await lockTemplate(tx, shopId, found.id));
  if (!row) throw new Error("a template vanished between two statements");
  return row;
}

async function viewTemplates(tx: Tx, shopId: string, channelId: string): Promise<TemplatesView> {
  const rows = await tx
    .select()
    .from(messageTemplates)
    .where(and(eq(messageTemplates.shopId, shopId), eq(messageTemplates.channelId, channelId)))
    .orderBy(asc(messageTemplates.name), asc(messageTemplates.language));
  const languages = await languagesOf(tx, shopId);
  const { name, bodies } = ORDER_NEWS;
  const had = new Set(rows.filter((row) => row.name === name).map(({ language }) => language));
  const missing = languages.filter((language) => !had.has(language));
  return {
    templates: rows.map(({ id, name: called, language, body, state, reason }) => {
      const problem = (state === "draft" && TEMPLATE_PROBLEMS.find((key) => key === reason)) || null;
      return { id, name: called, language, body, state, problem, reason: problem ? null : reason };
    }),
    suggestions: missing.map((language) => ({ name, language, body: bodies[language] })),
  };
}
