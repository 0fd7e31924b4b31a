import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { BUTTON_LOOKS, buttonStyles } from "#lib/connect/widget/button-styles";

const page = readFileSync("docs/embedding.md", "utf8");
const blocks = [...page.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, kind = "", text = ""]) => ({ kind, text }));
const shown = blocks.filter(({ kind }) => kind !== "text");
/** What the loader reads; its own test in a browser says what each does. */
const loader = readFileSync("lib/widget/loader.ts", "utf8");
const read = new Set([...page.matchAll(/^\| .*? \| `(data-[\w-]+)` \|/gm)].map(([, name = ""]) => name));
const asProperty = (name: string) => name.slice("data-".length).replace(/-(\w)/g, (_, c: string) => c.toUpperCase());

describe("docs/embedding.md", () => {
  it("lists only attributes that the loader reads, or the copied style", () => {
    expect(read.size).toBe(11);
    const styles = buttonStyles("#23513a");
    for (const name of read) {
      if (styles.includes(`[${name}=`)) continue;
      const known = loader.includes(`[${name}]`) || new RegExp(`\\b${asProperty(name)}\\b`).test(loader);
      expect(known, name).toBe(true);
    }
  });

  it.each(shown.map(({ kind, text }) => [kind, text]))(
    "has an example in %s of the one line and listed attributes",
    (_, text) => {
      const used = [...text.matchAll(/\bdata-[\w-]+/g)].map(([name]) => name);
      expect(used.length).toBeGreaterThan(0);
      expect(used.filter((name) => !read.has(name))).toEqual([]);
      for (const [line] of text.matchAll(/<script[^>]*>/gi))
        expect(line).toMatch(/src="https:\/\/YOUR-COMPTOIR\/v1\.js".* data-shop="YOUR-SHOP"/);
    },
  );

  it("names every look that the style draws", () => {
    const looks = [...page.matchAll(/^\| `(\w+)` \| [^|]+ \|$/gm)].map(([, look]) => look);
    expect(looks).toEqual([...BUTTON_LOOKS]);
  });

  it("has TypeScript that parses", () => {
    const sources = blocks.filter(({ kind }) => kind === "tsx");
    expect(sources).toHaveLength(1);
    for (const { text } of sources) expect(transformSync(text, { loader: "tsx" }).warnings).toEqual([]);
  });
});
