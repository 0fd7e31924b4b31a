import { expect, it } from "vitest";
import { tabIcon } from "./tab-icon";

const drawn = (count: number) => decodeURIComponent(tabIcon(count, ["M0 0h1"])).replace("data:image/svg+xml,", "");

it("draws the number in the tab's icon, for light and dark browsers, and no more than two signs of it", () => {
  for (const [count, words] of [
    [1, "1"],
    [9, "9"],
    [10, "9+"],
    [4_000, "9+"],
  ] as const) {
    expect(drawn(count)).toMatch(/^<svg .*prefers-color-scheme:dark.*<path d="M0 0h1"\/>/);
    expect(/<text[^>]*>([^<]*)<\/text>/.exec(drawn(count))?.[1]).toBe(words);
  }
});

it("carries nothing that ends the address early", () => {
  expect(tabIcon(3, ["M0 0"])).not.toMatch(/[#"<>\s]/);
});
