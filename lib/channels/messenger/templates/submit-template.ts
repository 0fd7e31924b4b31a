import { z } from "zod";
import { inShop } from "#db/in-shop";
import { MINUTE, now } from "#lib/core/clock";
import { callGraph, GraphError } from "../graph";
import { delayOf, isPassing, isPermission } from "../pace";
import { type OpenPage, pageOf } from "../page-of";
import { pausePage } from "../pages/pause-page";
import { troubleOf } from "../pages/troubles";
import type { TemplateProblem } from "./create-template";
import { holesOf } from "./input";
import { TEMPLATE_LANGUAGES } from "./languages";
import { examplesFor } from "./order-news";
import { changeTemplate, lockTemplate, queueTemplate, type TemplateRow, type TemplateState } from "./template-row";

export const TemplateJob = z.object({ shopId: z.uuid(), templateId: z.uuid(), asked: z.number().int().default(0) });
type Job = z.output<typeof TemplateJob>;

/** The platform decides within seconds and tells by webhook; its word is asked for too, less and less often. */
const FIRST_LOOK_MS = 20_000;
const MOST_LOOKS = 8;
/** Longer than a call may take: a job that was silent for so long was killed, and another takes its place. */
const SILENCE_MS = MINUTE;

const STATES: Record<string, TemplateState> = {
  APPROVED: "approved",
  REJECTED: "rejected",
  DISABLED: "rejected",
  PAUSED: "paused",
  FLAGGED: "paused",
};
const Told = z.object({
  id: z.string(),
  name: z.string().optional(),
  language: z.string().optional(),
  status: z.string().default("PENDING"),
  rejected_reason: z.string().optional(),
});
type Told = z.output<typeof Told>;

type Step = { row: TemplateRow; page: OpenPage & { token: string } };
type End = { told: Told } | { rest: number } | { problem: TemplateProblem };

/**
 * Hands a template to the platform, or asks how one that waits stands. An answer that was lost does not hand it in
 * twice: the platform refuses the second, and is asked what it has.
 */
export async function submitTemplate(job: Job): Promise<void> {
  const step = await begin(job);
  if (step) await settle(job, step.row, await ask(job, step));
}

async function begin({ shopId, templateId, asked }: Job): Promise<Step | null> {
  return inShop(shopId, async (tx) => {
    const row = await lockTemplate(tx, shopId, templateId);
    if (row?.state !== "draft" && row?.state !== "pending") return null;
    const page = await pageOf(tx, shopId, row.channelId);
    if (page.pausedAt || page.disconnectedAt || page.token === null) {
      if (row.state === "draft") await changeTemplate(tx, row, { reason: "page_paused" satisfies TemplateProblem });
      return null;
    }
    await queueTemplate(tx, row, new Date(now().getTime() + SILENCE_MS), asked);
    return { row, page: { ...page, token: page.token } };
  });
}

async function ask(job: Job, { row, page }: Step): Promise<End> {
  try {
    const told = row.state === "draft" ? await handIn(row, page) : await look(row, page);
    return told ? { told } : { problem: "refused" };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const trouble = troubleOf(error);
    if (trouble) {
      const { shopId, channelId } = row;
      await inShop(shopId, (tx) => pausePage(tx, { shopId, channelId, trouble }));
      return { problem: "page_paused" };
    }
    if (isPassing(error.code)) return { rest: delayOf(job.asked + 1, Math.max(error.usage.restMs, FIRST_LOOK_MS)) };
    return { problem: isPermission(error.code) ? "permission" : "refused" };
  }
}

async function handIn(row: TemplateRow, { pageId, token }: Step["page"]): Promise<Told | null> {
  const language = TEMPLATE_LANGUAGES.find((one) => one === row.language) ?? "en";
  const samples = examplesFor(language, holesOf(row.body) ?? 0);
  const example = samples.length > 0 ? { example: { body_text: [samples] } } : {};
  const components = [{ type: "BODY", text: row.body, ...example }];
  const body = { name: row.name, language: row.language, category: "UTILITY", components };
  try {
    return Told.parse(await callGraph({ path: `${pageId}/message_templates`, token, body }));
  } catch (error) {
    if (!(error instanceof GraphError) || isPassing(error.code) || troubleOf(error)) throw error;
    const known = await look(row, { pageId, token });
    if (!known) throw error;
    return known;
  }
}

async function look(row: TemplateRow, { pageId, token }: Pick<Step["page"], "pageId" | "token">): Promise<Told | null> {
  const query = { name: row.name, fields: "id,name,language,status,rejected_reason", limit: "100" };
  const answer = await callGraph({ path: `${pageId}/message_templates`, token, query });
  const { data } = z.object({ data: z.array(Told) }).parse(answer);
  return data.find(({ name, language }) => name === row.name && language === row.language) ?? null;
}

/** Notes what the platform said, unless it was said by webhook or the words were changed meanwhile. */
async function settle(job: Job, asked: TemplateRow, end: End): Promise<void> {
  await inShop(job.shopId, async (tx) => {
    const row = await lockTemplate(tx, job.shopId, job.templateId);
    if (row?.state !== asked.state || row.body !== asked.body) return;
    const again = (ms: number) => queueTemplate(tx, row, new Date(now().getTime() + ms), job.asked + 1);
    if ("rest" in end) {
      await again(end.rest);
      if (row.state === "draft") await changeTemplate(tx, row, { reason: "resting" satisfies TemplateProblem });
    } else if ("problem" in end) {
      if (row.state === "draft") await changeTemplate(tx, row, { reason: end.problem });
    } else {
      const { id: externalId, status, rejected_reason: said } = end.told;
      const state = STATES[status] ?? "pending";
      if (state === "pending" && job.asked < MOST_LOOKS) await again(FIRST_LOOK_MS * 2 ** job.asked);
      const reason = said && said !== "NONE" ? said : null;
      if (state !== row.state || reason !== row.reason) await changeTemplate(tx, row, { externalId, state, reason });
    }
  });
}
