import { and, asc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { outsideShops } from "#db/in-shop";
import { sandboxTemplates } from "#db/schema/sandbox-messenger";
import { newDigits } from "../messenger/platform-ids";
import { queueWebhook } from "../messenger/queue-webhook";
import { type Answer, asPage } from "./call";
import { paged, readCursors } from "./cursors";
import { parameterMissing, parameterWrong } from "./facebook-error";
import { type Json, listAt, objectAt, textAt, wordAt } from "./send/shape";

/** How long the verdict takes, in milliseconds. Source: utility-messages, "within seconds". */
const VERDICT_AFTER = 2_000;
/** Words that make a template an offer, which no utility template may be. */
const MARKETING = /\b(sale|discount|promo|offer|% off|soldes?|réductions?|remise|offre)\b/i;
const NAME = /^[a-z0-9_]{1,512}$/;
const LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2})?$/;

type Row = typeof sandboxTemplates.$inferSelect;

/** A template whose body says `reject`, or sells something, is refused. */
function verdictOf(body: string): { verdict: Row["verdict"]; reason: string | null } {
  if (/\breject\b/i.test(body)) return { verdict: "REJECTED", reason: "INVALID_FORMAT" };
  if (MARKETING.test(body)) return { verdict: "REJECTED", reason: "PROMOTIONAL" };
  return { verdict: "APPROVED", reason: null };
}

function bodyOf(components: Json[]): string {
  const body = components.find(({ type }) => String(type).toUpperCase() === "BODY");
  if (!body) throw parameterWrong("Param components must have a component of the type BODY.");
  const text = textAt(body.text, "components[body][text]", 1_024);
  const places = [...text.matchAll(/\{\{(\d+)\}\}/g)].map(([, place]) => Number(place));
  if (places.some((place) => place < 1 || place > new Set(places).size))
    throw parameterWrong("The places of a body must be {{1}}, {{2}} and so on.");
  return text;
}

function checkButtons(components: Json[]): void {
  const buttons = components.find(({ type }) => String(type).toUpperCase() === "BUTTONS")?.buttons;
  if (buttons === undefined) return;
  for (const one of listAt(buttons, "components[buttons]", 1, 3)) {
    const button = objectAt(one, "button");
    wordAt(String(button.type).toLowerCase(), "button[type]", ["url", "postback", "web_url", "phone_number"]);
    textAt(button.text ?? button.title, "button[text]", 20);
  }
}

/** `POST /{page}/message_templates`: hands a template in; the verdict comes by webhook and shows in the list. */
export const createTemplate: Answer = async (call) => {
  const { page } = await asPage(call, "page_utility_messaging");
  const { parameters, controls } = call;
  const name = textAt(parameters.value("name"), "name", 512);
  if (!NAME.test(name)) throw parameterWrong("Param name may hold small letters, digits and _ only.");
  const language = textAt(parameters.value("language"), "language", 20);
  if (!LANGUAGE.test(language)) throw parameterWrong("Param language is not a supported language.");
  const category = wordAt(String(parameters.value("category") ?? "UTILITY").toUpperCase(), "category", ["UTILITY"]);
  const components = listAt(parameters.value("components"), "components", 1, 10).map((one) =>
    objectAt(one, "components"),
  );
  const judged = verdictOf(bodyOf(components));
  checkButtons(components);
  const id = newDigits("4");
  const decidedAt = new Date(controls.now.getTime() + VERDICT_AFTER);
  const row = { id, pageId: page.id, name, language, category, components, ...judged, decidedAt };
  await outsideShops(async (tx) => {
    const [made] = await tx.insert(sandboxTemplates).values(row).onConflictDoNothing().returning();
    if (!made) throw parameterWrong(`There is already a template ${name} in ${language}.`);
    const item = {
      event: judged.verdict,
      message_template_id: Number(id),
      message_template_name: name,
      message_template_language: language,
      reason: judged.reason ?? "NONE",
    };
    await queueWebhook(tx, controls, {
      pageId: page.id,
      field: "message_template_status_update",
      item,
      lag: VERDICT_AFTER,
    });
  });
  return { id, status: "PENDING", category };
};

/** `GET /{page}/message_templates`, by `name` when it is given. */
export const listTemplates: Answer = async (call) => {
  const { page, holder } = await asPage(call, "page_utility_messaging");
  const cursors = readCursors(call.parameters, 25, 100);
  const name = call.parameters.text("name");
  const rows = await database()
    .select()
    .from(sandboxTemplates)
    .where(and(eq(sandboxTemplates.pageId, page.id), name ? eq(sandboxTemplates.name, name) : undefined))
    .orderBy(asc(sandboxTemplates.decidedAt), asc(sandboxTemplates.id))
    .limit(cursors.limit + 1)
    .offset(cursors.offset);
  const shown = rows.map((row) => ({
    id: row.id,
    name: row.name,
    language: row.language,
    category: row.category,
    components: row.components,
    status: row.decidedAt > call.controls.now ? "PENDING" : row.verdict,
    ...(row.reason && row.decidedAt <= call.controls.now ? { rejected_reason: row.reason } : {}),
  }));
  return paged(shown, cursors, { request: call.request, holderToken: holder.token });
};

/** `DELETE /{page}/message_templates` with `name`: in every language. */
export const deleteTemplate: Answer = async (call) => {
  const { page } = await asPage(call, "page_utility_messaging");
  const name = call.parameters.text("name");
  if (!name) throw parameterMissing("name");
  await database()
    .delete(sandboxTemplates)
    .where(and(eq(sandboxTemplates.pageId, page.id), eq(sandboxTemplates.name, name)));
  return { success: true };
};
