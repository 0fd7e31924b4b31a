import type { contactFields } from "#db/schema/contact-about";
import { invalid } from "#lib/core/errors";

export type FieldKind = (typeof contactFields.$inferSelect)["kind"];
export const FIELD_KINDS = ["text", "number", "date", "choice"] as const satisfies readonly FieldKind[];

/** What a field is called and may hold; `choices` are of the kind `choice` alone. */
export type FieldShape = { name: string; kind: FieldKind; choices: string[] };

/** The longest choice, in UTF-16 units, and the most choices of one field. */
export const CHOICE_MAX = 60;
export const MOST_CHOICES = 50;

/** How a number and a day are kept; read by JavaScript and by PostgreSQL alike. Fifteen figures survive a double. */
export const NUMBER_PATTERN = "^-?[0-9]{1,12}([.][0-9]{1,3})?$";
export const DAY_PATTERN = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/** Whether a text is a day of the calendar as a date field gives it: "2026-06-12". */
export function isDay(text: string): boolean {
  if (!new RegExp(DAY_PATTERN).test(text)) return false;
  const at = new Date(`${text}T12:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A value as the field keeps it; one that it may not hold is refused with the sentence that says what it takes. */
export function keptValue({ name, kind, choices }: FieldShape, value: string): string {
  switch (kind) {
    case "text":
      return value;
    case "number":
      if (!new RegExp(NUMBER_PATTERN).test(value)) throw invalid("field_not_number", { name });
      return String(Number(value) || 0);
    case "date":
      if (!isDay(value)) throw invalid("field_not_date", { name });
      return value;
    case "choice": {
      const chosen = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
      if (chosen === undefined) throw invalid("field_not_choice", { name, choices: choices.join(", ") });
      return chosen;
    }
  }
}
