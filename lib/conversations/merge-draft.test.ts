import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeAnswered, mergeDraft, mergeFiles, mergeOffer, mergeReplies } from "./merge-draft";

it.each([
  ["nothing changed", "a", "a", "a", "a"],
  ["only here changed", "ab", "a", "a", "ab"],
  ["only there changed", "a", "a", "ab", "ab"],
  ["emptied there: it was sent from another device", "a", "a", "", ""],
  ["emptied there, but more was typed here", "ab", "a", "", "ab"],
  ["sent here, unchanged there", "", "a", "a", ""],
  ["nothing here, found there", "", "", "from the phone", "from the phone"],
  ["both changed, one goes on from the other", "abc", "a", "ab", "abc"],
  ["both changed apart", "from here", "a", "from there", "from there\nfrom here"],
])("%s", (_, here, agreed, there, merged) => {
  expect(mergeDraft({ here, agreed, there })).toBe(merged);
});

it("never loses what either side typed since they agreed", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (here, agreed, there) => {
      const merged = mergeDraft({ here, agreed, there });
      if (here !== agreed) expect(merged).toContain(here);
      if (there !== agreed) expect(merged).toContain(there);
    }),
  );
});

it.each([
  ["chosen on another device", null, null, "m1", "m1"],
  ["given up or sent on another device", "m1", "m1", null, null],
  ["chosen here", "m2", "m1", "m1", "m2"],
  ["given up here", null, "m1", "m1", null],
  ["chosen on both", "m2", null, "m1", "m2"],
])("which message is answered: %s", (_, here, agreed, there, merged) => {
  expect(mergeAnswered({ here, agreed, there })).toBe(merged);
});

const words = (body: string) => ({ body, offer: false });
const offer = (body: string) => ({ body, offer: true });
it.each([
  ["marked on another device", words("a"), words("a"), offer("a"), "a", true],
  ["unmarked on another device", offer("a"), offer("a"), words("a"), "a", false],
  ["marked here, before a word is there", offer(""), words(""), words(""), "", true],
  ["unmarked here", words("a"), offer("a"), offer("a"), "a", false],
  ["sent on another device", offer("a"), offer("a"), words(""), "", false],
  ["sent there, but more was typed here", offer("ab"), offer("a"), words(""), "ab", true],
  ["sent here, but more was typed there", words(""), offer("a"), offer("ab"), "ab", true],
])("whether it is an offer: %s", (_, here, agreed, there, merged, is) => {
  expect(mergeOffer({ here, agreed, there }, merged)).toBe(is);
});

const taps = (body: string, ...quickReplies: string[]) => ({ body, quickReplies });
it.each([
  ["written on another device", taps("a"), taps("a"), taps("a", "Yes"), "a", ["Yes"]],
  ["taken away on another device", taps("a", "Yes"), taps("a", "Yes"), taps("a"), "a", []],
  ["changed here", taps("a", "No"), taps("a", "Yes"), taps("a", "Yes"), "a", ["No"]],
  ["taken away here", taps("a"), taps("a", "Yes"), taps("a", "Yes"), "a", []],
  ["in another order here", taps("a", "B", "A"), taps("a", "A", "B"), taps("a", "A", "B"), "a", ["B", "A"]],
  ["sent on another device", taps("a", "Yes"), taps("a", "Yes"), taps(""), "", []],
  ["sent there, but more was typed here", taps("ab", "Yes"), taps("a", "Yes"), taps(""), "ab", ["Yes"]],
  ["sent here, but more was typed there", taps(""), taps("a", "Yes"), taps("ab", "Yes"), "ab", ["Yes"]],
])("which answers it offers: %s", (_, here, agreed, there, merged, offered) => {
  expect(mergeReplies({ here, agreed, there }, merged)).toEqual(offered);
});

const file = (id: string) => ({
  ...{ id, kind: "file" as const, state: "stored" as const, fileName: id, contentType: null, bytes: 1, url: null },
});
const files = (ids: string) => [...ids].map(file);
it.each([
  ["nothing changed", "ab", "ab", "ab", "", ""],
  ["found on a new device", "", "", "ab", "ab", ""],
  ["added here", "ab", "a", "a", "", ""],
  ["added there", "a", "a", "ab", "b", ""],
  ["added on both", "ab", "a", "ac", "c", ""],
  ["taken out here", "", "a", "a", "", ""],
  ["taken out or sent there", "ab", "a", "", "", "a"],
  ["the same was added on both", "ab", "a", "ab", "", ""],
])("its files: %s", (_, here, agreed, there, added, gone) => {
  expect(mergeFiles({ here: files(here), agreed: files(agreed), there: files(there) })).toEqual({
    added: files(added),
    gone: files(gone),
  });
});
