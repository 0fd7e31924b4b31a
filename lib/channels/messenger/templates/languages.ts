/** The languages in which order news is offered. */
export const TEMPLATE_LANGUAGES = ["en", "fr"] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];
