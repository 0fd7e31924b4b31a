import { expect, test } from "vitest";
import { negotiateLocale } from "./locales";
import { pluralFor } from "./plural";

test.each([
  ["fr-CA,fr;q=0.9,en;q=0.8", undefined, "fr"],
  ["en-US,en;q=0.9,fr;q=0.8", undefined, "en"],
  ["de-DE,de;q=0.9,fr;q=0.5,en;q=0.4", undefined, "fr"],
  ["fr;q=0,en", undefined, "en"],
  ["EN;q=0.2, FR ;q=0.7", undefined, "fr"],
  ["de", undefined, "en"],
  [null, undefined, "en"],
  [";;;q=,,", undefined, "en"],
  ["fr;q=banana", undefined, "fr"],
  ["en", "fr", "fr"],
  ["fr", "de", "fr"],
])("Accept-Language %s with the choice %s gives %s", (header, remembered, expected) => {
  expect(negotiateLocale(header, remembered)).toBe(expected);
});

test("French counts zero and one as one, English only one", () => {
  const english = pluralFor("en");
  const french = pluralFor("fr");
  expect([0, 1, 2, 1234].map((n) => english(n, "# reply", "# replies"))).toEqual([
    "0 replies",
    "1 reply",
    "2 replies",
    "1,234 replies",
  ]);
  expect([0, 1, 2].map((n) => french(n, "# réponse", "# réponses"))).toEqual(["0 réponse", "1 réponse", "2 réponses"]);
});
