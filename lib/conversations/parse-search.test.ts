import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSearch, without } from "./parse-search";

const short = (text: string) => {
  const { terms, filters } = parseSearch(text);
  return [
    ...terms.map(({ words, not }) => `${not ? "-" : ""}${words}`),
    ...filters.map(({ key, value, not }) => `${not ? "-" : ""}${key}=${value}`),
  ];
};

describe("reading a search", () => {
  it.each([
    ["commande 1048", ["commande", "1048"]],
    ['"with no price" gift', ["with no price", "gift"]],
    ["« sans le prix » -carte", ["sans le prix", "-carte"]],
    ["from:amélie in:messenger", ["from=amélie", "in=messenger"]],
    ["de:Amélie dans:Web est:fermée avec:reçu", ["from=Amélie", "in=web_chat", "is=closed", "has=receipt"]],
    ['from:"Amélie Laurent"', ["from=Amélie Laurent"]],
    ["-is:open IS:Unread", ["-is=open", "is=unread"]],
    ["est:en-veille is:spam étiquette:Livraison -tag:deuil", ["is=snoozed", "is=spam", "tag=Livraison", "-tag=deuil"]],
    ["after:2025-05-01 before:2025-13-01", ["before 2025-13-01", "after=2025-05-01"]],
    ["order:#MP-1048 commande:1048", ["order=MP-1048", "order=1048"]],
    ["is:green https://a.example", ["is green", "https //a.example"]],
    ["constructor:x __proto__:x", ["constructor x", "__proto__:x"]],
    ['- "" : ( )', []],
    ['"never closed', ["never closed"]],
  ])("%j", (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it("leaves out a part where it stands as one", () => {
    expect(without("ba a is:open", "a")).toBe("ba is:open");
  });

  it("of anything gives parts that stand in it, and can leave each out", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { terms, filters } = parseSearch(text);
        for (const { source } of [...terms, ...filters]) {
          expect(text).toContain(source);
          expect(without(text, source).length).toBeLessThan(text.length);
        }
      }),
    );
  });
});
