/**
 * Letters of other alphabets, and figures, that are drawn like Latin ones. Source: Unicode's confusables.txt (UTS 39 §4),
 * those that common fonts draw the same.
 */
const DRAWN_ALIKE: Record<string, string> = {
  ...{ а: "a", в: "b", с: "c", ԁ: "d", е: "e", һ: "h", н: "h", і: "i", ї: "i", ј: "j", к: "k", ӏ: "l", м: "m", п: "n" },
  ...{ о: "o", р: "p", ԛ: "q", г: "r", ѕ: "s", т: "t", ѵ: "v", ԝ: "w", х: "x", у: "y", ь: "b", з: "3", б: "6" },
  ...{ α: "a", β: "b", ϲ: "c", ε: "e", η: "n", ι: "i", κ: "k", μ: "u", ν: "v", ο: "o", ρ: "p", σ: "o", τ: "t" },
  ...{ υ: "u", χ: "x", ζ: "z", ω: "w", ա: "w", հ: "h", օ: "o", ս: "u", ո: "n", ց: "g", ı: "i", ɩ: "i", ɑ: "a", ɡ: "g" },
  ...{ "0": "o", "1": "l", "|": "l", "!": "l" },
};
/** Capitals that are drawn like a small letter, or like a Latin capital whose small letter looks otherwise. */
const CAPITALS: Record<string, string> = { I: "l", Ӏ: "l", Η: "h", Ι: "l", І: "l", Μ: "m", Ν: "n", Υ: "y", Ζ: "z" };

/** What a name looks like: two names with one skeleton are taken for each other. Source: UTS 39 §4. */
export function skeleton(name: string): string {
  const letters = [...name.normalize("NFKC")].map((letter) => CAPITALS[letter] ?? letter.toLowerCase());
  const alike = letters.map((letter) => DRAWN_ALIKE[letter] ?? letter).join("");
  return alike.replaceAll("rn", "m").replaceAll("vv", "w").replace(/\s+/gu, " ").trim().normalize("NFC");
}

const SCRIPTS = [
  "Latn",
  "Cyrl",
  "Grek",
  "Armn",
  "Hebr",
  "Arab",
  "Deva",
  "Thai",
  "Geor",
  "Hani",
  "Hira",
  "Kana",
  "Hang",
  "Bopo",
];
const isIn = SCRIPTS.map((script) => ({ script, test: new RegExp(`\\p{sc=${script}}`, "u") }));
/** Which scripts are written together within a word. Source: UTS 39 §5.2, "highly restrictive". */
const TOGETHER = [
  ["Latn", "Hani", "Hira", "Kana"],
  ["Latn", "Hani", "Bopo"],
  ["Latn", "Hani", "Hang"],
];

/** Whether a word of a name is made of letters of several alphabets that no language writes together. Source: SPOOF-01. */
export function mixesAlphabets(name: string): boolean {
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => {
    const found = isIn.flatMap(({ script, test }) => (test.test(word) ? [script] : []));
    return found.length > 1 && !TOGETHER.some((set) => found.every((script) => set.includes(script)));
  });
}

/** Which of `others` a name may be taken for; undefined for none. */
export function takenFor<T extends { name: string }>(name: string, others: readonly T[]): T | undefined {
  const looks = skeleton(name);
  return looks === "" ? undefined : others.find((other) => skeleton(other.name) === looks);
}
