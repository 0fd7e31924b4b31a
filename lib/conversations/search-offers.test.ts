import { describe, expect, it } from "vitest";
import { parseSearch } from "./parse-search";
import { searchOffers } from "./search-offers";

const NAMED = { tags: ["Livraison", "Gros client"], today: "2026-11-30" };
const words = (typed: string, reader: "en" | "fr") => searchOffers(typed, reader, NAMED).map((one) => one.words);

describe("what is offered while a search is typed", () => {
  it.each([
    ["a", "en", ["assigned:", "after:"]],
    ["a", "fr", ["avec:", "attribué:", "avant:", "après:"]],
    ["ETIQ", "fr", ["étiquette:"]],
    ["fro", "fr", ["from:"]],
    ["", "fr", []],
    ["pivoine", "fr", []],
    ["is:", "en", ["is:open", "is:unread", "is:snoozed", "is:closed", "is:spam"]],
    ["est:fer", "en", ["est:fermée"]],
    ["is:o", "fr", ["is:open"]],
    ["is:open", "en", []],
    ["tag:gr", "en", ['tag:"Gros client"']],
    ['étiquette:"gros c', "fr", ['étiquette:"Gros client"']],
    ["avant:", "fr", ["avant:2026-11-30"]],
    ["constructor:x", "en", []],
  ] as const)("%j for who reads %s", (typed, reader, offered) => {
    expect(words(typed, reader)).toEqual(offered);
  });

  it("is read as an operator by the search, every one of it", () => {
    for (const reader of ["en", "fr"] as const)
      for (const letter of "abcdefghijklmnopqrstuvwxyzé")
        for (const name of words(letter, reader))
          for (const whole of words(name, reader))
            expect([whole, parseSearch(whole).filters.length]).toEqual([whole, 1]);
  });
});
