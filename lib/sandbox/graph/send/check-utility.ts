import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxTemplates } from "#db/schema/sandbox-messenger";
import { parameterWrong } from "../facebook-error";
import { isJson, type Json, objectAt, textAt } from "./shape";

const AT = "message[template]";

/** The text of a template's body with its `{{1}}`, `{{2}}`… filled in. */
function fill(text: string, values: readonly string[]): string {
  return text.replace(/\{\{(\d+)\}\}/g, (_, place) => values[Number(place) - 1] ?? "");
}

const bodyOf = (components: readonly Json[]) =>
  components.find((part) => String(part.type).toLowerCase() === "body")?.text;

/** The parameters of the body component of a send. Throws 100. */
function readValues(components: unknown): string[] {
  if (components === undefined) return [];
  if (!Array.isArray(components)) throw parameterWrong(`Param ${AT}[components] must be an array.`);
  const body = components.find((part) => isJson(part) && String(part.type).toLowerCase() === "body");
  const parameters = isJson(body) ? (body.parameters ?? []) : [];
  if (!Array.isArray(parameters)) throw parameterWrong(`Param ${AT}[components][parameters] must be an array.`);
  return parameters.map((one, place) =>
    textAt(objectAt(one, "parameter").text, `${AT}[components][parameters][${place}]`, 1_000),
  );
}

/**
 * Reads a utility template of a message and gives it as a person sees it. Throws 100 when the Page has none of that
 * name and language, when it is not approved, and when the parameters are not as many as its places.
 */
export async function readUtility(pageId: string, value: unknown, at: Date): Promise<Json> {
  const template = objectAt(value, AT);
  const name = textAt(template.name, `${AT}[name]`, 512);
  const language = textAt(objectAt(template.language, `${AT}[language]`).code, `${AT}[language][code]`, 20);
  const [kept] = await database()
    .select()
    .from(sandboxTemplates)
    .where(
      and(
        eq(sandboxTemplates.pageId, pageId),
        eq(sandboxTemplates.name, name),
        eq(sandboxTemplates.language, language),
      ),
    );
  if (!kept) throw parameterWrong(`Template name (${name}) does not exist in ${language}`);
  if (kept.decidedAt > at || kept.verdict !== "APPROVED") throw parameterWrong(`Template ${name} is not approved.`);
  const values = readValues(template.components);
  const text = String(bodyOf(kept.components) ?? "");
  const places = new Set([...text.matchAll(/\{\{(\d+)\}\}/g)].map(([, place]) => place)).size;
  if (values.length !== places)
    throw parameterWrong(
      `Number of parameters (${values.length}) does not match the expected number of params (${places})`,
    );
  const buttons = kept.components.find((part) => String(part.type).toLowerCase() === "buttons")?.buttons;
  return {
    text: fill(text, values),
    template: { name, language: { code: language }, ...(buttons ? { buttons } : {}) },
  };
}
