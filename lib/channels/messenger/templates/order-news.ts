import { ORDER_TEMPLATE } from "#lib/conversations/read-reach";
import type { TemplateLanguage } from "./languages";

/** Who it is written to, the order's number, the shop, and how the order stands: the holes of the template in order. */
export type OrderNews = { firstName: string; number: string; shop: string; status: string };

/** The built-in utility template for news of an order, in the words that the platform approves. */
export const ORDER_NEWS: { name: string; bodies: Record<TemplateLanguage, string> } = {
  name: ORDER_TEMPLATE,
  bodies: {
    en: "Hello {{1}}, there is news of your order {{2}} from {{3}}: {{4}}. Answer here if anything is not right.",
    fr: "Bonjour {{1}}, il y a du nouveau pour votre commande {{2}} chez {{3}}\u202f: {{4}}. Répondez ici si quelque chose ne va pas.",
  },
};

const EXAMPLES: Record<TemplateLanguage, OrderNews> = {
  en: { firstName: "Amélie", number: "1048", shop: "Maison Pivoine", status: "it is on its way" },
  fr: { firstName: "Amélie", number: "1048", shop: "Maison Pivoine", status: "elle est en route" },
};

/** What fills the holes, in their order. */
export function orderNewsParameters({ firstName, number, shop, status }: OrderNews): string[] {
  return [firstName, number, shop, status];
}

/** Samples for the holes of a text, which the platform wants to see before it approves it. */
export function examplesFor(language: TemplateLanguage, holes: number): string[] {
  const samples = orderNewsParameters(EXAMPLES[language]);
  return Array.from({ length: holes }, (_, place) => samples[place] ?? samples[0] ?? "");
}
