import { describe, expect, test } from "vitest";
import { kitFor } from "./kit";
import { legalFor } from "./legal";
import type { Locale } from "./locales";
import { mailTexts } from "./mails";
import { messagesFor } from "./messages";
import { saidTexts } from "./said";

type Text = { path: string; text: string };

/** Every text of a catalogue; a text with parameters is read with the number 2 in each. */
function textsOf(node: unknown, path: string): Text[] {
  if (node === null) return [];
  if (typeof node === "string") return [{ path, text: node }];
  if (typeof node === "function") return textsOf(node(...Array.from({ length: node.length }, () => 2)), path);
  if (node && typeof node === "object")
    return Object.entries(node).flatMap(([key, value]) => textsOf(value, path ? `${path}.${key}` : key));
  throw new Error(`${path} is neither a text nor a group of texts`);
}

const everything = (locale: Locale) => [
  ...textsOf(messagesFor(locale), ""),
  ...textsOf(legalFor(locale), "legal"),
  ...textsOf(kitFor(locale), "kit"),
  ...textsOf(mailTexts(locale), "mails"),
  ...textsOf(saidTexts(locale), "said"),
];

/** What French typography forbids: each with a plain space, or with none, where a no-break one belongs. */
const FRENCH_FAULTS = [
  [/[^\u202f][;!?»](?![\w/])/u, "U+202F before ; ! ? »"],
  [/[^\u202f\d]:(?!\/\/)/u, "U+202F before :"],
  [/«[^\u202f]/u, "U+202F after «"],
  [/[^\u00a0][€%]/u, "U+00A0 before € and %"],
  [
    /\d (?:min|h|jours?|minutes?|sessions?|personnes?|messages?|conversations?)\b/u,
    "U+00A0 between a number and its noun",
  ],
  [/['"]/u, "’ and « » instead of ' and \""],
] as const;

function frenchFaults(texts: Text[]): string[] {
  return texts.flatMap(({ path, text }) =>
    FRENCH_FAULTS.filter(([fault]) => fault.test(text)).map(([, rule]) => `${path}: ${rule} in “${text}”`),
  );
}

test("French typography holds in every text", () => {
  expect(frenchFaults(everything("fr"))).toEqual([]);
});

test.each(["Vraiment ?", "Oui!", "Service : oui", "« Zoé »", "68 €", "dix %", "2 jours", "l'ami"])(
  "a fault is seen in “%s”",
  (text) => {
    expect(frenchFaults([{ path: "", text }])).not.toEqual([]);
  },
);

describe.each(["en", "fr"] as const)("%s", (locale) => {
  test("no text is empty or has a straight apostrophe", () => {
    for (const { path, text } of everything(locale)) {
      expect(text.trim(), path).not.toBe("");
      expect(text, path).not.toMatch(/\w'\w/);
    }
  });
});

test("both languages have the same holes and tags in each text", () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}|<\/?\w+\/?>/g)].map(([hole]) => hole).sort();
  const french = new Map(everything("fr").map(({ path, text }) => [path, text]));
  for (const { path, text } of everything("en")) expect(holes(french.get(path) ?? ""), path).toEqual(holes(text));
});
